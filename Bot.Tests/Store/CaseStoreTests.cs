using FeedbackBot.Cases;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

public class CaseStoreTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_stale_version_is_refused_and_leaves_nothing(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var stale = (await store.FindAsync("1001")).Case;
        await store.DoAsync("1001", new CaseAction.Claim(), CardSamples.Ann);
        var rows = await store.ReadAsync(c => c.Outbox.CountAsync());

        var committed = await store.Cases.TryCommitAsync(stale, Claim(stale, CardSamples.Bob), None);

        var file = await store.FindAsync("1001");
        Assert.False(committed);
        Assert.Equal((CardSamples.Ann, 2, 2), (file.Case.Claimer, file.Case.Version, file.Events.Count));
        Assert.Equal(rows, await store.ReadAsync(c => c.Outbox.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Case_event_and_outbox_rows_are_committed_together_or_not_at_all(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var before = (await store.FindAsync("1001")).Case;

        foreach (var table in new[] { "CaseEvents", "Outbox" })
        {
            await Refusing.StartAsync(store, table);
            await Assert.ThrowsAsync<DbUpdateException>(() => store.Cases.TryCommitAsync(before, Claim(before, CardSamples.Ann), None));
            await Refusing.StopAsync(store, table);
            var untouched = await store.FindAsync("1001");
            Assert.Equal((CaseState.New, 1, 1), (untouched.Case.State, untouched.Case.Version, untouched.Events.Count));
            Assert.Equal(1, await store.ReadAsync(c => c.Outbox.CountAsync()));
        }

        Assert.True(await store.Cases.TryCommitAsync(before, Claim(before, CardSamples.Ann), None));
        var file = await store.FindAsync("1001");
        Assert.Equal((CaseState.Claimed, 2, CaseEventKind.Claimed), (file.Case.State, file.Case.Version, file.Events[^1].Kind));
        Assert.Equal(2, await store.ReadAsync(c => c.Outbox.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_case_that_was_weighed_is_unweighed_again_after_a_click(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        await store.ReadAsync(c => c.Cases.ExecuteUpdateAsync(s => s.SetProperty(x => x.IsUnweighed, false)));

        await store.DoAsync("1001", new CaseAction.Claim(), CardSamples.Ann);

        Assert.True(await store.ReadAsync(c => c.Cases.Select(x => x.IsUnweighed).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_case_that_was_never_there_is_not_found(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);

        Assert.Null(await store.Cases.FindAsync("'; DROP TABLE \"Cases\"; --", None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task History_tells_who_when_and_what_in_order(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        foreach (var action in new CaseAction[]
        {
            new CaseAction.Assign(CardSamples.Bob), new CaseAction.Release(), new CaseAction.Resolve(" Mopped.\0 "), new CaseAction.Reopen("It is back."),
            new CaseAction.Move("xray"), new CaseAction.Dismiss("Spam."), new CaseAction.Thank("Well spotted."),
        })
        {
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            await store.DoAsync("1001", action);
        }

        var file = await store.FindAsync("1001");

        Assert.Equal(Enumerable.Range(1, 8), file.Events.Select(e => e.Version));
        Assert.Equal(
            ["Received", "Assigned", "Released", "Resolved", "Reopened", "Moved", "Dismissed", "Thanked"],
            file.Events.Select(e => e.Kind.ToString()));
        Assert.Equal([null, .. Enumerable.Repeat(CardSamples.Mary, 7)], file.Events.Select(e => e.By));
        Assert.Equal(Enumerable.Range(0, 8).Select(m => new FakeClock().GetUtcNow().AddMinutes(m)), file.Events.Select(e => e.At));
        Assert.Equal((CardSamples.Bob, "Mopped.", "It is back."), (file.Events[1].Assignee, file.Events[3].Note, file.Events[4].Note));
        Assert.Equal(("ward7", "xray"), (file.Events[5].FromWardId, file.Events[5].WardId));
        Assert.Equal((CaseState.Dismissed, CardSamples.Mary, "xray"), (file.Case.State, file.Case.ThankedBy, file.Case.WardId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Open_cases_come_longest_waiting_first_with_their_number(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        foreach (var (id, ward) in new[] { ("1004", "ward7"), ("1003", "ward7"), ("1002", "xray"), ("1001", "ward7"), ("1005", "ward7") })
        {
            await store.TakeAsync(ward, id);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await store.DoAsync("1003", new CaseAction.Claim(), CardSamples.Ann);
        await store.DoAsync("1002", new CaseAction.Claim(), CardSamples.Bob);
        await store.DoAsync("1005", new CaseAction.Resolve("Done."));

        Assert.Equal(("1004 1003 1002 1001", 4), await OpenAsync(store, null, null, 10));
        Assert.Equal(("1004 1003", 3), await OpenAsync(store, "ward7", null, 2));
        Assert.Equal(("1003", 1), await OpenAsync(store, null, CardSamples.Ann.Id, 10));
        Assert.Equal(("", 0), await OpenAsync(store, "desk", null, 10));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Histories_hold_every_case_that_was_open_in_the_span_with_all_its_events(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001", "1002", "1003");
        await store.DoAsync("1001", new CaseAction.Resolve("Long ago."));
        store.Clock.Advance(TimeSpan.FromDays(2));
        await store.DoAsync("1003", new CaseAction.Move("xray"));
        await store.DoAsync("1003", new CaseAction.Resolve("Today."));
        var today = store.Clock.GetUtcNow();

        var all = await store.Cases.HistoriesAsync(today, null, None);
        var xray = await store.Cases.HistoriesAsync(today, ["xray"], None);
        var ward7 = await store.Cases.HistoriesAsync(today.AddDays(-2), ["ward7"], None);

        Assert.Equal(["1002", "1003"], all.Keys.Order());
        Assert.Equal([1, 2, 3], all["1003"].Select(e => e.Version));
        Assert.Equal(["1003"], xray.Keys);
        Assert.Equal(["1001", "1002", "1003"], ward7.Keys.Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_PALS_has_yet_to_acknowledge_is_found_the_longest_first_closed_or_not(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001", "1002");
        await store.TakeAsync("xray", "1003", "1004");
        foreach (var id in new[] { "1002", "1001", "1003", "1004" })
        {
            store.Clock.Advance(TimeSpan.FromMinutes(1));
            await store.DoAsync(id, new CaseAction.HandToPals("She asked."));
        }

        await store.DoAsync("1002", new CaseAction.Resolve("Mopped."));
        await store.DoAsync("1003", new CaseAction.AcknowledgeByPals());
        await store.DoAsync("1004", new CaseAction.TakeBackFromPals("The wrong card."));

        Assert.Equal(["1002", "1001"], (await store.Cases.WithPalsAsync(null, None)).Select(c => c.Id));
        Assert.Empty(await store.Cases.WithPalsAsync(["xray"], None));
        Assert.Equal([CaseEventKind.HandedToPals, CaseEventKind.PalsAcknowledged], (await store.FindAsync("1003")).Events.TakeLast(2).Select(e => e.Kind));

        await store.DoAsync("1003", new CaseAction.NotYetByPals());

        Assert.Contains("1003", (await store.Cases.WithPalsAsync(null, None)).Select(c => c.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task How_posts_are_read_is_told_as_it_was_corrected_for_those_that_came_in_time(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        store.Clock.Advance(TimeSpan.FromDays(1));
        var today = store.Clock.GetUtcNow();
        await store.TakeAsync("ward7", "1002");
        await store.TakeAsync("xray", "1003");
        await store.DoAsync("1002", new CaseAction.Correct(new Correction(Tone.Compliment, [Topic.Food])));

        await store.DoAsync("1003", new CaseAction.RaiseAlarm("She is alone."));
        await store.DoAsync("1003", new CaseAction.LiftAlarm("She is safe."));

        await store.ExecuteAsync("UPDATE \"Cases\" SET \"AgainAfter\" = '1001' WHERE \"Id\" = '1002'");
        var marks = await store.Cases.MarksAsync(today, null, None);

        Assert.Equal(
            [("1002", Tone.Compliment, 1, false, true), ("1003", Tone.Mixed, 2, true, false)],
            marks.OrderBy(m => m.Key).Select(m => (m.Key, m.Value.Reading.Tone, m.Value.Reading.Topics.Count, m.Value.WasAlarming, m.Value.IsAgain)));
        Assert.Equal(["1003"], (await store.Cases.MarksAsync(today, ["xray"], None)).Keys);
        Assert.True((await store.FindAsync("1002")).Case.IsCorrected);
    }

    private static Outcome.Changed Claim(Case before, Person by) => (Outcome.Changed)CaseMachine.Decide(
        before, new CaseAction.Claim(), new Actor(by, IsMember: true, IsFixer: false, IsBoss: false), before.ReceivedAt.AddMinutes(1), id => id);

    private static async Task<(string Ids, int Count)> OpenAsync(TestStore store, string? wardId, string? claimerId, int most)
    {
        var (files, count) = await store.Cases.OpenAsync(wardId is null ? null : [wardId], claimerId, most, None);
        return (string.Join(' ', files.Select(f => f.Case.Id)), count);
    }
}
