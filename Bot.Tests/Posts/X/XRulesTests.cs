using FeedbackBot.Posts.X;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Posts.X;

public sealed class XRulesTests
{
    [Fact]
    public void Few_hashtags_are_one_rule_without_reposts() =>
        Assert.Equal(["(#Oswin OR #ward7) -is:retweet"], XRules.Wanted(["Oswin", "ward7"]).Select(r => r.Value));

    [Theory]
    [InlineData(XRules.Length)]
    [InlineData(XSearchUrl.Length)]
    public void Ten_thousand_hashtags_are_packed_full_and_none_is_lost(int length)
    {
        var hashtags = Enumerable.Range(1, 10_000).Select(n => $"ward{n}").ToList();

        var queries = XHashtags.Pack(hashtags, length);

        Assert.Equal(hashtags, queries.SelectMany(FakePost.Hashtags));
        Assert.All(queries, q => Assert.InRange(q.Length, 1, length));
        // No query leaves room for the next one's first hashtag.
        Assert.All(queries.SkipLast(1), q => Assert.InRange(q.Length, length - " OR #ward10000".Length, length));
    }

    [Fact]
    public void A_query_may_be_exactly_as_long_as_allowed()
    {
        var whole = "(#aaaa OR #bbbb) -is:retweet";

        Assert.Equal([whole], XHashtags.Pack(["aaaa", "bbbb"], whole.Length));
        Assert.Equal(2, XHashtags.Pack(["aaaa", "bbbb"], whole.Length - 1).Count);
    }

    [Fact]
    public void No_hashtags_are_no_rules() => Assert.Empty(XRules.Wanted([]));

    [Fact]
    public void The_organisations_and_all_wards_hashtags_count()
    {
        var organisation = new Organisation(new OrganisationOptions
        {
            Name = "St Oswin's",
            Hashtags = { "#Oswin" },
            Wards = { new WardOptions { Id = "desk", FrontDesk = true }, new WardOptions { Id = "w", Hashtags = { "#ward7", "seven" } } },
        });

        Assert.Equal(["Oswin", "ward7", "seven"], XHashtags.Of(organisation));
    }

    [Fact]
    public void What_X_has_already_is_left_alone()
    {
        var wanted = XRules.Wanted(["Oswin"]);

        var change = XRules.Difference(wanted, [wanted[0] with { Id = "1" }]);

        Assert.Empty(change.Add);
        Assert.Empty(change.Delete);
    }

    [Fact]
    public void Old_and_doubled_rules_of_ours_go_and_everybody_elses_stay()
    {
        var wanted = XRules.Wanted(["Oswin"]);
        var change = XRules.Difference(wanted, [
            new("1", "#old", "feedbackbot:1"),
            wanted[0] with { Id = "2" },
            wanted[0] with { Id = "3" },
            new("4", "#theirs", "marketing"),
            new("5", "#nobodys", null),
        ]);

        Assert.Empty(change.Add);
        Assert.Equal(["1", "3"], change.Delete);
    }

    [Fact]
    public void A_changed_hashtag_is_a_rule_with_another_tag()
    {
        var before = XRules.Wanted(["Oswin"])[0] with { Id = "1" };
        var wanted = XRules.Wanted(["Oswald"]);

        var change = XRules.Difference(wanted, [before]);

        Assert.Equal(wanted, change.Add);
        Assert.Equal(["1"], change.Delete);
        Assert.NotEqual(before.Tag, wanted[0].Tag);
    }
}
