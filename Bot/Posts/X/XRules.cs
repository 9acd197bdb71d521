using System.Security.Cryptography;
using System.Text;

namespace FeedbackBot.Posts.X;

/// <summary>Which rules the stream needs, and what has to change for it to have exactly those.</summary>
public static class XRules
{
    /// <summary>What every access to X allows; Enterprise may allow 2,048, but says so nowhere a program could read it.</summary>
    public const int Length = 1024;

    /// <summary>What X allows an app as long as it hasn't said otherwise.</summary>
    public const int Cap = 1000;

    private const string Ours = "feedbackbot:";

    /// <summary>By the tag: everybody else's rules stay whatever they are.</summary>
    public static bool IsOurs(XRule rule) => rule.Id is not null && rule.Tag is not null && rule.Tag.StartsWith(Ours, StringComparison.Ordinal);

    public static XRule Of(IEnumerable<string> hashtags)
    {
        var value = XHashtags.Query(hashtags);
        return new(null, value, Ours + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)).AsSpan(0, 6)));
    }

    /// <summary>As little change as leads to rules that hold all hashtags, and to not many more rules than needed.</summary>
    /// <param name="hashtags">The most important first.</param>
    /// <param name="existing">All rules X has, others' too.</param>
    /// <param name="cap">How many rules X allows, others' included.</param>
    /// <param name="length">How long a rule may be.</param>
    public static XRuleChange Change(IReadOnlyList<string> hashtags, IReadOnlyList<XRule> existing, int cap, int length = Length)
    {
        var allowed = Math.Max(0, cap - existing.Count(r => !IsOurs(r)));
        var needed = XHashtags.Pack(hashtags, length).Count;
        var fitting = needed <= allowed ? hashtags : [.. hashtags.Take(Fitting(hashtags, allowed, length))];
        return Towards(Rules(fitting, existing, allowed, length), existing) with
        {
            Needed = needed,
            LeftOut = [.. hashtags.Skip(fitting.Count)],
        };
    }

    private static List<XRule> Rules(IReadOnlyList<string> hashtags, IReadOnlyList<XRule> existing, int allowed, int length)
    {
        var packing = new XPacking(hashtags, XHashtags.Capacity(length));
        foreach (var rule in existing.Where(IsOurs))
        {
            packing.Keep(XHashtags.Read(rule.Value) ?? []);
        }

        packing.PlaceRest();
        var fresh = XHashtags.Pack(hashtags, length);
        var kept = packing.Groups.Select(Of).ToList();
        // Wards that went leave holes. All rules are packed anew when a quarter of them could be spared, or when X has no room for them.
        return kept.Count <= Math.Min(allowed, fresh.Count + 1 + (fresh.Count / 4)) ? kept : [.. fresh.Select(q => Of(XHashtags.Read(q)!))];
    }

    /// <summary>How many of the hashtags, from the first on, fit into so many rules.</summary>
    private static int Fitting(IReadOnlyList<string> hashtags, int allowed, int length)
    {
        var (fit, over) = (0, hashtags.Count);
        while (over - fit > 1)
        {
            var middle = (fit + over) / 2;
            (fit, over) = XHashtags.Pack(hashtags.Take(middle), length).Count <= allowed ? (middle, over) : (fit, middle);
        }

        return fit;
    }

    private static XRuleChange Towards(List<XRule> wanted, IReadOnlyList<XRule> existing)
    {
        var values = wanted.Select(r => r.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // Somebody else's rule with the same value serves as well, and X wouldn't take it a second time.
        var held = existing.Where(r => !IsOurs(r)).Select(r => r.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var delete = existing.Where(r => IsOurs(r) && !(values.Contains(r.Value) && held.Add(r.Value))).ToList();
        return new([.. wanted.Where(r => !held.Contains(r.Value))], delete, 0, []);
    }
}
