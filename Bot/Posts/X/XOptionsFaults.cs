using static System.FormattableString;

namespace FeedbackBot.Posts.X;

/// <summary>Every fault in the setting <c>X</c>, each naming the setting, its value (unless it's the secret) and the cure.</summary>
public static class XOptionsFaults
{
    /// <returns>One sentence or two per fault; empty when the settings are whole.</returns>
    public static IReadOnlyList<string> Of(XOptions options) => [.. All(options)];

    private static IEnumerable<string> All(XOptions options)
    {
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            yield return $"X:BaseUrl is '{options.BaseUrl}', which isn't an absolute http or https URL. Use https://api.x.com, or leave it out.";
        }

        if (options.LookupsPerDay < 0)
        {
            yield return $"X:LookupsPerDay is {options.LookupsPerDay}. Use 0 for none or a number such as 1000.";
        }

        if (options.DailyBudget <= 0)
        {
            yield return Invariant($"X:DailyBudget is {options.DailyBudget}. Use an amount of dollars such as 20, or leave it out.");
        }

        if (options.PricePerPost < 0 || options.PricePerPerson < 0)
        {
            yield return Invariant($"X:PricePerPost is {options.PricePerPost} and X:PricePerPerson {options.PricePerPerson}. Use X's prices in dollars, such as 0.005 and 0.010.");
        }

        if (options.BearerToken?.Trim() is { Length: > 0 } token && !token.All(c => c is > ' ' and < '\x7f'))
        {
            yield return "X:BearerToken has a blank, a line break or a letter outside ASCII in it, so it can't be a token. Copy it again from X's developer portal.";
        }
    }
}
