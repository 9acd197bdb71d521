namespace FeedbackBot.Posts.X;

/// <summary>Holds the present <see cref="XStatus"/>: the reader's parts change it as they go, anyone may look.</summary>
public sealed class XWatch
{
    private readonly Lock _lock = new();

    /// <summary>Raised with what X bills whenever it gave something: take note and return.</summary>
    public event Action<XBilled>? Gave;

    public XStatus Now { get; private set => Volatile.Write(ref field, value); } = new();

    /// <summary>X gave posts, and users with them, by whichever way: whoever counts what X costs counts here.</summary>
    public void Read(XBilled billed, DateTimeOffset at)
    {
        Gave?.Invoke(billed);
        Change(s => s with
        {
            PostsRead = s.PostsRead + billed.Posts.Count,
            UsersRead = s.UsersRead + billed.People.Count,
            LastPostAt = billed.Posts.Count > 0 ? at : s.LastPostAt,
        });
    }

    /// <summary>Something is tried again later; replaces what was waited for with it before.</summary>
    public void Waiting(XWait wait) => Change(s => s with { Waits = [.. s.Waits.Where(w => w.What != wait.What), wait] });

    /// <summary>It works again, or nobody tries it any more.</summary>
    public void Works(string what) => Change(s => s.Waits.Any(w => w.What == what) ? s with { Waits = [.. s.Waits.Where(w => w.What != what)] } : s);

    public void Change(Func<XStatus, XStatus> change)
    {
        lock (_lock)
        {
            Now = change(Now);
        }
    }
}
