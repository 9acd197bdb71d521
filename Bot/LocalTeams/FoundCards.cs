using System.Text.Json;

namespace FeedbackBot.LocalTeams;

/// <summary>What a search from the compose box came to.</summary>
/// <param name="Text">What the bot, or Teams, says in place of results.</param>
public sealed record FoundCards(string? Text, IReadOnlyList<FoundCards.Found> Results)
{
    /// <summary>Reads the bot's answer to a <c>composeExtension/query</c> as strictly as Teams does.</summary>
    public static FoundCards Of(BotAnswer answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.IsOk ? answer.Body : "{}");
            var result = json.RootElement.Part("composeExtension");
            return (result?.Words("type"), result?.Words("text")) switch
            {
                ("message", { } text) => new(text, []),
                ("result", _) => new(null, [.. result!.Value.Rows("attachments").Select(Read).OfType<Found>()]),
                _ => Unreadable,
            };
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    private static FoundCards Unreadable => new("Unable to reach app. Please try again.", []);

    private static Found? Read(JsonElement attachment) =>
        attachment.Part("content") is { ValueKind: JsonValueKind.Object } card && attachment.Part("preview")?.Part("content") is { ValueKind: JsonValueKind.Object } preview
            ? new(preview.Words("title") ?? "", preview.Words("text") ?? "", card.Clone())
            : null;

    /// <summary>One result: what stands for it in the list, and the card.</summary>
    public sealed record Found(string Title, string Text, JsonElement Card);
}
