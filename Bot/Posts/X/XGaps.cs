namespace FeedbackBot.Posts.X;

/// <summary>
/// The open gaps, and when to search each of them. Search shows a post only <see cref="SearchLag"/> after it was made, so a gap that the
/// stream has closed is searched at once, for the ward that waits, and once more when search has caught up with the stream.
/// </summary>
internal sealed class XGaps(TimeProvider clock)
{
    /// <summary>Recent search ends so long before now.</summary>
    public static readonly TimeSpan SearchLag = TimeSpan.FromSeconds(30);

    /// <summary>How long after its opening the stream may still miss posts: X delivers late, and a new rule takes 20 s to work.</summary>
    public static readonly TimeSpan StreamLag = TimeSpan.FromSeconds(30);

    // Where the stream stays away search brings the posts, late but not for ever.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    // Search needn't go back further than this again; more than clocks differ.
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly List<XGap> _open = [];
    private TaskCompletionSource _changed = New();

    public bool IsWhole
    {
        get
        {
            lock (_lock)
            {
                return _open.Count == 0;
            }
        }
    }

    /// <summary>Before it all is read; null where nothing is missing.</summary>
    public XSearchFrom? EarliestFrom
    {
        get
        {
            lock (_lock)
            {
                return _open.MinBy(g => g.From.Time())?.From;
            }
        }
    }

    public XGap Open(IReadOnlyList<string>? hashtags, XSearchFrom from)
    {
        var gap = new XGap(hashtags, from, clock.GetUtcNow() + Patience);
        Change(() => _open.Add(gap));
        return gap;
    }

    /// <param name="at">From when on the stream gives everything; may be a little ahead.</param>
    public void Cover(XGap gap, DateTimeOffset at) => Change(() => (gap.CoveredAt, gap.LookAt) = (at, clock.GetUtcNow()));

    /// <summary>The stream doesn't give it any more; nothing changes where it never did.</summary>
    public void Uncover(XGap gap) => Change(() =>
        (gap.CoveredAt, gap.LookAt) = (null, gap.CoveredAt is null ? gap.LookAt : clock.GetUtcNow() + Patience));

    public void Forget(XGap gap) => Change(() => _open.Remove(gap));

    public bool IsOpen(XGap gap)
    {
        lock (_lock)
        {
            return _open.Contains(gap);
        }
    }

    /// <summary>Comes when a gap is to be searched.</summary>
    public async Task<XGap> Next(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            XGap? next;
            lock (_lock)
            {
                (changed, next) = (_changed.Task, _open.MinBy(g => g.LookAt));
            }

            var wait = next?.LookAt - clock.GetUtcNow();
            if (wait <= TimeSpan.Zero)
            {
                return next!;
            }

            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(changed, Task.Delay(wait ?? Timeout.InfiniteTimeSpan, clock, either.Token));
            await either.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The gap was searched through.</summary>
    /// <param name="newestId">What the search that was sent first saw as its newest; null where it found nothing.</param>
    /// <param name="startedAt">When that was.</param>
    /// <returns>Where all reading may go on after a crash, while gaps are left; null where that isn't known.</returns>
    public XSearchFrom? Looked(XGap gap, ulong? newestId, DateTimeOffset startedAt)
    {
        lock (_lock)
        {
            if (newestId is { } id)
            {
                gap.From = XSearchFrom.After(id);
            }

            if (gap.From.Time() < startedAt - Quiet)
            {
                gap.From = XSearchFrom.At(startedAt - Quiet);
            }

            if (gap.CoveredAt is { } covered && startedAt >= covered + StreamLag + SearchLag)
            {
                _open.Remove(gap);
                return null;
            }

            gap.LookAt = gap.CoveredAt is { } at ? at + StreamLag + SearchLag : clock.GetUtcNow() + LookAgain;
            return _open is [var only] && only == gap ? gap.From : null;
        }
    }

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            _changed.TrySetResult();
            _changed = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
