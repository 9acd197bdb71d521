namespace FeedbackBot.Store;

/// <summary>The store can't be used; the message is for the operator and names the cure.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner);
