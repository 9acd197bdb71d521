using FeedbackBot.Store;

namespace FeedbackBot.Deliver;

/// <summary>What became of an outbox row.</summary>
public abstract record RowResult
{
    private RowResult()
    {
    }

    /// <summary>Delivered, or nothing had to be sent.</summary>
    /// <param name="Together">Written in the transaction that marks the row.</param>
    public sealed record Done(string? Remark = null, IReadOnlyList<Aftermath>? Together = null) : RowResult;

    /// <summary>The lane waits.</summary>
    public sealed record Later(TimeSpan? Delay, string Why) : RowResult;

    /// <summary>The lane's channel waits until the bot is back there; the row stays first.</summary>
    public sealed record Pause(string Why) : RowResult;

    /// <summary>Kept for people to see; the lane goes on.</summary>
    public sealed record Failed(string Why) : RowResult;

    /// <summary>For senders to whom nothing but success is special.</summary>
    public static RowResult Of(SendVerdict verdict, Func<SendVerdict.Delivered, RowResult> delivered) => verdict switch
    {
        SendVerdict.Delivered ids => delivered(ids),
        SendVerdict.RetryAfter later => new Later(later.Delay, later.Why),
        SendVerdict.GiveUp { Reason: GiveUpReason.Removed } removed => new Pause(removed.Why),
        SendVerdict.GiveUp other => new Failed(other.Why),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "A verdict that nobody handles."),
    };
}
