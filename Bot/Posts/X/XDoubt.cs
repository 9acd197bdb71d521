namespace FeedbackBot.Posts.X;

/// <summary>
/// Which posts aren't asked for again just yet. Besides what X left unclear these are posts said to be gone in an answer in which most are:
/// that is rather a fault at X than a flight of patients, so it counts when X says it twice, an hour apart. Pure but for its memory, which a restart may lose.
/// </summary>
public sealed class XDoubt
{
    /// <summary>Fewer than this may all be gone at once: one author's, say.</summary>
    private const int Many = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly Dictionary<string, DateTimeOffset> _again = [];
    private readonly HashSet<string> _doubted = [];

    /// <summary>What is not to be asked for now.</summary>
    public IReadOnlyCollection<string> Resting(DateTimeOffset now) => [.. _again.Where(a => a.Value > now).Select(a => a.Key)];

    /// <returns>The posts that are gone beyond doubt.</returns>
    public IReadOnlyList<string> Believed(XLookupAnswer answer, DateTimeOffset now)
    {
        var asked = answer.Live.Count + answer.Gone.Count + answer.Unclear.Count;
        var isDoubtful = answer.Gone.Count >= Many && answer.Gone.Count * 2 > asked;
        var believed = answer.Gone.Where(id => _doubted.Contains(id) || !isDoubtful).ToList();
        foreach (var id in answer.Gone.Except(believed))
        {
            _doubted.Add(id);
            _again[id] = now + Pause;
        }

        foreach (var id in answer.Unclear)
        {
            _again[id] = now + Pause;
        }

        foreach (var id in (List<string>)[.. answer.Live.Keys, .. believed])
        {
            _doubted.Remove(id);
            _again.Remove(id);
        }

        return believed;
    }
}
