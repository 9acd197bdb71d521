using System.Globalization;
using System.Threading.Channels;

namespace FeedbackBot.Posts.X;

/// <summary>
/// The bounded queue that stream and search fill, and what is known of gaps. Every entry says what the cursor is once it and everything
/// before it are durable, so whoever empties the queue needs to know nothing of connections.
/// </summary>
internal sealed class XIntake
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private readonly Lock _lock = new();
    private readonly Channel<XEntry> _queue =
        Channel.CreateBounded<XEntry>(new BoundedChannelOptions(10_000) { SingleReader = true });

    // Raised only after its post is in the queue: a cursor in the queue never stands before a post it covers.
    private ulong? _greatest;
    private XSearchFrom? _from;
    private bool _isWhole;

    public XIntake(string? cursor)
    {
        if (Number(cursor) is { } id)
        {
            _greatest = id;
            _from = XSearchFrom.After(id);
        }
        else if (Time(cursor) is { } start)
        {
            _from = XSearchFrom.At(start);
        }
    }

    public ChannelReader<XEntry> Queue => _queue.Reader;

    /// <summary>The stream couldn't be opened: at the very first start, too, there is a gap now.</summary>
    /// <param name="began">When the reading began.</param>
    public void NotOpened(DateTimeOffset began)
    {
        lock (_lock)
        {
            if (_from is null)
            {
                Begin(began);
            }
        }
    }

    /// <summary>The stream is open.</summary>
    /// <returns>Where search has to begin; null at a very first start that opens it at once, when nothing came before.</returns>
    public XSearchFrom? Opened(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_from is null)
            {
                Begin(now);
                _isWhole = true;
                // Until a first post is saved this is the cursor: who crashes before that searches from here. The queue is still empty.
                _queue.Writer.TryWrite(new(null, now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)));
                return null;
            }

            return _from;
        }
    }

    /// <summary>Waits while the queue is full.</summary>
    public async ValueTask Put(Post post, CancellationToken cancellationToken)
    {
        var id = Number(post.EditionId);
        string? cursor;
        lock (_lock)
        {
            cursor = _isWhole ? Text(Greater(_greatest, id)) : null;
        }

        await _queue.Writer.WriteAsync(new(post, cursor), cancellationToken);
        lock (_lock)
        {
            _greatest = Greater(_greatest, id);
        }
    }

    /// <summary>The search is through and its posts are in the queue: no gap up to what the open stream gave.</summary>
    /// <param name="newestId">The greatest id the search saw, in case its post couldn't be read.</param>
    /// <param name="openedAt">When the stream opened that is open now.</param>
    public async ValueTask CaughtUp(string? newestId, DateTimeOffset openedAt, CancellationToken cancellationToken)
    {
        string? cursor;
        lock (_lock)
        {
            _greatest = Greater(_greatest, Number(newestId));
            _from = _greatest is { } id ? XSearchFrom.After(id) : XSearchFrom.At(openedAt);
            _isWhole = true;
            cursor = Text(_greatest);
        }

        await _queue.Writer.WriteAsync(new(null, cursor), cancellationToken);
    }

    /// <summary>The stream is gone: from here on there is a gap, or the one there was is wider.</summary>
    public void Lost()
    {
        lock (_lock)
        {
            if (_isWhole && _greatest is { } id)
            {
                _from = XSearchFrom.After(id);
            }

            _isWhole = false;
        }
    }

    public void End(Exception? why) => _queue.Writer.TryComplete(why);

    // Until a first post is saved this is the cursor: who crashes before that searches from here. The queue is still empty.
    private void Begin(DateTimeOffset at)
    {
        _from = XSearchFrom.At(at);
        _queue.Writer.TryWrite(new(null, at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)));
    }

    private static ulong? Greater(ulong? a, ulong? b) => a is null || b > a ? b ?? a : a;

    // Ids have 19 digits: a double would round them.
    private static ulong? Number(string? id) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Time(string? cursor) =>
        DateTimeOffset.TryParseExact(cursor, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static string? Text(ulong? id) => id?.ToString(CultureInfo.InvariantCulture);
}
