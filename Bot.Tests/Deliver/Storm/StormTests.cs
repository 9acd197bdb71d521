using System.Globalization;
using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;
using FeedbackBot.Tests.Store;
using FeedbackBot.Triage;
using FeedbackBot.Wards;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;
using Arrivals = FeedbackBot.Tests.Store.Arrivals;

namespace FeedbackBot.Tests.Deliver.Storm;

/// <summary>
/// The whole of delivery, with its store and a connector that keeps Teams' windows, on a clock that jumps to the next moment at which a lane may go on. What real
/// time would add is only latency.
/// </summary>
public sealed class StormTests(ITestOutputHelper output)
{
    private const int Wards = 50;
    private const int Posts = 10_000;
    private const int StormPosts = 3_000;

    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Organisation Hospital = MakeHospital();

    [Fact]
    public async Task Ten_thousand_posts_into_fifty_channels_break_no_window_and_use_them_up()
    {
        await using var store = await TestStore.OpenAsync(
            DatabaseKind.Sqlite,
            services => services.AddSingleton(Hospital).AddDeliver(limited: true).AddTeams(new TeamsOptions()));
        await using var teams = await StrictTeams.StartAsync(store.Clock);
        await LinkAsync(store, teams);
        var sent = await TakeAsync(store);
        var start = store.Clock.GetUtcNow();

        await DeliverAsync(store);

        Assert.Empty(teams.Breaches);
        foreach (var ward in Hospital.Wards)
        {
            // Every case is on a card, once, and in the order in which the posts came.
            Assert.Equal(sent[ward.Id], teams.Posted[ward.Id].SelectMany(m => m.Cases));
        }

        // First the tenant's window is what holds all channels back; when the others are done, the storm has its own windows to itself.
        var others = Hospital.Wards.Skip(1).Max(w => teams.Posted[w.Id][^1].At);
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
        await using var store = await TestStore.OpenAsync(
            DatabaseKind.Sqlite,
            services => services.AddSingleton(Hospital).AddDeliver(limited: true).AddTeams(new TeamsOptions()));
        await using var teams = await StrictTeams.StartAsync(store.Clock);
        await LinkAsync(store, teams);
        await TakeAsync(store, "ward0", 1, 700);
        await TakeAsync(store, "ward1", 1_001, 500);

        await DeliverAsync(store);

        Assert.Empty(teams.Breaches);
        Assert.Equal(10, teams.Posted["ward0"][0].Cases.Count);
        Assert.Single(teams.Posted["ward0"][^1].Cases);
        Assert.All(teams.Posted["ward1"], m => Assert.Single(m.Cases));
    }

    [Fact]
    public async Task A_case_that_is_claimed_on_a_list_gets_a_card_of_its_own_and_the_list_shows_whose_it_is()
    {
        await using var store = await TestStore.OpenAsync(
            DatabaseKind.Sqlite,
            services => services.AddSingleton(Hospital).AddDeliver(limited: true).AddTeams(new TeamsOptions()));
        await using var teams = await StrictTeams.StartAsync(store.Clock);
        await LinkAsync(store, teams);
        await TakeAsync(store, "ward0", 1, 700);
        await DeliverAsync(store);
        var (before, claimed) = (teams.Posted["ward0"].Count, teams.Posted["ward0"][0].Cases[3]);

        await store.DoAsync(claimed, new CaseAction.Claim());
        await DeliverAsync(store);
        await store.DoAsync(claimed, new CaseAction.Resolve("There is paper again."));
        await DeliverAsync(store);

        Assert.Equal(before + 1, teams.Posted["ward0"].Count);
        // The list twice, its own card once: it was posted claimed, and edited when it was resolved.
        Assert.Equal(["1", "1", $"{before + 1}"], teams.Edited.Select(e => e.Message).Order(StringComparer.Ordinal));
        Assert.All(teams.Edited.Where(e => e.Message == "1"), e => Assert.DoesNotContain(claimed, e.Cases));
        Assert.All(await store.Shown.OfCaseAsync(claimed, None), card => Assert.Equal(3, card.ShownVersion));
        Assert.Empty(teams.Breaches);
    }

    [Fact]
    public async Task A_restart_in_the_middle_breaks_no_window_either()
    {
        await using var first = await TestStore.OpenAsync(
            DatabaseKind.Sqlite,
            services => services.AddSingleton(Hospital).AddDeliver(limited: true).AddTeams(new TeamsOptions()));
        await using var teams = await StrictTeams.StartAsync(first.Clock);
        await LinkAsync(first, teams);
        await TakeAsync(first, "ward0", 1, 200);
        await DeliverAsync(first, most: 45);
        first.Get<StoreOpening>().Dispose();

        await using var second = await first.AnotherAsync();
        await DeliverAsync(second);

        Assert.Empty(teams.Breaches);
        Assert.Equal(200, teams.Posted["ward0"].SelectMany(m => m.Cases).Distinct().Count());
    }

    /// <summary>Runs each lane when it may go on, as the outbox worker would.</summary>
    private static async Task DeliverAsync(TestStore store, int most = int.MaxValue)
    {
        var lanes = new PriorityQueue<string, (DateTimeOffset, int)>();
        var turn = 0;
        foreach (var lane in await store.Outbox.ReadyLanesAsync(None))
        {
            lanes.Enqueue(lane, (store.Clock.GetUtcNow(), turn++));
        }

        while (turn < most && lanes.TryDequeue(out var lane, out var due))
        {
            if (due.Item1 > store.Clock.GetUtcNow())
            {
                store.Clock.Advance(due.Item1 - store.Clock.GetUtcNow());
            }

            if ((await store.Get<LaneRun>().RunAsync(lane, None)).RestsUntil is { } until)
            {
                lanes.Enqueue(lane, (until, turn++));
            }
        }
    }

    private static async Task LinkAsync(TestStore store, StrictTeams teams)
    {
        foreach (var ward in Hospital.Wards)
        {
            await store.Channels.SeeChannelAsync(new ChannelRow { Id = ward.Id, ServiceUrl = teams.ServiceUrl, Name = ward.Name }, None);
            await store.Channels.LinkAsync(ward.Id, ward.Id, None);
        }
    }

    /// <summary>The first ward gets the storm, the others the rest in turns.</summary>
    /// <returns>The cases by ward, in order.</returns>
    private static async Task<Dictionary<string, List<string>>> TakeAsync(TestStore store)
    {
        var sent = Hospital.Wards.ToDictionary(w => w.Id, _ => new List<string>());
        var arrivals = new List<Arrival>();
        for (var i = 0; i < Posts; i++)
        {
            var ward = Hospital.Wards[i % 10 < 3 ? 0 : 1 + (i % (Wards - 1))];
            arrivals.Add(ArrivalOf(i, ward));
            sent[ward.Id].Add(arrivals[^1].Post.Id);
        }

        Assert.Equal(StormPosts, sent["ward0"].Count);
        foreach (var batch in arrivals.Chunk(500))
        {
            await store.Intake.SaveAsync("x", batch, null, None);
        }

        return sent;
    }

    private static Task<int> TakeAsync(TestStore store, string wardId, int firstId, int count) => store.Intake.SaveAsync(
        "x", [.. Enumerable.Range(firstId, count).Select(i => ArrivalOf(i, Hospital.Find(wardId)!))], null, None);

    private static Arrival ArrivalOf(int number, Ward ward) => new(
        Arrivals.Post((100_000 + number).ToString(CultureInfo.InvariantCulture)), new Verdict(ward, "It has the ward's hashtag.", []));

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

    private static Organisation MakeHospital()
    {
        var options = new OrganisationOptions { Name = "St Oswin's", Hashtags = { "#Oswin" } };
        for (var i = 0; i < Wards; i++)
        {
            options.Wards.Add(new WardOptions { Id = $"ward{i}", Name = $"Place {i}", FrontDesk = i == 0 });
        }

        return new Organisation(options);
    }
}
