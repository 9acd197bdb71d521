using FeedbackBot.Summary.Digests;

namespace FeedbackBot.Teams.Questions;

/// <summary>What somebody says about their digest.</summary>
public abstract record DigestOrder
{
    private DigestOrder()
    {
    }

    public sealed record Set(DigestSchedule Schedule) : DigestOrder;

    public sealed record Off : DigestOrder;

    /// <summary>They ask what is set.</summary>
    public sealed record Show : DigestOrder;

    /// <param name="Why">A sentence for them, with the cure.</param>
    public sealed record Unclear(string Why) : DigestOrder;
}
