namespace FeedbackBot.Posts.X;

/// <summary>So many requests in any stretch of X's window, whatever happens.</summary>
internal sealed class XAllowance(int most, TimeProvider clock)
{
    // X's windows are 15 minutes, and nobody knows when they begin.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly List<DateTimeOffset> _used = [];

    /// <summary>How long until another request is allowed.</summary>
    public TimeSpan Wait()
    {
        var now = clock.GetUtcNow();
        _used.RemoveAll(at => at + Window <= now);
        return _used.Count < most ? TimeSpan.Zero : _used[0] + Window - now;
    }

    public void Use() => _used.Add(clock.GetUtcNow());

    /// <summary>X never heard of the last one.</summary>
    public void GiveBack() => _used.RemoveAt(_used.Count - 1);
}
