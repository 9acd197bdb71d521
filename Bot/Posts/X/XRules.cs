using System.Security.Cryptography;
using System.Text;

namespace FeedbackBot.Posts.X;

/// <summary>Which rules the stream needs, and what has to change for it to have exactly those.</summary>
public static class XRules
{
    public const int Length = 1024;
    private const string Ours = "feedbackbot:";

    /// <summary>As few rules as hold all hashtags, each tagged by its content.</summary>
    public static IReadOnlyList<XRule> Wanted(IEnumerable<string> hashtags) =>
        [.. XHashtags.Pack(hashtags, Length).Select(value => new XRule(null, value, TagOf(value)))];

    /// <summary>Rules without our tag are someone else's and stay.</summary>
    public static XRuleChange Difference(IReadOnlyList<XRule> wanted, IReadOnlyList<XRule> existing)
    {
        var values = wanted.Select(r => r.Value).ToHashSet(StringComparer.Ordinal);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        var stale = new List<string>();
        foreach (var rule in existing.Where(r => r.Id is not null && r.Tag is not null && r.Tag.StartsWith(Ours, StringComparison.Ordinal)))
        {
            if (!values.Contains(rule.Value) || !kept.Add(rule.Value))
            {
                stale.Add(rule.Id!);
            }
        }

        return new([.. wanted.Where(r => !kept.Contains(r.Value))], stale);
    }

    private static string TagOf(string value) => Ours + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 6));
}
