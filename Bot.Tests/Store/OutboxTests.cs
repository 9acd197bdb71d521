using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Tests.Cards;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

public class OutboxTests
{
    private const string Here = "19:here@thread.tacv2";
    private const string There = "19:there@thread.tacv2";

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_lane_gives_its_rows_one_at_a_time_in_the_order_they_came(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        foreach (var (lane, words) in new[] { (Here, "1"), (There, "a"), (Here, "2"), (There, "b"), (Here, "3") })
        {
            await SayAsync(store, lane, words);
        }

        Assert.Equal([Here, There], (await store.Outbox.ReadyLanesAsync(None)).Order());
        Assert.Equal(["1", "2", "3"], await EmptyAsync(store, Here));
        Assert.Equal(["a", "b"], await EmptyAsync(store, There));
        Assert.Empty(await store.Outbox.ReadyLanesAsync(None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_must_wait_holds_back_its_lane_and_no_other(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SayAsync(store, Here, "1");
        await SayAsync(store, Here, "2");
        await SayAsync(store, There, "a");
        var head = (await store.Outbox.HeadAsync(Here, None))!;

        await store.Outbox.LaterAsync(head, store.Clock.GetUtcNow().AddSeconds(30), "Teams answered 429", None);

        Assert.Null(await store.Outbox.HeadAsync(Here, None));
        Assert.Equal([There], await store.Outbox.ReadyLanesAsync(None));
        store.Clock.Advance(TimeSpan.FromSeconds(30));
        var again = (await store.Outbox.HeadAsync(Here, None))!;
        Assert.Equal((head.Id, 1, "Teams answered 429"), (again.Id, again.Attempts, again.LastAnswer));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_is_postponed_lets_the_others_pass_and_is_first_when_its_time_has_come(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SayAsync(store, Here, "1");
        await SayAsync(store, Here, "2");
        var head = (await store.Outbox.HeadAsync(Here, None))!;

        await store.Outbox.PostponeAsync(head, store.Clock.GetUtcNow().AddHours(5), "It can wait", [], None);

        Assert.Equal(["2"], await EmptyAsync(store, Here));
        Assert.Empty(await store.Outbox.ReadyLanesAsync(None));
        Assert.Equal((0, 1), ((await store.Outbox.HealthAsync(None)).Waiting, (await store.Outbox.HealthAsync(None)).Postponed));
        store.Clock.Advance(TimeSpan.FromHours(5));
        await SayAsync(store, Here, "3");
        Assert.Equal([Here], await store.Outbox.ReadyLanesAsync(None));
        Assert.Equal(["1", "3"], await EmptyAsync(store, Here));
        Assert.Empty(await store.Outbox.ReadyLanesAsync(None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_postponed_follows_its_ward_to_another_channel(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await LinkAsync(store, Here, "ward7");
        await store.TakeAsync("ward7", "1001");
        await store.Outbox.ReadyLanesAsync(None);
        await store.Outbox.PostponeAsync((await store.Outbox.HeadAsync(Here, None))!, store.Clock.GetUtcNow().AddHours(5), "It can wait", [], None);

        await LinkAsync(store, There, "ward7");
        Assert.Empty(await store.Outbox.ReadyLanesAsync(None));
        store.Clock.Advance(TimeSpan.FromHours(5));

        Assert.Equal([There], await store.Outbox.ReadyLanesAsync(None));
        Assert.Equal("1001", (await store.Outbox.HeadAsync(There, None))!.CaseId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ward_without_a_channel_keeps_its_rows_until_it_has_one(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001", "1002");
        await store.TakeAsync("xray", "1003");
        Assert.Empty(await store.Outbox.ReadyLanesAsync(None));
        var before = await store.Outbox.HealthAsync(None);
        Assert.Equal((0, 2, 1), (before.Waiting, before.WithoutChannel["ward7"], before.WithoutChannel["xray"]));

        await LinkAsync(store, Here, "ward7");

        Assert.Equal([Here], await store.Outbox.ReadyLanesAsync(None));
        Assert.Equal("1001", (await store.Outbox.HeadAsync(Here, None))!.CaseId);
        var after = await store.Outbox.HealthAsync(None);
        Assert.Equal((2, store.Clock.GetUtcNow()), (after.Waiting, after.OldestSince));
        Assert.Equal(["xray"], after.WithoutChannel.Keys);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_of_a_ward_follow_it_to_another_channel_and_answers_stay_where_they_were_asked(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await LinkAsync(store, Here, "ward7");
        await store.TakeAsync("ward7", "1001");
        await SayAsync(store, Here, "An answer");
        await store.Outbox.ReadyLanesAsync(None);

        await LinkAsync(store, There, "ward7");

        Assert.Equal([Here, There], (await store.Outbox.ReadyLanesAsync(None)).Order());
        Assert.Equal(["An answer"], await EmptyAsync(store, Here));
        Assert.Equal("1001", (await store.Outbox.HeadAsync(There, None))!.CaseId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_leaves_one_row_even_after_that_was_delivered(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SayAsync(store, Here, "Welcome", "welcome:here");
        await SayAsync(store, Here, "Welcome", "welcome:here");
        await SayAsync(store, Here, "No key");
        await SayAsync(store, Here, "No key");
        Assert.Equal(["Welcome", "No key", "No key"], await EmptyAsync(store, Here));

        await SayAsync(store, Here, "Welcome", "welcome:here");

        Assert.Empty(await store.Outbox.ReadyLanesAsync(None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_given_up_is_kept_and_counted_and_its_lane_goes_on(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SayAsync(store, Here, "Refused");
        await SayAsync(store, Here, "Fine");

        await store.Outbox.GiveUpAsync((await store.Outbox.HeadAsync(Here, None))!, "Teams answered 400 BadSyntax", None);
        await EmptyAsync(store, Here);
        await store.Outbox.ForgetDeliveredAsync(store.Clock.GetUtcNow().AddDays(400), None);

        var health = await store.Outbox.HealthAsync(None);
        Assert.Equal((0, 1), (health.Waiting, health.GivenUp));
        var kept = await store.ReadAsync(c => c.Outbox.SingleAsync());
        Assert.Equal((OutboxState.GivenUp, "Teams answered 400 BadSyntax", 1), (kept.State, kept.LastAnswer, kept.Attempts));
        Assert.Equal(store.Clock.GetUtcNow(), kept.FinishedAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_given_up_and_still_matters_waits_again_and_an_answer_of_long_ago_is_let_go(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await LinkAsync(store, Here, "ward7");
        await store.TakeAsync("ward7", "1001", "1002");
        await SayAsync(store, Here, "The answer to a question");
        await store.Outbox.AddAsync(OutboxEntry.ToLane(There, new Intention.RefreshCards("1001"), "1001"), None);
        await store.DoAsync("1002", new CaseAction.Resolve("Mopped."));
        foreach (var lane in await store.Outbox.ReadyLanesAsync(None))
        {
            while (await store.Outbox.HeadAsync(lane, None) is { } head)
            {
                await store.Outbox.GiveUpAsync(head, "Teams answered 401 BotNotRegistered", None);
            }
        }

        Assert.Equal((5, "Teams answered 401 BotNotRegistered"), ((await store.Outbox.HealthAsync(None)).GivenUp, (await store.Outbox.HealthAsync(None)).LastRefusal));
        Assert.Equal(3, await store.Outbox.TakeUpAsync(None));

        // The card of the case that is open, and both refreshes; what follows a ward goes where the ward is now.
        var waiting = await store.ReadAsync(c => c.Outbox.Where(o => o.State == OutboxState.Waiting).OrderBy(o => o.Id).ToListAsync());
        Assert.Equal([("1001", (string?)null), ("1001", There), ("1002", null)], waiting.Select(o => (o.CaseId, o.Lane)));
        // What is left is the card of the case that is closed: whoever takes that up again shall see it.
        Assert.Equal(1, (await store.Outbox.HealthAsync(None)).GivenUp);
        Assert.DoesNotContain(await store.ReadAsync(c => c.Outbox.ToListAsync()), o => o.State == OutboxState.GivenUp && o.CaseId is null);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_refused_time_and_again_is_told_once(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        foreach (var person in new[] { "ann", "bob", "ann", "ann" })
        {
            await store.Outbox.AddAsync(OutboxEntry.ToLane(Here, new Intention.MentionEscalation("MustNotWait:1001", person), "1001"), None);
            await store.Outbox.GiveUpAsync((await store.Outbox.HeadAsync(Here, None))!, "Teams answered 401 BotNotRegistered", None);
        }

        Assert.Equal(2, await store.Outbox.TakeUpAsync(None));
        Assert.Equal([Lane.OfPerson("ann"), Lane.OfPerson("bob")], (await store.Outbox.ReadyLanesAsync(None)).Order());
        Assert.Equal((2, 0), ((await store.Outbox.HealthAsync(None)).Waiting, (await store.Outbox.HealthAsync(None)).GivenUp));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Delivered_rows_are_forgotten_after_their_time_and_waiting_ones_never(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SayAsync(store, Here, "Old");
        await EmptyAsync(store, Here);
        store.Clock.Advance(TimeSpan.FromDays(3));
        await SayAsync(store, Here, "New");
        await EmptyAsync(store, Here);
        await SayAsync(store, There, "Waiting");
        store.Clock.Advance(TimeSpan.FromDays(1));

        await store.Outbox.ForgetDeliveredAsync(store.Clock.GetUtcNow().AddDays(-2), None);

        Assert.Equal(["New", "Waiting"], (await store.ReadAsync(c => c.Outbox.OrderBy(o => o.Id).ToListAsync())).Select(Words));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_paused_channel_gives_nothing_says_why_and_goes_on_when_the_bot_is_back(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await LinkAsync(store, Here, "ward7", "team");
        await store.TakeAsync("ward7", "1001");
        Assert.Equal([Here], await store.Outbox.ReadyLanesAsync(None));

        await store.Outbox.PauseAsync((await store.Outbox.HeadAsync(Here, None))!, "the bot was removed from the team", [], None);

        Assert.Empty(await store.Outbox.ReadyLanesAsync(None));
        Assert.Null(await store.Outbox.HeadAsync(Here, None));
        Assert.Equal("the bot was removed from the team", (await store.Outbox.HealthAsync(None)).Paused["ward7"]);

        await store.Channels.SeeTeamAsync(new TeamRow { Id = "team", ServiceUrl = "http://127.0.0.1/teams" }, None);

        Assert.Equal("1001", (await store.Outbox.HeadAsync(Here, None))!.CaseId);
        Assert.Empty((await store.Outbox.HealthAsync(None)).Paused);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_and_what_it_leaves_behind_are_saved_together_or_not_at_all(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await LinkAsync(store, Here, "ward7");
        await store.TakeAsync("ward7", "1001");
        await store.Outbox.ReadyLanesAsync(None);
        var row = (await store.Outbox.HeadAsync(Here, None))!;
        var card = new CardRow { ChannelId = Here, ActivityId = "1", ThreadId = $"{Here};messageid=1", CaseId = "1001", WardId = "ward7", ShownVersion = 1 };
        var follows = new Aftermath.Follows(OutboxEntry.ToWard("ward7", "1001", new Intention.RefreshCards("1001")));

        await Refusing.StartAsync(store, "Cards");
        await Assert.ThrowsAsync<DbUpdateException>(() => store.Outbox.DoneAsync(row, null, [new Aftermath.CardStands(card), follows], None));
        await Refusing.StopAsync(store, "Cards");
        Assert.Empty(await store.Shown.OfCaseAsync("1001", None));
        Assert.Equal((row.Id, 0), ((await store.Outbox.HeadAsync(Here, None))!.Id, (await store.Outbox.HeadAsync(Here, None))!.Attempts));

        await store.Outbox.DoneAsync(row, null, [new Aftermath.CardStands(card), follows], None);
        Assert.Single(await store.Shown.OfCaseAsync("1001", None));
        await store.Outbox.ReadyLanesAsync(None);
        Assert.Contains("refresh", (await store.Outbox.HeadAsync(Here, None))!.Intention, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_is_finished_stays_as_it_ended(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SayAsync(store, Here, "Once");
        var row = (await store.Outbox.HeadAsync(Here, None))!;
        await store.Outbox.DoneAsync(row, null, [], None);

        await store.Outbox.GiveUpAsync(row, "Too late", None);

        var kept = await store.ReadAsync(c => c.Outbox.SingleAsync());
        Assert.Equal((OutboxState.Delivered, null), (kept.State, kept.LastAnswer));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_card_that_was_pressed_before_its_sending_was_saved_is_kept_once(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SayAsync(store, Here, "In place of a card");
        var row = (await store.Outbox.HeadAsync(Here, None))!;
        await store.Shown.AdoptAsync(Card(shown: 0), None);

        await store.Outbox.DoneAsync(row, null, [new Aftermath.CardStands(Card(shown: 1))], None);

        Assert.Equal(1, Assert.Single(await store.Shown.OfCaseAsync("1001", None)).ShownVersion);
        Assert.Null(await store.Outbox.HeadAsync(Here, None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_assignment_refreshes_each_channel_that_shows_the_case_and_tells_the_assignee(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await LinkAsync(store, Here, "ward7");
        await store.TakeAsync("ward7", "1001");
        await store.Outbox.ReadyLanesAsync(None);
        foreach (var activity in new[] { "1", "2" })
        {
            await store.Shown.AdoptAsync(
                new CardRow { ChannelId = There, ActivityId = activity, ThreadId = There, CaseId = "1001", WardId = "xray" }, None);
        }

        await store.DoAsync("1001", new CaseAction.Assign(CardSamples.Bob));
        await store.Outbox.ReadyLanesAsync(None);

        var rows = await store.ReadAsync(c => c.Outbox.OrderBy(o => o.Id).Skip(1).Select(o => o.Lane).ToListAsync());
        Assert.Equal([Here, There, Lane.OfPerson(CardSamples.Bob.Id)], rows.Order());
    }

    private static CardRow Card(int shown) =>
        new() { ChannelId = Here, ActivityId = "1", ThreadId = Here, CaseId = "1001", WardId = "ward7", ShownVersion = shown };

    private static Task SayAsync(TestStore store, string lane, string words, string? key = null) => store.Outbox.AddAsync(
        OutboxEntry.ToLane(lane, new Intention.Answer(new Address("http://127.0.0.1/teams", lane, null), new Reply.Sentence(words)), key: key), None);

    private static async Task LinkAsync(TestStore store, string channelId, string wardId, string? teamId = null)
    {
        await store.Channels.SeeChannelAsync(new ChannelRow { Id = channelId, ServiceUrl = "http://127.0.0.1/teams", TeamId = teamId }, None);
        await store.Channels.LinkAsync(channelId, wardId, None);
    }

    private static async Task<IEnumerable<string>> EmptyAsync(TestStore store, string lane) => (await store.Outbox.EmptyAsync(lane, None)).Select(Words);

    private static string Words(OutboxRow row) =>
        ((Reply.Sentence)((Intention.Answer)System.Text.Json.JsonSerializer.Deserialize<Intention>(row.Intention)!).Reply).Text;
}
