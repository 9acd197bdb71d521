using System.Globalization;
using FeedbackBot.Posts.X;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>Rules against a fake X on a real socket: what is sent, in which order, and what is said of what X won't have.</summary>
public sealed class XRuleKeeperTests : IAsyncLifetime, IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly FakeLog<XPostSource> _log = new();
    private readonly XWatch _watch = new();
    private readonly Organisation _organisation = new(Hospital(3));
    private FakeX _x = null!;
    private XClient _client = null!;
    private XRuleKeeper _keeper = null!;

    public async Task InitializeAsync()
    {
        _x = await FakeX.Start();
        _client = new XClient(_x.Options, _clock);
        _keeper = new XRuleKeeper(_client, _organisation, _watch, _clock, _log);
    }

    public async Task DisposeAsync() => await _x.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Rules_are_tried_before_they_are_made_and_looked_at_afterwards()
    {
        var kept = await Sync();

        Assert.Equal(["dry 1", "add 1"], _x.Rules.Deeds);
        Assert.Equal(2, _x.Rules.Reads.Count);
        Assert.Equal(["Oswin", "ward0", "ward1", "ward2"], kept.New.Order(StringComparer.Ordinal));
        Assert.Equal((1, 1000), (_watch.Now.Rules, _watch.Now.RuleCap));
        Assert.Empty(_watch.Now.Remarks);
    }

    [Fact]
    public async Task Where_nothing_has_changed_nothing_is_sent()
    {
        await Sync();
        _x.Rules.Deeds.Clear();

        var kept = await Sync();

        Assert.Empty(_x.Rules.Deeds);
        Assert.Empty(kept.New);
    }

    [Fact]
    public async Task Only_the_difference_is_sent_and_new_rules_come_before_old_ones_go()
    {
        _organisation.Change(Hospital(300));
        await Sync();
        _x.Rules.Deeds.Clear();
        var before = _x.CurrentRules;

        _organisation.Change(Hospital(301));
        var kept = await Sync();

        Assert.Equal(["dry 1", "add 1", "delete 1"], _x.Rules.Deeds);
        Assert.Equal(before.Count - 1, _x.CurrentRules.Intersect(before).Count());
        Assert.Contains("ward300", kept.New);
        AssertFollowed(302);
    }

    [Fact]
    public async Task Many_rules_go_in_batches()
    {
        _organisation.Change(Hospital(9000));

        await Sync();

        Assert.All(_x.Rules.Deeds, d => Assert.InRange(int.Parse(d.Split(' ')[1], CultureInfo.InvariantCulture), 1, 100));
        Assert.InRange(_x.Rules.Deeds.Count, 2, 6);
        AssertFollowed(9001);
    }

    [Fact]
    public async Task Rules_on_several_pages_are_all_read()
    {
        _x.Rules.PageSize = 2;
        _organisation.Change(Hospital(500));
        await Sync();
        _x.Rules.Deeds.Clear();

        await Sync();

        Assert.Empty(_x.Rules.Deeds);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public async Task A_refused_hashtag_is_left_out_alone_and_named_with_its_ward(bool refusesAll, bool saysWhich)
    {
        (_x.Rules.RefusesAll, _x.Rules.SaysWhich) = (refusesAll, saysWhich);
        _x.Rules.BadHashtags.UnionWith(["ward77", "ward150"]);
        _organisation.Change(Hospital(300));

        var kept = await Sync();

        AssertFollowed(299);
        Assert.DoesNotContain("ward77", kept.New);
        Assert.Equal(
            [
                "X refuses the hashtag #ward150 (Wards:150:Hashtags:0, ward 'w150'): Reference to invalid operator at ward150. Posts with it don't arrive. Choose another one.",
                "X refuses the hashtag #ward77 (Wards:77:Hashtags:0, ward 'w77'): Reference to invalid operator at ward77. Posts with it don't arrive. Choose another one.",
            ],
            _watch.Now.Remarks);
        Assert.Equal(_watch.Now.Remarks, _log.Warnings);
        Assert.InRange(_x.Rules.DryRuns.Count, 1, 60);
    }

    [Fact]
    public async Task A_refusal_is_said_once_and_not_asked_about_again_until_the_hashtags_change()
    {
        _x.Rules.BadHashtags.Add("ward1");
        await Sync();
        _x.Rules.Deeds.Clear();

        await Sync();
        Assert.Empty(_x.Rules.Deeds);
        Assert.Single(_log.Warnings);

        var mended = Hospital(3);
        mended.Wards[1].Hashtags[0] = "wardOne";
        _organisation.Change(mended);
        await Sync();

        Assert.Empty(_watch.Now.Remarks);
        AssertFollowed(4);
    }

    [Fact]
    public async Task A_rule_that_is_too_long_for_this_X_is_made_shorter()
    {
        _x.Rules.Length = 512;
        _organisation.Change(Hospital(300));

        var kept = await Sync();

        AssertFollowed(301);
        Assert.Empty(_watch.Now.Remarks);
    }

    [Fact]
    public async Task Over_the_cap_the_organisations_hashtags_come_first_and_the_rest_is_named()
    {
        (_x.Rules.Cap, _x.Rules.ToldCap) = (3, 3);
        _x.HasRule("#theirs", "marketing");
        _organisation.Change(Hospital(300));

        await Sync();

        Assert.Equal(3, _x.CurrentRules.Count);
        Assert.Contains("Oswin", _x.Rules.Hashtags);
        var remark = Assert.Single(_watch.Now.Remarks);
        Assert.StartsWith("X allows 3 rules, 1 of them are somebody else's, and our hashtags need 4. Posts with these ", remark, StringComparison.Ordinal);
        var left = Enumerable.Range(0, 300).Where(n => !_x.Rules.Hashtags.Contains($"ward{n}")).ToList();
        Assert.NotEmpty(left);
        Assert.All(left, n => Assert.Contains($"#ward{n} (Wards:{n}:Hashtags:0, ward 'w{n}')", remark, StringComparison.Ordinal));
        Assert.Equal(3, _watch.Now.RuleCap);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1000)]
    public async Task A_cap_that_X_only_shows_by_refusing_is_kept_as_well(int? told)
    {
        (_x.Rules.Cap, _x.Rules.ToldCap) = (4, told);
        _organisation.Change(Hospital(300));
        await Sync();
        var rules = _x.CurrentRules.Count;
        _x.Rules.Cap = rules;

        _organisation.Change(Hospital(301));
        var kept = await Sync();

        Assert.Equal(rules, _x.CurrentRules.Count);
        AssertFollowed(302);
        Assert.Contains("ward300", kept.New);
    }

    [Fact]
    public async Task Without_room_for_both_an_old_rule_goes_before_its_successor_comes()
    {
        _organisation.Change(Hospital(300));
        await Sync();
        (_x.Rules.Cap, _x.Rules.ToldCap) = (_x.CurrentRules.Count, _x.CurrentRules.Count);
        _x.Rules.Deeds.Clear();

        _organisation.Change(Hospital(301));
        await Sync();

        Assert.Equal(["dry 1", "delete 1", "add 1"], _x.Rules.Deeds);
        AssertFollowed(302);
    }

    [Fact]
    public async Task Somebody_elses_rule_stays_even_where_it_has_the_value_of_ours()
    {
        _x.HasRule("(#Oswin OR #ward0 OR #ward1 OR #ward2) -is:retweet", "marketing");
        _x.HasRule("#theirs", null);

        await Sync();

        Assert.Empty(_x.Rules.Deeds);
        Assert.Equal(2, _x.CurrentRules.Count);
    }

    [Fact]
    public async Task Remarks_of_others_stay()
    {
        _watch.Change(s => s with { Remarks = ["Something else."] });
        _x.Rules.BadHashtags.Add("ward1");
        await Sync();
        Assert.Equal(2, _watch.Now.Remarks.Count);

        _x.Rules.BadHashtags.Clear();
        _organisation.Change(Hospital(4));
        await Sync();

        Assert.Equal(["Something else."], _watch.Now.Remarks);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(401)]
    public async Task A_failure_is_handed_back(int status)
    {
        _x.RefuseRules(new(status));

        Assert.Equal(status, (await _keeper.Sync(CancellationToken.None)).Failure?.Status);
    }

    private async Task<XRulesKept> Sync()
    {
        var kept = await _keeper.Sync(CancellationToken.None);
        Assert.Null(kept.Failure);
        return kept;
    }

    /// <summary>Each hashtag but the refused ones is in one rule.</summary>
    private void AssertFollowed(int count)
    {
        var followed = _x.CurrentRules.SelectMany(r => XHashtags.Read(r.Value)!).ToList();
        Assert.Equal(XHashtags.Of(_organisation).Except(_x.Rules.BadHashtags).Order(StringComparer.Ordinal), followed.Order(StringComparer.Ordinal));
        Assert.Equal(count, followed.Count);
    }

    private static OrganisationOptions Hospital(int wards)
    {
        var options = new OrganisationOptions { Name = "St Oswin's", Hashtags = { "Oswin" } };
        for (var n = 0; n < wards; n++)
        {
            options.Wards.Add(new WardOptions { Id = $"w{n}", FrontDesk = n == 0, Hashtags = { $"ward{n}" } });
        }

        return options;
    }
}
