namespace FeedbackBot.Posts.X;

/// <summary>The editions that went by lately: stream and search show the same post, which goes on once. For one at a time.</summary>
internal sealed class XSeen
{
    private const int Most = 50_000;

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = [];

    public bool Has(string id) => _ids.Contains(id);

    public void Add(string id)
    {
        _ids.Add(id);
        _order.Enqueue(id);
        if (_order.Count > Most)
        {
            _ids.Remove(_order.Dequeue());
        }
    }
}
