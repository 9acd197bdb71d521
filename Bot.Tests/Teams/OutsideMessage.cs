using System.Text.Json.Nodes;

namespace FeedbackBot.Tests.Teams;

/// <summary>What the bot has put into one of the conversations of <see cref="OutsideTeams"/>.</summary>
/// <param name="Thread">The id of the thread's first message; null in a chat.</param>
internal sealed record OutsideMessage(string Id, string Conversation, string? Thread, JsonObject Activity)
{
    public string? Text => (string?)Activity["text"];

    public ShownCard? Card => Activity["attachments"]?[0]?["content"] is JsonObject card ? new ShownCard(card) : null;

    public bool Says(string words) => (Text ?? Card?.Words ?? "").Contains(words, StringComparison.Ordinal);

    public override string ToString() => $"[{Conversation}] {Text ?? Card?.Words}";
}
