namespace FeedbackBot.Posts.X;

/// <summary>Holds the present <see cref="XStatus"/>: the reader's parts change it as they go, anyone may look.</summary>
public sealed class XWatch
{
    private readonly Lock _lock = new();

    public XStatus Now { get; private set => Volatile.Write(ref field, value); } = new();

    public void Change(Func<XStatus, XStatus> change)
    {
        lock (_lock)
        {
            Now = change(Now);
        }
    }
}
