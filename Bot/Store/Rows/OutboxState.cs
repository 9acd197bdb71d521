namespace FeedbackBot.Store.Rows;

/// <summary>Where an outbox row stands.</summary>
public enum OutboxState
{
    Waiting,

    /// <summary>Waits until it is due, and what comes after it in its lane passes: what can wait doesn't ring in quiet hours, and must hold up nothing that can't.</summary>
    Postponed,

    Delivered,

    /// <summary>Can't be delivered for good: kept, and shown to admins.</summary>
    GivenUp,
}
