using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

public sealed class DigestReaderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_figures_are_of_the_span_and_what_waits_and_is_claimed_is_as_it_stands(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1", "2", "3");
        await store.DoAsync("1", new CaseAction.Resolve("Mopped."));
        store.Clock.Advance(TimeSpan.FromHours(1));
        var since = store.Clock.GetUtcNow();
        await store.DoAsync("2", new CaseAction.Resolve("Mopped."));
        await store.TakeAsync("ward7", "4", "5");
        await store.TakeAsync("xray", "6", "7", "8");
        await store.DoAsync("5", new CaseAction.Claim());
        foreach (var id in new[] { "3", "4" })
        {
            await store.DoAsync(id, new CaseAction.Correct(new Correction(Tone.Complaint, [Topic.Food])));
        }

        await store.DoAsync("6", new CaseAction.Dismiss("Not about us"));

        var digest = await ReadAsync(store, null, since);

        Assert.Equal([new("ward7", 2, 2, 1, 1) { Corrected = 1 }, new("xray", 3, 2, 0, 0)], digest.Wards);
        Assert.Equal(["3", "4", "7", "8"], digest.Waiting.First.Select(w => w.Case.Id));
        Assert.Equal(4, digest.Waiting.Count);
        Assert.Equal(5, digest.Tones.Values.Sum());
        Assert.Equal(["ward7"], (await ReadAsync(store, ["ward7"], since)).Wards.Select(w => w.WardId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_reopened_waits_from_then_on_and_not_from_its_arrival(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1");
        await store.DoAsync("1", new CaseAction.Resolve("Mopped."));
        store.Clock.Advance(TimeSpan.FromHours(2));
        await store.TakeAsync("ward7", "2");
        var second = store.Clock.GetUtcNow();
        store.Clock.Advance(TimeSpan.FromHours(2));
        await store.DoAsync("1", new CaseAction.Reopen("It smells again."));
        var reopened = store.Clock.GetUtcNow();
        store.Clock.Advance(TimeSpan.FromHours(1));
        await store.DoAsync("1", new CaseAction.Correct(new Correction(Tone.Complaint, [Topic.Food])));

        Assert.Equal([("2", second), ("1", reopened)], (await ReadAsync(store, null, second)).Waiting.First.Select(w => (w.Case.Id, w.Since)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_rings_about_a_case_that_was_closed_before_is_told_until_somebody_has_seen_to_it(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1", "2");
        await store.DoAsync("1", new CaseAction.Resolve("Mopped."));
        await store.DoAsync("2", new CaseAction.Resolve("Mopped."));
        var now = store.Clock.GetUtcNow();
        await WriteAsync(store, async context =>
        {
            context.Escalations.Add(EscalationRow.Of(new Escalation(EscalationKind.MustNotWait, "1", "ward7", now), "Somebody may come to harm."));
            context.Escalations.Add(EscalationRow.Of(new Escalation(EscalationKind.MustNotWait, "2", "ward7", now), "Somebody may come to harm."));
            return await context.SaveChangesAsync();
        });
        await WriteAsync(store, context => context.Escalations.Where(e => e.Subject == "2").ExecuteUpdateAsync(s => s.SetProperty(e => e.State, EscalationState.Done).SetProperty(e => e.DoneAt, now)));

        Assert.Equal(["1"], (await ReadAsync(store, null, now)).MustNotWait.First.Select(c => c.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_must_not_wait_stands_apart_and_PALS_counts_until_it_has_acknowledged(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1", "2", "3", "4");
        await store.TakeAsync("xray", "5");
        const string Neglect = """{"Kind":"Neglect","Words":["left alone"]}""";
        await WriteAsync(store, context => context.Cases.Where(c => c.Id == "2" || c.Id == "5").ExecuteUpdateAsync(s => s.SetProperty(c => c.Alarm, Neglect)));
        var now = store.Clock.GetUtcNow();
        await WriteAsync(store, async context =>
        {
            context.Escalations.Add(EscalationRow.Of(new Escalation(EscalationKind.MustNotWait, "2", "ward7", now), "Somebody may come to harm."));
            return await context.SaveChangesAsync();
        });
        await WriteAsync(store, context => context.Cases.Where(c => c.Id == "3" || c.Id == "4").ExecuteUpdateAsync(s => s.SetProperty(c => c.PalsAt, now)));
        await WriteAsync(store, context => context.Cases.Where(c => c.Id == "4").ExecuteUpdateAsync(s => s.SetProperty(c => c.PalsAcknowledgedAt, now)));

        var digest = await ReadAsync(store, ["ward7"], now);

        Assert.Equal("2", Assert.Single(digest.MustNotWait.First).Id);
        Assert.Equal(EscalationState.Open, Assert.Single(digest.Alarms, a => a.Key == "2").Value.State);
        Assert.Equal("3", Assert.Single(digest.Pals.First).Id);
        Assert.DoesNotContain("2", digest.Waiting.First.Select(w => w.Case.Id));
        Assert.Equal(2, (await ReadAsync(store, null, now)).MustNotWait.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Praise_that_nobody_has_said_thank_you_for_comes_first_and_only_the_spans(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1", "2", "3", "4");
        await WriteAsync(store, context => context.Cases.ExecuteUpdateAsync(s => s.SetProperty(c => c.Tone, Tone.Neutral)));
        await WriteAsync(store, context => context.Cases.Where(c => c.Id != "4").ExecuteUpdateAsync(s => s.SetProperty(c => c.Tone, Tone.Compliment)));
        await WriteAsync(store, context => context.Cases.Where(c => c.Id == "1").ExecuteUpdateAsync(s => s.SetProperty(c => c.ThankedById, "mary").SetProperty(c => c.ThankedByName, "Mary")));

        var digest = await ReadAsync(store, null, store.Clock.GetUtcNow());

        Assert.Equal(["2", "3", "1"], digest.Praise.First.Select(c => c.Id));
        Assert.Equal(["4"], digest.Waiting.First.Select(w => w.Case.Id));
        Assert.Equal((3, 1), (digest.Tones[Tone.Compliment], digest.Tones[Tone.Neutral]));
        Assert.Equal(0, (await ReadAsync(store, null, store.Clock.GetUtcNow().AddSeconds(1))).Praise.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Escalations_count_while_nobody_has_taken_them_and_of_a_kind_only_five_are_shown(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var now = store.Clock.GetUtcNow();
        await WriteAsync(store, async context =>
        {
            context.Escalations.AddRange(Enumerable.Range(1, 7).Select(i => EscalationRow.Of(new Escalation(EscalationKind.Look, $"{i}", "ward7", now.AddMinutes(i)), "It is a complaint with a picture.")));
            context.Escalations.Add(EscalationRow.Of(new Escalation(EscalationKind.Pattern, "1:Food", "xray", now) { State = EscalationState.Taken, TakenBy = new Person("bea", "Bea") }, "Two people complain."));
            context.Escalations.Add(EscalationRow.Of(new Escalation(EscalationKind.Pattern, "9:Food", "desk", now), "Two people complain."));

            // The case that made it one was taken out of it.
            context.Patterns.Add(new PatternRow { Id = "9:Food", WardId = "desk", Topic = Topic.Food, RuleVersion = 1, OpenedAt = now, Complaints = """["6","7"]""" });
            context.Escalations.Add(EscalationRow.Of(new Escalation(EscalationKind.Praise, "8", "ward7", now), "It praises somebody."));
            await context.SaveChangesAsync();
            return 0;
        });

        var digest = await ReadAsync(store, null, now);

        Assert.Equal(("7", "desk"), (digest.NotTaken.First[0].CaseId, digest.NotTaken.First[0].WardId));
        Assert.Equal((8, 5, 3), (digest.NotTaken.Count, digest.NotTaken.First.Count, digest.NotTaken.Left));
        Assert.Equal(("1", "It is a complaint with a picture."), (digest.NotTaken.First[1].CaseId, digest.NotTaken.First[1].Why));
        Assert.Equal(0, (await ReadAsync(store, ["xray"], now)).NotTaken.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_the_case_of_what_nobody_has_taken_is_named_while_they_have_it(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1", "2");
        var now = store.Clock.GetUtcNow();
        await WriteAsync(store, async context =>
        {
            context.Escalations.AddRange(new[] { "1", "2" }.Select(id => EscalationRow.Of(new Escalation(EscalationKind.Look, id, "ward7", now), "It is a complaint with a picture.")));
            await context.SaveChangesAsync();
            return 0;
        });
        await store.DoAsync("2", new CaseAction.Claim(), CardSamples.Bob);

        Assert.Equal([null, CardSamples.Bob.Name], (await ReadAsync(store, null, now)).NotTaken.First.OrderBy(e => e.CaseId).Select(e => e.Claimer?.Name));

        // A resolved case keeps who resolved it.
        await store.DoAsync("2", new CaseAction.Resolve("Mopped."));
        Assert.All((await ReadAsync(store, null, now)).NotTaken.First, e => Assert.Null(e.Claimer));
    }

    private static Task<Digest> ReadAsync(TestStore store, IReadOnlyList<string>? wardIds, DateTimeOffset since) =>
        store.Get<DigestReader>().ReadAsync(new DigestReach(wardIds), since, store.Clock.GetUtcNow(), None);

    private static Task<int> WriteAsync(TestStore store, Func<FeedbackContext, Task<int>> work) => store.Database.WriteAsync(work, None);
}
