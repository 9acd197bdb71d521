namespace FeedbackBot.Store;

/// <summary>Wakes whoever looks posts up when a person has asked for one.</summary>
public sealed class LookupSignal : Signal;
