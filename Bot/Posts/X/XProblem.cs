using System.Text.Json;

namespace FeedbackBot.Posts.X;

/// <summary>What X says of an error, as a refusal's body or in the stream. Null is what it didn't say.</summary>
/// <param name="Kind">The last part of the problem's address: the part before it differs from host to host.</param>
/// <param name="ConnectionIssue">Why a stream can't be opened.</param>
/// <param name="DisconnectType">Why X ends a stream.</param>
public sealed record XProblem(string? Title, string? Kind, string? ConnectionIssue, string? DisconnectType)
{
    public static XProblem Unknown { get; } = new(null, null, null, null);

    /// <summary>X counts a connection of ours that is still open.</summary>
    public bool IsSlotHeld => ConnectionIssue is { } issue ? issue == "TooManyConnections" : Kind == "streaming-connection";

    public bool IsBilling => Kind is "credits" or "usage-capped" || Title is "CreditsDepleted" or "UsageCapExceeded";

    public static XProblem Of(JsonElement problem) => new(
        XJson.Text(problem, "title"),
        XJson.Text(problem, "type")?.TrimEnd('/').Split('/')[^1],
        XJson.Text(problem, "connection_issue"),
        XJson.Text(problem, "disconnect_type"));

    /// <summary>Proxies and bad days send HTML, which says nothing to an operator.</summary>
    public static XProblem Of(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Of(json.RootElement);
        }
        catch (JsonException)
        {
            return Unknown;
        }
    }

    /// <summary>In X's own words, to be looked up.</summary>
    public override string ToString() =>
        string.Join(", ", new[] { Title, ConnectionIssue, DisconnectType }.Where(w => !string.IsNullOrEmpty(w)).DefaultIfEmpty(Kind ?? "without a word"));
}
