using System.Text.Json.Nodes;

namespace FeedbackBot.Teams;

/// <summary>What the presser sees at once: the card as it is now, a sentence, or both.</summary>
public sealed record ClickAnswer(JsonObject? Card, string? Sentence)
{
    public static ClickAnswer Say(string sentence) => new(null, sentence);
}
