using FeedbackBot.Store;
using FeedbackBot.Store.Rows;

namespace FeedbackBot.Deliver;

/// <summary>What became of one step of an outbox row: at most one request to Teams.</summary>
public abstract record RowResult
{
    /// <summary>Teams says so of one edit in a thousand though the message is there (facts-teams.md).</summary>
    private const int GoneBelieved = 2;

    private RowResult()
    {
    }

    /// <summary>A request was made, so the windows count it.</summary>
    public bool Sent { get; init; }

    /// <summary>Delivered, or nothing had to be sent.</summary>
    /// <param name="Together">Written in the transaction that marks the row.</param>
    public sealed record Done(string? Remark = null, IReadOnlyList<Aftermath>? Together = null) : RowResult;

    /// <summary>The row needs another request.</summary>
    /// <param name="Together">What this one left behind.</param>
    public sealed record More(IReadOnlyList<Aftermath> Together) : RowResult;

    /// <summary>The lane waits.</summary>
    public sealed record Later(TimeSpan? Delay, string Why) : RowResult;

    /// <summary>The row waits until then, and the lane goes on without it.</summary>
    public sealed record Postponed(DateTimeOffset Until, string Why) : RowResult;

    /// <summary>The lane's channel waits until the bot is back there; the row stays first.</summary>
    public sealed record Pause(string Why) : RowResult;

    /// <summary>Kept for people to see; the lane goes on.</summary>
    public sealed record Failed(string Why) : RowResult;

    /// <summary>Of an edit: what follows where Teams keeps saying that the message is gone; null where it gave up for another reason.</summary>
    public static RowResult? WhereGone(OutboxRow row, SendVerdict.GiveUp verdict, RowResult follows) =>
        verdict.Reason != GiveUpReason.Gone ? null : row.Attempts < GoneBelieved ? new Later(null, verdict.Why) : follows;

    /// <param name="givenUp">For senders to whom a way of giving up is special: null leaves it to the rule.</param>
    public static RowResult Of(
        SendVerdict verdict,
        Func<SendVerdict.Delivered, RowResult> delivered,
        Func<SendVerdict.GiveUp, RowResult?>? givenUp = null) => (verdict switch
        {
            SendVerdict.Delivered ids => delivered(ids),
            SendVerdict.RetryAfter later => new Later(later.Delay, later.Why),
            SendVerdict.GiveUp other => givenUp?.Invoke(other) ?? (other.Reason == GiveUpReason.Removed ? new Pause(other.Why) : new Failed(other.Why)),
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "A verdict that nobody handles."),
        }) with
        {
            Sent = true,
        };
}
