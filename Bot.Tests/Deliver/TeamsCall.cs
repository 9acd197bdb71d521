using System.Text.Json;
using System.Text.RegularExpressions;

namespace FeedbackBot.Tests.Deliver;

/// <summary>A request that reached the fake Teams.</summary>
/// <param name="Verb">post (a thread in a channel), open (a chat), say (in a thread or chat) or edit.</param>
/// <param name="Place">The channel or chat.</param>
/// <param name="Thread">The conversation id as it was written in the request.</param>
/// <param name="ActivityId">What is edited or answered.</param>
internal sealed partial record TeamsCall(string Verb, string Place, string Thread, string? ActivityId, JsonElement Activity)
{
    /// <summary>The case whose card this is; null for anything else.</summary>
    public string? CaseId => Groups is { Success: true } groups ? groups.Groups["case"].Value : null;

    /// <summary>The version of the case that the card shows.</summary>
    public int? Version => Groups is { Success: true } groups ? int.Parse(groups.Groups["version"].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>A plain message's words.</summary>
    public string? Text => Activity.ValueKind == JsonValueKind.Object && Activity.TryGetProperty("text", out var text) ? text.GetString() : null;

    private Match Groups => CardData().Match(Activity.ValueKind == JsonValueKind.Undefined ? "" : Activity.GetRawText());

    [GeneratedRegex("""\"case\":\"(?<case>[^\"]+)\",\"ward\":\"[^\"]+\",\"version\":(?<version>\d+)""")]
    private static partial Regex CardData();
}
