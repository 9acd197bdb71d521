namespace FeedbackBot.Store;

/// <summary>Wakes the outbox worker when there is something new to send.</summary>
public sealed class OutboxSignal : Signal;
