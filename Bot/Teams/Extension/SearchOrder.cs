using System.Text.Json;
using FeedbackBot.Cases;

namespace FeedbackBot.Teams.Extension;

/// <summary>What someone typed into the compose box's search, and which part of the results Teams wants.</summary>
/// <param name="Ward">As typed; empty for all that one may see.</param>
/// <param name="States">Null for all.</param>
public sealed record SearchOrder(string Words, string Ward, IReadOnlyList<CaseState>? States, int Skip, int Count)
{
    /// <summary>The command's id in the manifest.</summary>
    public const string Command = "findCases";

    private const int MostSkipped = 5000;

    /// <summary>What Teams asks for when it doesn't say.</summary>
    private const int MostCount = 25;

    private static readonly (string Word, CaseState[] States)[] StateWords =
    [
        ("new", [CaseState.New]),
        ("claimed", [CaseState.Claimed]),
        ("resolved", [CaseState.Resolved]),
        ("dismissed", [CaseState.Dismissed]),
        ("open", [CaseState.New, CaseState.Claimed]),
    ];

    /// <returns>The order, or null and one sentence for whoever searches.</returns>
    public static (SearchOrder? Order, string? Fault) Of(JsonElement? value)
    {
        if (value is not { } query || ActivityReader.Text(query, "commandId") != Command)
        {
            return (null, "I don't know that search. An admin may have to update the app.");
        }

        var given = new Dictionary<string, string>();
        if (query.TryGetProperty("parameters", out var parameters))
        {
            if (parameters.ValueKind != JsonValueKind.Array)
            {
                return (null, "I can't read that search. Please try again.");
            }

            foreach (var parameter in parameters.EnumerateArray())
            {
                if (ActivityReader.Text(parameter, "name") is { } name && ActivityReader.Text(parameter, "value") is { } typed)
                {
                    given[name] = typed.Trim();
                }
            }
        }

        var states = StatesOf(given.GetValueOrDefault("state", ""));
        return states is []
            ? (null, "A case's state is new, claimed, resolved or dismissed; open stands for new and claimed.")
            : (new SearchOrder(
                given.GetValueOrDefault("words", ""),
                given.GetValueOrDefault("ward", ""),
                states,
                Option(query, "skip", 0, 0, MostSkipped),
                Option(query, "count", MostCount, 1, MostCount)), null);
    }

    /// <summary>Teams searches while people type, so a beginning is enough. Null for all, empty for a word that is no state.</summary>
    private static List<CaseState>? StatesOf(string typed) => typed.Length == 0
        ? null
        : [.. StateWords.Where(s => s.Word.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).SelectMany(s => s.States).Distinct()];

    private static int Option(JsonElement query, string name, int otherwise, int least, int most) =>
        query.TryGetProperty("queryOptions", out var options) && options.ValueKind == JsonValueKind.Object
        && options.TryGetProperty(name, out var option) && option.ValueKind == JsonValueKind.Number && option.TryGetInt32(out var number)
            ? Math.Clamp(number, least, most)
            : otherwise;
}
