using System.Text.Json;

namespace FeedbackBot.Posts.X;

/// <summary>What X said to new rules.</summary>
/// <param name="Refused">Rules X doesn't take, with its reason.</param>
/// <param name="IsOver">X has as many rules as it allows.</param>
public sealed record XRuleVerdict(IReadOnlyDictionary<XRule, string> Refused, bool IsOver = false)
{
    private const string NoReason = "X gives no reason";

    public static XRuleVerdict Taken { get; } = new(new Dictionary<XRule, string>());

    /// <param name="isRefusal">Whether the status was that of a refusal; X also refuses some rules of many with a status of success.</param>
    /// <returns>Null where X refused without saying which of the rules.</returns>
    public static XRuleVerdict? Read(IReadOnlyList<XRule> asked, string body, bool isRefusal)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            // One problem for everything, or a list of them.
            return Read(asked, [.. XJson.Array(json.RootElement, "errors"), json.RootElement], isRefusal);
        }
        catch (JsonException)
        {
            return isRefusal ? All(asked, NoReason) : Taken;
        }
    }

    private static XRuleVerdict? Read(IReadOnlyList<XRule> asked, List<JsonElement> problems, bool isRefusal)
    {
        var isOver = problems.Any(IsOverCap);
        // Somebody else's rule with the same value serves as well.
        var areThere = problems.Any(IsThere);
        problems.RemoveAll(p => IsOverCap(p) || IsThere(p));
        var refused = new Dictionary<XRule, string>();
        foreach (var rule in asked)
        {
            var about = problems.FindIndex(p => XJson.Text(p, "value") == rule.Value);
            if (about >= 0)
            {
                refused[rule] = Why(problems[about]);
            }
        }

        return refused.Count > 0 || isOver || areThere || !isRefusal ? new(refused, isOver) : All(asked, Why(problems[0]));
    }

    private static XRuleVerdict? All(IReadOnlyList<XRule> asked, string why) =>
        asked.Count == 1 ? new(new Dictionary<XRule, string> { [asked[0]] = why }) : null;

    private static bool IsOverCap(JsonElement problem) => XProblem.Of(problem) is { Kind: "rule-cap" } or { Title: "RulesCapExceeded" };

    private static bool IsThere(JsonElement problem) => XProblem.Of(problem) is { Kind: "duplicate-rules" } or { Title: "DuplicateRule" };

    private static string Why(JsonElement problem)
    {
        var details = XJson.Array(problem, "details").Select(XJson.Text).OfType<string>().ToList();
        return details.Count > 0 ? string.Join("; ", details)
            : XJson.Text(problem, "detail") ?? XJson.Text(problem, "message") ?? XJson.Text(problem, "title") ?? NoReason;
    }
}
