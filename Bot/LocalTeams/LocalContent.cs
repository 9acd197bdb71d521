using System.Text.Json;

namespace FeedbackBot.LocalTeams;

/// <summary>What a message says.</summary>
/// <param name="Summary">What a toast shows instead of a card.</param>
public sealed record LocalContent(string? Text, string? Summary, IReadOnlyList<JsonElement> Cards, IReadOnlyList<LocalMention> Mentions)
{
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public static LocalContent Words(string text) => new(text, null, [], []);

    /// <summary>What an activity from the bot says; parts that aren't as Teams has them are passed over, as Teams does.</summary>
    public static LocalContent Of(JsonElement activity) => new(
        activity.Words("text"),
        activity.Words("summary"),
        [.. activity.Rows("attachments")
            .Where(a => a.Words("contentType") == AdaptiveCard && a.Part("content") is { ValueKind: JsonValueKind.Object })
            .Select(a => a.GetProperty("content").Clone())],
        [.. activity.Rows("entities")
            .Where(e => e.Words("type") == "mention")
            .Select(e => new LocalMention(
                e.Words("text") ?? "",
                e.Part("mentioned")?.Words("id") ?? "",
                e.Part("mentioned")?.Words("name") ?? ""))]);
}
