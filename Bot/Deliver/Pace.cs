using System.Collections.Concurrent;
using FeedbackBot.Store;

namespace FeedbackBot.Deliver;

/// <summary>Says when each lane may make its next request, so that Teams' windows are used up and never broken (promise 6).</summary>
/// <param name="dice">So that lanes which failed together don't come back together.</param>
/// <param name="limited">Only local mode may do without the windows.</param>
public sealed class Pace(Sends sends, TenantSlots slots, TimeProvider clock, Random dice, bool limited)
{
    /// <summary>A longer wait than this is a storm: waiting new cases arrive together in lists (design.md, section 7).</summary>
    private static readonly TimeSpan LongestBacklog = TimeSpan.FromMinutes(5);

    /// <summary>When a lane goes from one instance to another, two clocks meet.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);

    /// <summary>A slot that wasn't used at its time is no longer evenly apart from the others.</summary>
    private static readonly TimeSpan SlotLasts = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Longest = SendWindows.Conversation.Max(w => w.Length);

    private readonly ConcurrentDictionary<string, LanePace> _lanes = new();

    /// <summary>Before a lane's first request here: learns what was sent there within the longest window.</summary>
    /// <param name="anew">Another instance may have sent there since.</param>
    public async Task BeginAsync(string lane, bool anew, CancellationToken cancellationToken)
    {
        if (limited && (anew || !_lanes.ContainsKey(lane)))
        {
            var (log, now) = (new SendLog(SendWindows.Conversation, Margin), clock.GetUtcNow());
            foreach (var at in await sends.SinceAsync(lane, now - Longest - Margin, cancellationToken))
            {
                log.Add(at);
            }

            // Whoever had the lane may have died between a request and its record: one at most was under way.
            log.Add(now);
            _lanes[lane] = new LanePace(log);
        }
    }

    /// <returns>The earliest time for the lane's next request; now or earlier when it may go at once.</returns>
    public async ValueTask<DateTimeOffset> NextAsync(string lane, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!limited)
        {
            return now;
        }

        var own = _lanes[lane];
        if (own.Log.Next(now) is var free && free > now)
        {
            return free;
        }

        if (own.Slot is not { } slot || now - slot > SlotLasts)
        {
            slot = await slots.TakeAsync(cancellationToken);
            own.Slot = slot;
        }

        return slot;
    }

    /// <summary>A request was made, whatever came of it.</summary>
    /// <returns>What has to be saved of it.</returns>
    public IReadOnlyList<Aftermath> Made(string lane)
    {
        if (!limited)
        {
            return [];
        }

        var own = _lanes[lane];
        own.Log.Add(clock.GetUtcNow());
        own.Slot = null;
        return [new Aftermath.RequestMade(lane)];
    }

    /// <summary>When a row that failed is tried again.</summary>
    /// <param name="attempt">1 after the first failure.</param>
    /// <param name="asked">As Teams asked; it knows best.</param>
    public DateTimeOffset Retry(int attempt, TimeSpan? asked) => clock.GetUtcNow() + (asked ?? Backoff.Next(attempt, dice.NextDouble()));

    /// <summary>Whether so many requests would keep the lane busy for longer than people should wait.</summary>
    public bool IsStorm(string lane, int waiting) => limited && _lanes[lane].Log.TakesLonger(waiting, clock.GetUtcNow(), LongestBacklog);

    /// <summary>Forgets what no window reaches back to any more, but no lane with a request under way.</summary>
    public async Task TidyAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Longest - Margin;
        foreach (var (lane, own) in _lanes.Where(l => l.Value.Slot is null && l.Value.Log.Latest < before))
        {
            _lanes.TryRemove(KeyValuePair.Create(lane, own));
        }

        await sends.ForgetAsync(before, cancellationToken);
    }

    private sealed class LanePace(SendLog log)
    {
        public SendLog Log { get; } = log;

        public DateTimeOffset? Slot { get; set; }
    }
}
