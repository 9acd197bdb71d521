using FeedbackBot.Posts.X;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Posts.X;

public sealed class XRulesTests
{
    [Fact]
    public void Few_hashtags_are_one_rule_without_reposts() =>
        Assert.Equal(["(#Oswin OR #ward7) -is:retweet"], Wanted(["Oswin", "ward7"]).Select(r => r.Value));

    [Fact]
    public void No_hashtags_are_no_rules() => Assert.Empty(Wanted([]));

    [Fact]
    public void The_organisations_and_all_wards_hashtags_count()
    {
        Assert.Equal(["Oswin", "ward7", "seven"], XHashtags.Of(Oswin()));
        Assert.Equal("#seven (Wards:1:Hashtags:1, ward 'w')", XHashtags.Places(Oswin())["Seven"]);
        Assert.Equal("#Oswin (Organisation:Hashtags:0)", XHashtags.Places(Oswin())["Oswin"]);
    }

    [Fact]
    public void What_X_has_already_is_left_alone() =>
        Assert.True(XRules.Change(["ward7", "OSWIN"], AtX(["Oswin", "ward7"]), XRules.Cap).IsNone);

    [Fact]
    public void Old_and_doubled_rules_of_ours_go_and_everybody_elses_stay()
    {
        var wanted = Wanted(["Oswin"])[0];
        var change = XRules.Change(["Oswin"], [
            new("1", "#old", "feedbackbot:1"),
            wanted with { Id = "2" },
            wanted with { Id = "3" },
            new("4", "#theirs", "marketing"),
            new("5", "#nobodys", null),
        ], XRules.Cap);

        Assert.Empty(change.Add);
        Assert.Equal(["1", "3"], change.Delete.Select(r => r.Id));
    }

    [Fact]
    public void Somebody_elses_rule_with_the_same_value_serves_as_well()
    {
        var theirs = new XRule("1", Wanted(["Oswin"])[0].Value, "marketing");

        Assert.True(XRules.Change(["Oswin"], [theirs], XRules.Cap).IsNone);
    }

    [Fact]
    public void A_changed_hashtag_is_a_rule_with_another_tag()
    {
        var before = AtX(["Oswin"]);

        var change = XRules.Change(["Oswald"], before, XRules.Cap);

        Assert.Equal("(#Oswald) -is:retweet", Assert.Single(change.Add).Value);
        Assert.Equal(before, change.Delete);
        Assert.NotEqual(before[0].Tag, change.Add[0].Tag);
    }

    [Fact]
    public void Over_the_cap_the_organisations_hashtags_come_first_and_what_is_left_out_is_known()
    {
        string[] hashtags = ["Oswin", .. Enumerable.Range(1, 999).Select(n => $"OswinWard{n}")];
        XRule[] others = [new("a", "#theirs", "marketing"), new("b", "#theirs2", null)];

        var change = XRules.Change(hashtags, others, cap: 5);

        Assert.Equal(3, change.Add.Count);
        Assert.Equal(hashtags, change.Add.SelectMany(r => XHashtags.Read(r.Value)!).Concat(change.LeftOut).OrderBy(h => Array.IndexOf(hashtags, h)));
        Assert.Equal(hashtags[^change.LeftOut.Count..], change.LeftOut);
        Assert.InRange(change.Needed, 16, 20);
        // Not one more would have fitted.
        Assert.Equal(4, Wanted([.. hashtags[..^(change.LeftOut.Count - 1)]]).Count);
    }

    [Fact]
    public void No_room_at_all_leaves_everything_out()
    {
        var change = XRules.Change(["Oswin", "ward7"], [new("a", "#theirs", null)], cap: 1);

        Assert.True(change.IsNone);
        Assert.Equal(["Oswin", "ward7"], change.LeftOut);
    }

    private static IReadOnlyList<XRule> Wanted(IReadOnlyList<string> hashtags) => XRules.Change(hashtags, [], XRules.Cap).Add;

    private static IReadOnlyList<XRule> AtX(IReadOnlyList<string> hashtags) => [.. Wanted(hashtags).Select((r, i) => r with { Id = $"{i + 1}" })];

    private static Organisation Oswin() => new(new OrganisationOptions
    {
        Name = "St Oswin's",
        Hashtags = { "#Oswin" },
        Wards = { new WardOptions { Id = "desk", FrontDesk = true }, new WardOptions { Id = "w", Hashtags = { "#ward7", "seven" } } },
    });
}
