using FeedbackBot.Posts.X;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>As few rules as fit, and few of them changed by a small change of wards.</summary>
public sealed class XPackingTests
{
    public static TheoryData<int, int> Lists => new()
    {
        { 1, XRules.Length }, { 2, XRules.Length }, { 3, XRules.Length }, { 4, XSearchUrl.Length }, { 5, XSearchUrl.Length }, { 6, 2048 },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Ten_thousand_wards_hashtags_are_packed_as_tightly_as_can_be(int seed, int length)
    {
        var hashtags = Hashtags(seed, 10_000);

        var queries = XHashtags.Pack(hashtags, length);

        var least = (int)Math.Ceiling(hashtags.Sum(XHashtags.Size) / (double)XHashtags.Capacity(length));
        Assert.Equal(hashtags.Order(StringComparer.Ordinal), queries.SelectMany(q => XHashtags.Read(q)!).Order(StringComparer.Ordinal));
        Assert.All(queries, q => Assert.InRange(q.Length, 1, length));
        Assert.InRange(queries.Count, least, least + 1);
    }

    [Fact]
    public void A_query_may_be_exactly_as_long_as_allowed()
    {
        var whole = "(#aaaa OR #bbbb) -is:retweet";

        Assert.Equal([whole], XHashtags.Pack(["aaaa", "bbbb"], whole.Length));
        Assert.Equal(2, XHashtags.Pack(["aaaa", "bbbb"], whole.Length - 1).Count);
    }

    [Theory]
    [InlineData("(#a OR #b) -is:retweet", "a", "b")]
    [InlineData("(#a) -is:retweet", "a")]
    [InlineData("#a OR #b")]
    [InlineData("(#a from:nhs) -is:retweet")]
    [InlineData("() -is:retweet")]
    [InlineData("")]
    public void Only_queries_of_our_own_making_are_read(string query, params string[] hashtags) =>
        Assert.Equal(hashtags, XHashtags.Read(query) ?? []);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void One_hashtag_more_or_fewer_changes_one_rule(int seed)
    {
        var hashtags = Hashtags(seed, 10_000).ToList();
        var rules = Apply([], XRules.Change(hashtags, [], XRules.Cap));
        var dice = new Random(seed);
        for (var i = 0; i < 40; i++)
        {
            if (i % 2 == 0)
            {
                hashtags.RemoveAt(dice.Next(hashtags.Count));
            }
            else
            {
                hashtags.Insert(dice.Next(hashtags.Count), $"NewWard{seed}Number{i}");
            }

            var change = XRules.Change(hashtags, rules, XRules.Cap);

            Assert.InRange(change.Add.Count, 0, 1);
            Assert.InRange(change.Delete.Count, 0, 1);
            rules = Apply(rules, change);
            Assert.Equal(hashtags.Order(StringComparer.Ordinal), rules.SelectMany(r => XHashtags.Read(r.Value)!).Order(StringComparer.Ordinal));
            Assert.All(rules, r => Assert.InRange(r.Value.Length, 1, XRules.Length));
        }
    }

    [Fact]
    public void Wards_in_another_order_change_nothing()
    {
        var hashtags = Hashtags(21, 500);
        var rules = Apply([], XRules.Change(hashtags, [], XRules.Cap));

        Assert.True(XRules.Change([.. hashtags.Reverse()], rules, XRules.Cap).IsNone);
    }

    [Fact]
    public void Rules_that_have_become_hollow_are_packed_anew()
    {
        var hashtags = Hashtags(31, 2000);
        var rules = Apply([], XRules.Change(hashtags, [], XRules.Cap));
        IReadOnlyList<string> left = [.. hashtags.Where((_, i) => i % 3 == 0)];

        var after = Apply(rules, XRules.Change(left, rules, XRules.Cap));

        Assert.Equal(XHashtags.Pack(left, XRules.Length).Count, after.Count);
    }

    /// <summary>What hospitals would write: a name of their own, a ward, a number.</summary>
    private static IReadOnlyList<string> Hashtags(int seed, int count)
    {
        var dice = new Random(seed);
        string[] kinds = ["Ward", "Loo", "WaitingRoom", "Clinic", "XRay", "Maternity", "ChildrensOutpatients", "AandE", "IntensiveCareUnit", "Café"];
        return [.. Enumerable.Range(1, count).Select(n => $"{(dice.Next(3) == 0 ? "StOswins" : "Oswin")}{kinds[dice.Next(kinds.Length)]}{n}")];
    }

    private static List<XRule> Apply(IReadOnlyList<XRule> rules, XRuleChange change) =>
        [.. rules.Except(change.Delete), .. change.Add.Select(r => r with { Id = r.Tag })];
}
