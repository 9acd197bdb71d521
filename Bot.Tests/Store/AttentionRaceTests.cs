using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Tests.Cards;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

/// <summary>What is brought to people, while others act at the same moment and messages come and go.</summary>
public sealed class AttentionRaceTests
{
    /// <summary>A boss says what came of it while the case is weighed.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_weighing_made_of_an_escalation_does_not_undo_what_a_boss_pressed_meanwhile(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var (attention, now) = (store.Get<Attention>(), store.Clock.GetUtcNow());
        var brought = await BringAsync(store);
        await store.DoAsync("1001", new CaseAction.Resolve("Mopped."));
        var (file, before) = (await store.FindAsync("1001"), brought.ToEscalation());
        var closed = Assert.IsType<EscalationOutcome.Changed>(EscalationMachine.Close(before, "The case was resolved.", now)).Escalation;
        await attention.TryCommitAsync(brought, before with { State = EscalationState.Done, DoneBy = CardSamples.Mary, DoneAt = now, Note = "Spoke to the cook." }, now, None);

        await attention.WeighedAsync(new Weighing(file.Case, [], [(before, closed)]), now, None);

        var row = (await attention.FindAsync(brought.Id, None))!;
        Assert.Equal((CardSamples.Mary.Id, "Spoke to the cook."), (row.DoneById, row.Note));
        Assert.Equal("1001", Assert.Single(await attention.UnweighedAsync(9, None)).Case.Id);
    }

    /// <summary>A boss of the ward where it was had said that it is done; then it moved on, and its author wrote more.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_opened_again_is_brought_to_the_ward_where_its_case_is(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var (attention, now) = (store.Get<Attention>(), store.Clock.GetUtcNow());
        var brought = await BringAsync(store);
        var done = brought.ToEscalation() with { State = EscalationState.Done, DoneBy = CardSamples.Mary, DoneAt = now, Note = "Seen to." };
        await attention.TryCommitAsync(brought, done, now, None);
        await store.DoAsync("1001", new CaseAction.Move("xray"));

        await attention.WeighedAsync(new Weighing((await store.FindAsync("1001")).Case, [], [(done, EscalationMachine.Reopen(done, now).Escalation)]), now, None);

        var row = (await attention.FindAsync(brought.Id, None))!;
        Assert.Equal((EscalationState.Open, "xray"), (row.State, row.WardId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reminder_has_no_earlier_message_edited_that_is_up_to_date(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var attention = store.Get<Attention>();
        await StandsAsync(store, await BringAsync(store), "there");
        var before = await store.ReadAsync(c => c.Escalations.SingleAsync());

        var reminded = before.ToEscalation() with { Rungs = 1, RungAt = store.Clock.GetUtcNow(), ToldAt = store.Clock.GetUtcNow() };
        await attention.SteppedAsync(before, new EscalationStep(reminded, [], ["ann"], null), store.Clock.GetUtcNow(), None);

        var now = await store.ReadAsync(c => c.Escalations.SingleAsync());
        Assert.True(now.Version > before.Version);
        Assert.Equal(now.Version, Assert.Single(await attention.MessagesAsync(now.Id, "ann", None)).ShownVersion);
    }

    /// <summary>A chat that is gone takes a night's reminders along.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_several_messages_that_are_gone_the_last_is_told_anew_and_no_other(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var row = await BringAsync(store);
        var messages = new[] { "first", "second", "third" };
        foreach (var id in messages)
        {
            await StandsAsync(store, row, id);
        }

        foreach (var message in await store.Get<Attention>().MessagesAsync(row.Id, "ann", None))
        {
            await store.Outbox.StayAsync([new Aftermath.EscalationLost(message)], None);
        }

        Assert.Equal(1, await store.ReadAsync(c => c.Outbox.CountAsync(o => o.Key != null && o.Key.StartsWith("tell:"))));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whose_message_told_them_nothing_has_not_been_told(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var (attention, row) = (store.Get<Attention>(), await BringAsync(store));
        foreach (var person in new[] { "ann", "bob" })
        {
            var tell = new Intention.TellEscalation(row.Id, person);
            await store.Outbox.AddAsync(OutboxEntry.ToLane(Lane.OfPerson(person), tell, key: $"tell:{row.Id}:1:{person}"), None);
        }

        await store.Outbox.DoneAsync(await store.ReadAsync(c => c.Outbox.Where(o => o.Lane == Lane.OfPerson("ann")).ToListAsync()), null, [new Aftermath.EscalationNotTold(row.Id, "ann")], None);

        Assert.Equal(["bob"], await attention.ToldAsync(row.Id, None));
    }

    /// <summary>The case 1001 is worth a look.</summary>
    private static async Task<EscalationRow> BringAsync(TestStore store)
    {
        var (file, now) = (await store.FindAsync("1001"), store.Clock.GetUtcNow());
        var look = new Escalation(EscalationKind.Look, file.Case.Id, file.Case.WardId, now);
        await store.Get<Attention>().WeighedAsync(new Weighing(file.Case, [(look, "It is a complaint with a picture.")], []), now, None);
        return await store.ReadAsync(c => c.Escalations.SingleAsync());
    }

    /// <summary>Ann has such a message about it.</summary>
    private static Task StandsAsync(TestStore store, EscalationRow row, string id) => store.Outbox.StayAsync(
        [new Aftermath.EscalationStands(new SentMessage(Lane.OfPerson("ann"), "http://127.0.0.1", "chat", id), row.Id, "ann", row.Version)], None);
}
