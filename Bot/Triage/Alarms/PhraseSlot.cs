namespace FeedbackBot.Triage.Alarms;

/// <summary>A place in a phrase and the words that may stand there.</summary>
/// <param name="Terms">Numbers of the words and beginnings of words that fit.</param>
/// <param name="Gap">How many other words may come between this and the slot before.</param>
/// <param name="Optional">The phrase is whole without it.</param>
internal sealed record PhraseSlot(HashSet<int> Terms, int Gap, bool Optional);
