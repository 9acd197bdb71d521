using System.Text.Json;

namespace FeedbackBot.LocalTeams;

/// <summary>What a click came to, for the person who clicked.</summary>
/// <param name="Kind"><c>card</c>, <c>message</c>, <c>error</c>, or <c>none</c> when the bot had nothing to say.</param>
public sealed record ClickResult(string Kind, string? Text = null, JsonElement? Card = null)
{
    private const string WentWrong = "Something went wrong. Please try again.";

    /// <summary>Reads the bot's answer to an <c>adaptiveCard/action</c> invoke as strictly as Teams does.</summary>
    public static ClickResult Of(BotAnswer answer)
    {
        if (!answer.IsOk)
        {
            return Failure(answer);
        }

        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            return Read(json.RootElement) ?? WrongShape(answer);
        }
        catch (JsonException)
        {
            return WrongShape(answer);
        }
    }

    /// <summary>For what has no answer of its own: only a failure is worth telling.</summary>
    public static ClickResult OfMessage(BotAnswer answer) => answer.IsOk ? new("none") : Failure(answer);

    private static ClickResult? Read(JsonElement root)
    {
        if (root.Part("statusCode") is not { ValueKind: JsonValueKind.Number } || root.Part("value") is not { } value)
        {
            return null;
        }

        return (root.Words("type"), value.ValueKind) switch
        {
            ("application/vnd.microsoft.card.adaptive", JsonValueKind.Object) => new("card", Card: value.Clone()),
            ("application/vnd.microsoft.activity.message", JsonValueKind.String) => new("message", value.GetString()),
            ("application/vnd.microsoft.error", JsonValueKind.Object) => new("error", value.Words("message") ?? WentWrong),
            _ => null,
        };
    }

    private static ClickResult Failure(BotAnswer answer) => new("error", answer.Status == 0
        ? $"{WentWrong} FeedbackBot can't be reached: {answer.Body}."
        : $"{WentWrong} FeedbackBot answered {answer.Status}.");

    private static ClickResult WrongShape(BotAnswer answer) =>
        new("error", $"{WentWrong} FeedbackBot's answer ({answer.Status}, {answer.Body.Length} characters) isn't one that Teams knows.");
}
