namespace FeedbackBot.Deliver;

/// <summary>Why sending can't work, as far as something else can be done about it.</summary>
public enum GiveUpReason
{
    /// <summary>Our configuration or payload: people have to look.</summary>
    Refused,

    /// <summary>The bot isn't in the team, or an administrator blocks it: the channel waits until it is back.</summary>
    Removed,

    /// <summary>The message or its conversation is gone: forget it, and post the card anew.</summary>
    Gone,

    /// <summary>This person can't be written to 1:1.</summary>
    ChatClosed,
}
