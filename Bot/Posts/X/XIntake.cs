using System.Threading.Channels;

namespace FeedbackBot.Posts.X;

/// <summary>
/// The bounded queue that stream and search fill: every post that is read from X passes <see cref="Put"/>. Every entry says what the cursor
/// is once it and everything before it are durable, so whoever empties the queue needs to know nothing of connections and gaps.
/// </summary>
internal sealed class XIntake : IDisposable
{
    /// <summary>X bursts to 2,500 posts a second; ten seconds of that fit.</summary>
    public const int Room = 25_000;

    // How long the queue may have been full without becoming half empty.
    private static readonly TimeSpan FullFor = TimeSpan.FromSeconds(5);

    // A ward that nobody writes about for days would otherwise be searched from its last post, out of search's reach.
    private static readonly TimeSpan MarkEvery = TimeSpan.FromHours(1);

    // A broken id from the far future would be the greatest for ever.
    private static readonly TimeSpan WrongClock = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Channel<XEntry> _queue = Channel.CreateBounded<XEntry>(new BoundedChannelOptions(Room) { SingleReader = true });
    private readonly XSeen _seen = new();

    // Stream and search may bring the same post at the same moment.
    private readonly SemaphoreSlim _one = new(1);
    private readonly XGaps _gaps;
    private readonly XWatch _watch;
    private readonly TimeProvider _clock;

    // Everything before it is in the queue, as far as the stream gave it without a gap.
    private XSearchFrom _mark;
    private DateTimeOffset _markedAt;

    // The greatest id that the stream gave since it was opened. Raised only after its post is in the queue.
    private ulong? _greatest;
    private XGap? _stream;
    private DateTimeOffset? _fullAt;

    /// <param name="cursor">Where reading goes on; null at the very first start, which begins now.</param>
    public XIntake(string? cursor, XWatch watch, TimeProvider clock)
    {
        (_watch, _clock, _gaps, _markedAt) = (watch, clock, new(clock), clock.GetUtcNow());
        if (XSearchFrom.OfCursor(cursor) is { } known)
        {
            _mark = known;
            _stream = _gaps.Open(null, known);
        }
        else
        {
            // Until a first post is saved this is the cursor: who crashes before that searches from here. The queue is still empty.
            _mark = XSearchFrom.At(_markedAt);
            _queue.Writer.TryWrite(new(null, _mark.ToCursor()));
        }
    }

    public ChannelReader<XEntry> Queue => _queue.Reader;

    /// <summary>The stream gave a post.</summary>
    /// <param name="billed">What X bills for it.</param>
    /// <returns>
    /// False when the work can't follow: the post isn't in the queue, and the stream has to be left. Whoever reads on slowly is thrown out by
    /// X, or misses posts without a word; what is known to be missing can be searched.
    /// </returns>
    public async ValueTask<bool> PutLive(Post post, XBilled billed, CancellationToken cancellationToken)
    {
        var waiting = _queue.Reader.Count;
        if (waiting < Room / 2)
        {
            _fullAt = null;
            await Put([post], billed, isLive: true, cancellationToken);
            return true;
        }

        var now = _clock.GetUtcNow();
        _fullAt = waiting >= Room ? _fullAt ?? now : _fullAt;
        var patience = FullFor - (_fullAt is { } at ? now - at : TimeSpan.Zero);
        if (patience <= TimeSpan.Zero)
        {
            return false;
        }

        using var late = new CancellationTokenSource(patience, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            await Put([post], billed, isLive: true, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>A search gave a page: waits while the queue is full.</summary>
    /// <param name="posts">In the order they were written.</param>
    /// <param name="billed">What X bills for them.</param>
    public ValueTask PutFound(IReadOnlyCollection<Post> posts, XBilled billed, CancellationToken cancellationToken) =>
        Put(posts, billed, isLive: false, cancellationToken);

    /// <summary>The stream sent something, if only an empty line.</summary>
    public void Alive()
    {
        var now = _clock.GetUtcNow();
        _watch.Change(s => s with { LastSignOfLifeAt = now });
        lock (_lock)
        {
            if (now - _markedAt < MarkEvery || !_gaps.IsWhole)
            {
                return;
            }

            var mark = XSearchFrom.At(now - XGaps.StreamLag);
            if (_queue.Writer.TryWrite(new(null, mark.ToCursor())))
            {
                (_mark, _markedAt, _greatest) = (mark, now, null);
            }
        }
    }

    /// <summary>The stream is open: from now on it gives what is posted. At a very first start nothing came before.</summary>
    public void Opened()
    {
        lock (_lock)
        {
            (_greatest, _fullAt) = (null, null);
            if (_stream is not null)
            {
                _gaps.Cover(_stream, _clock.GetUtcNow());
            }
        }
    }

    /// <summary>The stream is gone, or can't be opened: there is a gap now, or the one there was is wider.</summary>
    public void Lost()
    {
        lock (_lock)
        {
            if (_stream is null)
            {
                _stream = _gaps.Open(null, _mark);
            }
            else
            {
                _gaps.Uncover(_stream);
            }
        }
    }

    /// <summary>
    /// The stream doesn't give these hashtags, though it is open: their rules are missing or wrong. They are searched now and then until
    /// <see cref="Covered"/> says that the stream gives them; until then the cursor stays before the gap, or goes back there, so a crash loses nothing.
    /// </summary>
    /// <param name="hashtags">Without their #.</param>
    /// <param name="since">From when on their posts are wanted.</param>
    public XGap Missing(IReadOnlyList<string> hashtags, DateTimeOffset since)
    {
        var from = XSearchFrom.At(since);
        lock (_lock)
        {
            if (since < (_gaps.EarliestFrom ?? _mark).Time())
            {
                // What was read since then comes twice after a crash, and is kept once. A full queue is left soon, for a gap of its own.
                _queue.Writer.TryWrite(new(null, from.ToCursor()));
            }

            return _gaps.Open(hashtags, from);
        }
    }

    /// <summary>The stream gives the hashtags of this gap: what was posted before is searched, and the gap ends.</summary>
    /// <param name="at">When the rules begin to work; may be a little ahead.</param>
    public void Covered(XGap gap, DateTimeOffset at) => _gaps.Cover(gap, at);

    /// <summary>Nobody wants the hashtags of this gap any more.</summary>
    public void Forget(XGap gap) => _gaps.Forget(gap);

    /// <summary>Comes when a gap is to be searched.</summary>
    public Task<XGap> NextGap(CancellationToken cancellationToken) => _gaps.Next(cancellationToken);

    /// <summary>The gap was searched through, and its posts are in the queue.</summary>
    /// <param name="newestId">What the search that was sent first saw as its newest; null where it found nothing.</param>
    /// <param name="startedAt">When that was.</param>
    public async ValueTask Looked(XGap gap, string? newestId, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        string? cursor;
        lock (_lock)
        {
            var safe = _gaps.Looked(gap, Plausible(newestId, startedAt), startedAt);
            if (_stream == gap && !_gaps.IsOpen(gap))
            {
                _mark = _greatest is { } id ? XSearchFrom.After(id) : gap.From;
                _stream = null;
            }

            cursor = (_gaps.IsWhole ? _mark : safe)?.ToCursor();
            if (!_gaps.IsOpen(gap))
            {
                _watch.Change(s => s with { GapsFilled = s.GapsFilled + 1 });
            }
        }

        await _queue.Writer.WriteAsync(new(null, cursor), cancellationToken);
    }

    /// <summary>Comes when half of the queue is free.</summary>
    public async Task HasRoom(CancellationToken cancellationToken)
    {
        while (_queue.Reader.Count > Room / 2)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), _clock, cancellationToken);
        }
    }

    public void Dispose() => _one.Dispose();

    public void End(Exception? why) => _queue.Writer.TryComplete(why);

    /// <summary>The one place that every post read from X passes, from the stream and from search; each edition goes on once.</summary>
    private async ValueTask Put(IReadOnlyCollection<Post> posts, XBilled billed, bool isLive, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        _watch.Read(billed, now);
        foreach (var post in posts)
        {
            var id = isLive ? Plausible(post.EditionId, now) : null;
            await _one.WaitAsync(cancellationToken);
            try
            {
                if (!_seen.Has(post.EditionId))
                {
                    await _queue.Writer.WriteAsync(new(post, CursorAfter(id)), cancellationToken);
                    _seen.Add(post.EditionId);
                }

                Reached(id, now);
            }
            finally
            {
                _one.Release();
            }
        }
    }

    private string? CursorAfter(ulong? id)
    {
        lock (_lock)
        {
            return _gaps.IsWhole ? XId.Text(XId.Greater(_greatest, id)) : null;
        }
    }

    private void Reached(ulong? id, DateTimeOffset now)
    {
        lock (_lock)
        {
            _greatest = XId.Greater(_greatest, id);
            if (_stream is null && _greatest is { } greatest)
            {
                (_mark, _markedAt) = (XSearchFrom.After(greatest), now);
            }
        }
    }

    private static ulong? Plausible(string? id, DateTimeOffset now) =>
        XId.Number(id) is { } number && !(XId.TimeOf(number) > now + WrongClock) ? number : null;
}
