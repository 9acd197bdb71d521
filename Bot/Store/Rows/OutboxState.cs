namespace FeedbackBot.Store.Rows;

/// <summary>Where an outbox row stands.</summary>
public enum OutboxState
{
    Waiting,
    Delivered,

    /// <summary>Can't be delivered for good: kept, and shown to admins.</summary>
    GivenUp,
}
