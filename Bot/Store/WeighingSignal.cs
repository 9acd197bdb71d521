namespace FeedbackBot.Store;

/// <summary>Wakes whoever weighs what deserves attention when something happened to a case, or to what was brought to people.</summary>
public sealed class WeighingSignal : Signal;
