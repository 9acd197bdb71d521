using System.Globalization;
using System.Text.Json;
using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Teams;
using FeedbackBot.Tests.Cards;
using Xunit.Abstractions;

namespace FeedbackBot.Tests.Deliver.Storm;

public sealed class StormTests(ITestOutputHelper output)
{
    private const int Posts = 10_000;

    [Fact]
    public async Task Ten_thousand_posts_into_fifty_channels_break_no_window_and_use_them_up()
    {
        await using var scene = await StormScene.StartAsync();
        var sent = await scene.TakeAsync(Enumerable.Range(0, Posts).Select(i => $"ward{(i % 10 < 3 ? 0 : 1 + (i % 49))}"));
        Assert.Equal(3_000, sent["ward0"].Count());
        var (teams, start) = (scene.Teams, scene.Store.Clock.GetUtcNow());

        await scene.DeliverAsync();

        Assert.Empty(teams.Breaches);
        foreach (var ward in StormScene.Hospital.Wards)
        {
            // Every case is on a card, once, and in the order in which the posts came.
            Assert.Equal(sent[ward.Id], teams.Posted[ward.Id].SelectMany(m => m.Cases));
        }

        // First the tenant's window is what holds all channels back; when the others are done, the storm has its own windows to itself.
        var others = StormScene.Hospital.Wards.Skip(1).Max(w => teams.Posted[w.Id][^1].At);
        var tail = teams.Posted["ward0"].Where(m => m.At > others).ToList();
        var tenant = teams.Requests.Count(r => r <= others) / (50 * (others - start).TotalSeconds);
        var channel = tail.Count / (60 * ((tail[^1].At - others).TotalSeconds / 30));
        Report(teams, start, tenant, channel);
        Assert.InRange(tenant, 0.95, 1);
        Assert.InRange(channel, 0.95, 1.05);
    }

    [Fact]
    public async Task A_storm_comes_in_lists_of_ten_and_a_quiet_channel_beside_it_in_cards()
    {
        await using var scene = await StormScene.StartAsync();
        await scene.TakeAsync([.. Enumerable.Repeat("ward0", 700), .. Enumerable.Repeat("ward1", 500)]);

        await scene.DeliverAsync();

        Assert.Empty(scene.Teams.Breaches);
        Assert.Equal(10, scene.Teams.Posted["ward0"][0].Cases.Count);
        Assert.Single(scene.Teams.Posted["ward0"][^1].Cases);
        Assert.All(scene.Teams.Posted["ward1"], m => Assert.Single(m.Cases));
    }

    [Fact]
    public async Task Alike_complaints_that_bring_a_refresh_each_still_come_in_lists()
    {
        await using var scene = await StormScene.StartAsync();
        foreach (var batch in Enumerable.Range(0, 700).Chunk(2))
        {
            // As it is where each is weighed before the next one comes.
            foreach (var caseId in (await scene.TakeAsync(batch.Select(_ => "ward0"), from: batch[0]))["ward0"])
            {
                await scene.Store.Outbox.AddAsync(OutboxEntry.ToWard("ward0", caseId, new Intention.RefreshCards(caseId)), CancellationToken.None);
            }
        }

        await scene.DeliverAsync();

        Assert.Empty(scene.Teams.Breaches);
        Assert.Equal(Enumerable.Range(100_000, 700).Select(i => $"{i}"), scene.Teams.Posted["ward0"].SelectMany(m => m.Cases));
        Assert.Equal(10, scene.Teams.Posted["ward0"][0].Cases.Count);
        Assert.Empty(scene.Teams.Edited);
    }

    [Fact]
    public async Task A_case_that_is_claimed_on_a_list_gets_a_card_of_its_own_and_the_list_shows_whose_it_is()
    {
        await using var scene = await StormScene.StartAsync();
        await scene.TakeAsync(Enumerable.Repeat("ward0", 700));
        await scene.DeliverAsync();
        var (before, claimed) = (scene.Teams.Posted["ward0"].Count, scene.Teams.Posted["ward0"][0].Cases[3]);

        await scene.Store.DoAsync(claimed, new CaseAction.Claim());
        await scene.DeliverAsync();
        await scene.Store.DoAsync(claimed, new CaseAction.Resolve("There is paper again."));
        await scene.DeliverAsync();

        // The list twice, its own card once: it was posted claimed, and edited when it was resolved.
        Assert.Equal(before + 1, scene.Teams.Posted["ward0"].Count);
        Assert.Equal(["1", "1", $"{before + 1}"], scene.Teams.Edited.Select(e => e.Message).Order(StringComparer.Ordinal));
        Assert.All(scene.Teams.Edited.Where(e => e.Message == "1"), e => Assert.DoesNotContain(claimed, e.Cases));
        Assert.All(await scene.Store.Shown.OfCaseAsync(claimed, CancellationToken.None), card => Assert.Equal(3, card.ShownVersion));
        Assert.Empty(scene.Teams.Breaches);
    }

    [Fact]
    public async Task A_list_that_is_pressed_after_one_of_its_cases_moved_is_still_its_own_wards_list()
    {
        await using var scene = await StormScene.StartAsync();
        await scene.TakeAsync(Enumerable.Repeat("ward0", 700));
        await scene.DeliverAsync();
        var moved = scene.Teams.Posted["ward0"][0].Cases[3];
        await scene.Store.DoAsync(moved, new CaseAction.Move("ward1"));

        var answer = (await scene.Store.Get<ActivityDesk>().HandleAsync(
            new Activity
            {
                Type = "invoke",
                Name = "adaptiveCard/action",
                ServiceUrl = scene.Teams.ServiceUrl,
                ConversationId = "ward0;messageid=1",
                ConversationType = "channel",
                From = CardSamples.Ann,
                ReplyToId = "1",
                ChannelId = "ward0",
                Value = JsonSerializer.SerializeToElement(new { action = new { verb = "claim", data = new { @case = moved, version = 1, list = true } } }),
            },
            CancellationToken.None))!;

        Assert.Equal("This one was moved to Place 1.", answer.Sentence);
        Assert.Contains("10 posts about Place 0", answer.Card!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_Teams_refuses_takes_no_other_on_its_list_with_it()
    {
        await using var scene = await StormScene.StartAsync();
        var sent = (await scene.TakeAsync(Enumerable.Repeat("ward0", 700)))["ward0"].ToList();
        scene.Teams.Refused = sent[13];

        await scene.DeliverAsync();

        Assert.Equal(sent.Where(id => id != sent[13]), scene.Teams.Posted["ward0"].SelectMany(m => m.Cases));
        Assert.Equal(1, (await scene.Store.Outbox.HealthAsync(CancellationToken.None)).GivenUp);
        Assert.Empty(scene.Teams.Breaches);
    }

    [Fact]
    public async Task A_restart_in_the_middle_breaks_no_window_either()
    {
        await using var scene = await StormScene.StartAsync();
        await scene.TakeAsync(Enumerable.Repeat("ward0", 200));
        await scene.DeliverAsync(most: 45);

        await using var before = await scene.RestartAsync();
        await scene.DeliverAsync();

        Assert.Empty(scene.Teams.Breaches);
        Assert.Equal(200, scene.Teams.Posted["ward0"].SelectMany(m => m.Cases).Distinct().Count());
    }

    private void Report(StrictTeams teams, DateTimeOffset start, double tenant, double channel)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{teams.Requests.Count} requests, {teams.Breaches.Count} breaches; used of the tenant's window {tenant:P1} while all have a backlog, of the storm channel's {channel:P1} after that."));
        foreach (var (window, most) in SendWindows.Conversation.Select(w => (w, Fullest(teams.Posted["ward0"].Select(m => m.At), w))))
        {
            output.WriteLine($"ward0: at most {most} of {window.Most} in {window.Length}.");
        }

        output.WriteLine($"Tenant: at most {Fullest(teams.Requests, SendWindows.Tenant[0])} of 50 in a second.");
        foreach (var place in new[] { "ward0", "ward1", "ward49" })
        {
            var posted = teams.Posted[place];
            var waits = posted.SelectMany(m => m.Cases.Select(_ => (m.At - start).TotalSeconds)).Order().ToList();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{place}: {posted.Count(m => m.Cases.Count == 1)} cards and {posted.Count(m => m.Cases.Count > 1)} lists; waited p50 {waits[waits.Count / 2]:F0} s, p99 {waits[waits.Count * 99 / 100]:F0} s."));
        }
    }

    private static int Fullest(IEnumerable<DateTimeOffset> requests, Window window)
    {
        var times = requests.ToList();
        return times.Max(end => times.Count(t => t <= end && end - t < window.Length));
    }
}
