namespace FeedbackBot.Cards;

/// <summary>A part of a bar in a chart.</summary>
/// <param name="Colour">One of Teams' names: "good", "warning", "attention", "neutral".</param>
public sealed record BarPart(string Legend, int Figure, string Colour);
