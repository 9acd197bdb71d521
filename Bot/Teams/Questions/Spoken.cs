namespace FeedbackBot.Teams.Questions;

/// <summary>A word a person typed to the bot.</summary>
/// <param name="Key">In lower case, without apostrophes and punctuation around it.</param>
/// <param name="Start">Where it begins in the message.</param>
/// <param name="End">Where it ends, excluded.</param>
public readonly record struct Spoken(string Key, int Start, int End);
