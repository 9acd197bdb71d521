using FeedbackBot.Posts;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>What the stream doesn't give because of its rules comes through search.</summary>
public sealed class XRuleGapsTests
{
    private static readonly TimeSpan RulesWork = TimeSpan.FromSeconds(20);

    // X's stream may miss posts for 30 s, and its search shows them only after 30 s.
    private static readonly TimeSpan SearchLag = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_post_with_a_new_hashtag_arrives_though_Xs_rule_does_not_work_yet()
    {
        var organisation = new Organisation(Oswin());
        await using var x = await XReading.Of(organisation);
        x.X.Rules.Follow(x.Clock, RulesWork);
        var first = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);

        organisation.Change(Oswin("maternity"));
        await x.X.RuleWrites.Reached(3, x.Limit);
        x.X.Post("2001", "It's a girl! #maternity");
        Assert.DoesNotContain("maternity", x.X.Rules.Hashtags);
        // Once at once, for what is shown already; once when search shows what the stream may have missed.
        await x.X.Searches.Reached(1, x.Limit);
        await x.Clock.Waited(RulesWork + SearchLag, x.Limit);
        await x.Pass(RulesWork + SearchLag);

        Assert.Equal("2001", Assert.Single((await WithPosts(x, first)).Posts).Id);
    }

    [Fact]
    public async Task Hashtags_over_the_cap_are_searched_for()
    {
        await using var x = await XReading.Of();
        (x.X.Rules.Cap, x.X.Rules.ToldCap) = (1, 1);
        x.X.HasRule("#theirs", "marketing");
        var first = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);

        x.X.Post("2001", "Smelly #ward7");
        await x.Pass(SearchLag);

        Assert.Equal("2001", Assert.Single((await WithPosts(x, first)).Posts).Id);
        Assert.Equal(0, x.X.RuleWrites.Count);
        Assert.Contains("#ward7 (Wards:1:Hashtags:0, ward 'ward7')", Assert.Single(x.Watch.Now.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_somebody_deleted_are_made_again_and_what_came_meanwhile_is_searched()
    {
        await using var x = await XReading.Of();
        _ = x.Begin(null);
        await x.X.Streams.Reached(1, x.Limit);

        x.X.Rules.Clear();
        await x.Pass(TimeSpan.FromHours(1));

        await x.X.RuleWrites.Reached(2, x.Limit);
        Assert.Equal("(#Oswin OR #ward7) -is:retweet", Assert.Single(x.X.CurrentRules).Value);
    }

    [Fact]
    public async Task What_was_posted_since_somebody_deleted_the_rules_is_searched_for_from_when_they_were_last_seen()
    {
        await using var scene = await XScene.Of();
        await scene.Begin();
        await scene.X.Streams.Reached(1, scene.Limit);
        scene.X.Rules.Clear();
        await scene.Pass(TimeSpan.FromMinutes(10));
        var missed = scene.Write();

        await scene.Pass(TimeSpan.FromMinutes(55));

        await scene.Has(missed);
    }

    /// <summary>Somebody deleted our rules and made one of theirs, which gave newer posts since.</summary>
    [Fact]
    public async Task A_crash_before_that_search_loses_nothing_of_it_either()
    {
        var wentBack = new TaskCompletionSource();
        await using var scene = await XScene.Of(save: batch =>
        {
            if (batch.Cursor?.EndsWith('Z') == true)
            {
                // To a time, that is, not to a post.
                wentBack.TrySetResult();
            }

            return Task.CompletedTask;
        });
        await scene.Begin();
        await scene.X.Streams.Reached(1, scene.Limit);
        scene.X.Rules.Clear();
        await scene.Pass(TimeSpan.FromMinutes(10));
        var missed = scene.Write();
        scene.X.HasRule("#Oswin", "marketing");
        await scene.Pass(TimeSpan.FromMinutes(5));
        await scene.Has(scene.Write());

        scene.X.Search.Lag = TimeSpan.FromHours(2);
        wentBack = new();
        while (!wentBack.Task.IsCompleted)
        {
            await scene.Pass(TimeSpan.FromSeconds(10));
        }

        Assert.False(scene.Saved.ContainsKey(missed.Id));
        await scene.Crash();
        scene.X.Search.Lag = TimeSpan.FromSeconds(30);
        await scene.Begin();

        await scene.Has(missed);
    }

    [Fact]
    public async Task A_stream_that_was_lost_is_a_reason_to_look_at_the_rules_at_once()
    {
        await using var scene = await XScene.Of();
        await scene.Begin();
        await scene.X.Streams.Reached(1, scene.Limit);
        var written = scene.X.RuleWrites.Count;

        scene.X.Rules.Clear();
        scene.X.Drop();

        await scene.X.RuleWrites.Reached(written + 1, scene.Limit);
        Assert.Equal("(#Oswin OR #ward7) -is:retweet", Assert.Single(scene.X.CurrentRules).Value);
    }

    [Fact]
    public async Task A_refused_hashtag_keeps_no_search_from_its_end()
    {
        var organisation = new Organisation(Oswin("maternity"));
        await using var x = await XReading.Of(organisation);
        x.X.Rules.BadHashtags.Add("maternity");
        x.X.Post("1001", "Missed #Oswin");

        var batches = await x.Until("1001", x.Begin("1000"));

        Assert.Equal("1001", Assert.Single(batches.SelectMany(b => b.Posts)).Id);
        Assert.All(x.X.SearchQueries, q => Assert.DoesNotContain("maternity", q["query"].ToString(), StringComparison.Ordinal));
    }

    /// <summary>A mark of how far reading has come may be on its way before the post.</summary>
    private static async Task<PostBatch> WithPosts(XReading x, Task<PostBatch> first)
    {
        var batch = await first;
        while (batch.Posts.Count == 0)
        {
            batch = await x.Next();
        }

        return batch;
    }

    private static OrganisationOptions Oswin(params string[] more)
    {
        var options = new OrganisationOptions
        {
            Name = "St Oswin's",
            Hashtags = { "#Oswin" },
            Wards = { new WardOptions { Id = "desk", FrontDesk = true }, new WardOptions { Id = "ward7", Hashtags = { "#ward7" } } },
        };
        foreach (var id in more)
        {
            options.Wards.Add(new WardOptions { Id = id, Hashtags = { id } });
        }

        return options;
    }
}
