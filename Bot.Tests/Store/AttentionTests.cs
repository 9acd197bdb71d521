using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Triage;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

public sealed class AttentionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_weighing_that_somebody_overtook_nothing_is_kept_and_the_case_is_weighed_again(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var (attention, seen) = (store.Get<Attention>(), await store.FindAsync("1001"));
        await store.DoAsync("1001", new CaseAction.Claim());

        await attention.WeighedAsync(Weighed(seen), store.Clock.GetUtcNow(), None);
        Assert.Equal(0, await store.ReadAsync(c => c.Escalations.CountAsync()));
        Assert.Equal("1001", Assert.Single(await attention.UnweighedAsync(9, None)).Case.Id);

        // Two instances, were there ever two, don't both bring it.
        var now = Weighed(await store.FindAsync("1001"));
        await Task.WhenAll(attention.WeighedAsync(now, store.Clock.GetUtcNow(), None), attention.WeighedAsync(now, store.Clock.GetUtcNow(), None));
        Assert.Equal(1, await store.ReadAsync(c => c.Escalations.CountAsync()));
        Assert.Empty(await attention.UnweighedAsync(9, None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_must_not_wait_is_weighed_before_all_that_came_earlier(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001", "1002");
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.TakeAsync("ward7", "1003");
        await store.DoAsync("1003", new CaseAction.RaiseAlarm("She is alone."));

        Assert.Equal(["1003", "1001"], (await store.Get<Attention>().UnweighedAsync(2, None)).Select(f => f.Case.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_patterns_messages_show_its_end_also_where_somebody_had_seen_to_it(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var attention = store.Get<Attention>();
        var (pattern, brought) = await PatternAsync(store);
        await attention.TryCommitAsync(brought, brought.ToEscalation() with { State = EscalationState.Done, DoneBy = CardSamples.Mary, DoneAt = store.Clock.GetUtcNow(), Note = "Told the cleaners" }, store.Clock.GetUtcNow(), None);
        var before = (await attention.FindAsync(brought.Id, None))!.Version;

        await attention.WeighedAsync(new Weighing((await store.FindAsync("1002")).Case, [], []) { Patterns = [new PatternChange.Ended(pattern, "It is over.")] }, store.Clock.GetUtcNow(), None);

        Assert.True((await attention.FindAsync(brought.Id, None))!.Version > before);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_card_that_stands_hastens_no_update_of_its_patterns_messages(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var attention = store.Get<Attention>();
        var (pattern, brought) = await PatternAsync(store);
        var first = (await attention.FindAsync(brought.Id, None))!.Version;
        await CardStands("1001");
        var linked = (await attention.FindAsync(brought.Id, None))!.Version;
        Assert.True(linked > first);

        await attention.WeighedAsync(
            new Weighing((await store.FindAsync("1002")).Case, [], []) { Patterns = [new PatternChange.Joined(pattern with { TellAt = store.Clock.GetUtcNow().AddMinutes(15) })] }, store.Clock.GetUtcNow(), None);
        var joined = (await attention.FindAsync(brought.Id, None))!.Version;
        await CardStands("1002");

        Assert.Equal(joined, (await attention.FindAsync(brought.Id, None))!.Version);

        Task CardStands(string id) => store.Outbox.StayAsync(
            [new Aftermath.CardStands(new() { ChannelId = "19:ward7", ActivityId = id, ThreadId = id, CaseId = id, WardId = "ward7", ShownVersion = 1 })], None);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Cards_that_say_something_else_are_drawn_anew_without_an_event_and_without_weighing_them_again(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001", "1002");
        var attention = store.Get<Attention>();
        await attention.WeighedAsync(new Weighing((await store.FindAsync("1002")).Case, [], []), store.Clock.GetUtcNow(), None);

        await attention.WeighedAsync(
            new Weighing((await store.FindAsync("1001")).Case, [], []) { AgainAfter = "0999", Redrawn = ["1001", "1002"] }, store.Clock.GetUtcNow(), None);

        var (one, other) = (await store.FindAsync("1001"), await store.FindAsync("1002"));
        Assert.Equal((2, 1, "0999"), (one.Case.Version, one.Events.Count, one.Case.AgainAfter));
        Assert.Equal((2, 1, null), (other.Case.Version, other.Events.Count, other.Case.AgainAfter));
        Assert.Empty(await attention.UnweighedAsync(9, None));
        Assert.Equal(["1001", "1002"], (await store.ReadAsync(c => c.Outbox.Where(o => o.Intention.Contains("refresh")).Select(o => o.CaseId).ToListAsync())).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_complaints_that_may_be_about_the_same_are_read(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var at = CardSamples.T0.AddDays(100);
        store.Clock.Advance(at - store.Clock.GetUtcNow());
        await Take("itself", 0);
        await Take("near", -47);
        await Take("known", -1);
        await Take("later", 47);
        await Take("far", -49);
        await Take("kept in mind", -24 * 80);
        await Take("elsewhere", -1, "xray");
        await Take("fixed", -24 * 9);
        await Take("fixed long ago", -24 * 30);
        await Take("fixed since", -24 * 9);
        await Take("dismissed", -1);
        await store.DoAsync("dismissed", new CaseAction.Dismiss("Spam"));
        await store.ExecuteAsync(Resolve("fixed", at.AddDays(-13)));
        await store.ExecuteAsync(Resolve("fixed long ago", at.AddDays(-15)));
        await store.ExecuteAsync(Resolve("fixed since", at.AddMinutes(1)));
        await store.ExecuteAsync("UPDATE \"Cases\" SET \"AgainAfter\" = 'kept in mind' WHERE \"Id\" = 'itself'");

        var read = await store.Get<Attention>().ComplaintsAsync(await store.FindAsync("itself"), TimeSpan.FromHours(48), TimeSpan.FromDays(14), ["known", "fixed"], None);

        Assert.Equal(["fixed", "kept in mind", "later", "near"], read.Select(c => c.CaseId).Order(StringComparer.Ordinal));
        Assert.All(read, c => Assert.Equal(Topic.Cleanliness, c.Topic));

        Task Take(string id, double hours, string ward = "ward7") =>
            store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post(id) with { PostedAt = at.AddHours(hours) }, ward)], null, None);

        string Resolve(string id, DateTimeOffset when) =>
            $"UPDATE \"Cases\" SET \"State\" = 'Resolved', \"ClosedAt\" = {(kind == DatabaseKind.Sqlite ? $"{when.ToUnixTimeMilliseconds()}" : $"'{when:O}'")} WHERE \"Id\" = '{id}'";
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_card_shows_the_patterns_that_its_case_is_in_and_not_those_that_have_ended_or_that_it_has_left(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001", "1002", "1003");
        var attention = store.Get<Attention>();
        var complaints = (await store.Cases.FilesAsync(["1001", "1002", "1003"], None)).SelectMany(Weigher.ComplaintsOf).ToList();
        var pattern = new Pattern("p", PatternRule.Version, complaints, store.Clock.GetUtcNow(), store.Clock.GetUtcNow());
        await Take("1003", new PatternChange.Opened(pattern));
        Assert.Equal("p", Assert.Single(await Of("1001")).Id);

        await store.DoAsync("1001", new CaseAction.TakeOut(Topic.Cleanliness, IsInPattern: true));
        Assert.Empty(await Of("1001"));
        Assert.Equal(["1002", "1003"], Assert.Single(await Of("1002")).Complaints.Select(c => c.CaseId));

        // Of a large one the first cases are enough, unless they are all one person's.
        var many = Enumerable.Range(2001, 30).Select(i => $"{i}").ToArray();
        await store.Intake.SaveAsync("x", [.. many.Select((id, i) => Arrivals.Of(Arrivals.Post(id) with { Author = new($"{i}", i < 22 ? "one" : $"p{i}", null) }))], null, None);
        var large = new Pattern("large", PatternRule.Version, [.. (await store.Cases.FilesAsync(many, None)).SelectMany(Weigher.ComplaintsOf)], store.Clock.GetUtcNow(), store.Clock.GetUtcNow());
        await Take("2001", new PatternChange.Opened(large));
        Assert.Equal((30, 9), (Assert.Single(await Of("2030")).Complaints.Count, Assert.Single(await Of("2030")).People));
        await Take("2002", new PatternChange.Joined(large with { Complaints = [.. large.Complaints.Reverse()] }));
        Assert.Equal((20, 9), (Assert.Single(await Of("2030")).Complaints.Count, Assert.Single(await Of("2030")).People));
        Assert.Equal(21, Assert.Single(await Of("2001")).Complaints.Count);

        await Take("1002", new PatternChange.Ended(pattern, "It is over."));
        Assert.Empty(await Of("1002"));

        async Task Take(string weighed, PatternChange change) =>
            await attention.WeighedAsync(new Weighing((await store.FindAsync(weighed)).Case, [], []) { Patterns = [change] }, store.Clock.GetUtcNow(), None);

        async Task<IReadOnlyList<Pattern>> Of(string id) => await attention.PatternsOfAsync((await store.FindAsync(id)).Case, None);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_was_faster_than_its_cases_card_is_brought_up_to_date_when_the_card_stands_even_while_it_is_on_its_way(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001", "1002");
        var attention = store.Get<Attention>();
        var row = await BringAsync(store);
        await StandsAsync(store, row);
        await attention.SteppedAsync(row, new EscalationStep(row.ToEscalation() with { Rungs = 1 }, ["bob"], [], null), store.Clock.GetUtcNow(), None);
        var told = (await attention.FindAsync(row.Id, None))!.Version;

        await CardStands("1002");
        Assert.Equal(told, (await attention.FindAsync(row.Id, None))!.Version);
        await CardStands("1001");

        var now = (await attention.FindAsync(row.Id, None))!.Version;
        Assert.Equal(told + 1, now);
        var refreshed = await store.ReadAsync(c => c.Outbox.Where(o => o.Intention.Contains("refresh-escalation")).Select(o => o.Lane!).ToListAsync());
        Assert.Contains(Lane.OfPerson("ann"), refreshed);
        Assert.Contains(Lane.OfPerson("bob"), refreshed);
        Assert.All(await attention.MessagesAsync(row.Id, "ann", None), m => Assert.True(m.ShownVersion < now));

        Task CardStands(string id) => store.Outbox.StayAsync(
            [new Aftermath.CardStands(new() { ChannelId = "19:ward7", ActivityId = id, ThreadId = id, CaseId = id, WardId = "ward7", ShownVersion = 1 })], None);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_its_case_goes_to_another_ward_that_wards_bosses_hear_of_it_though_somebody_was_going(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var attention = store.Get<Attention>();
        var row = await BringAsync(store);
        await attention.TryCommitAsync(row, row.ToEscalation() with { State = EscalationState.Taken, TakenBy = CardSamples.Mary, TakenAt = store.Clock.GetUtcNow(), Rungs = 1 }, store.Clock.GetUtcNow(), None);
        Assert.Empty(await attention.DueAsync(store.Clock.GetUtcNow(), all: true, None));

        await store.DoAsync("1001", new CaseAction.Move("xray"));
        await attention.WeighedAsync(new Weighing((await store.FindAsync("1001")).Case, [], []), store.Clock.GetUtcNow(), None);

        var due = Assert.Single(await attention.DueAsync(store.Clock.GetUtcNow(), all: true, None)).ToEscalation();
        Assert.Equal(("xray", EscalationState.Open, null, 0), (due.WardId, due.State, due.TakenBy, due.Rungs));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_complaint_after_somebody_saw_to_its_pattern_is_brought_anew_and_one_before_only_joins(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001", "1002", "1003", "1004", "1005");
        var attention = store.Get<Attention>();
        var complaints = (await store.Cases.FilesAsync(["1001", "1002"], None)).SelectMany(Weigher.ComplaintsOf).ToList();
        var pattern = new Pattern("p", PatternRule.Version, complaints, store.Clock.GetUtcNow(), store.Clock.GetUtcNow());
        await TakeAsync("1001", new PatternChange.Opened(pattern));
        var brought = await store.ReadAsync(c => c.Escalations.SingleAsync());
        Assert.Equal("Different people complain about cleanliness in the same place.", brought.Why);
        var doneAt = complaints[^1].At.AddHours(1);
        await attention.TryCommitAsync(brought, brought.ToEscalation() with { State = EscalationState.Done, DoneBy = CardSamples.Mary, DoneAt = doneAt, Note = "Told the cleaners" }, store.Clock.GetUtcNow(), None);

        await TakeAsync("1002", With("1003", doneAt.AddMinutes(-1)));
        Assert.Equal(1, await store.ReadAsync(c => c.Escalations.CountAsync()));
        await TakeAsync("1003", With("1003", doneAt.AddMinutes(1)));
        await TakeAsync("1004", With("1004", doneAt.AddMinutes(2)));

        var rows = await store.ReadAsync(c => c.Escalations.OrderBy(e => e.Round).ToListAsync());
        Assert.Equal(["Pattern:p", "Pattern2:p"], rows.Select(r => r.Id));
        Assert.Equal((EscalationState.Open, "There are further complaints about cleanliness since somebody saw to it."), (rows[1].State, rows[1].Why));

        await TakeAsync("1005", new PatternChange.Ended(pattern, "It is over."));
        Assert.Equal(["Told the cleaners", "It is over."], await store.ReadAsync(c => c.Escalations.OrderBy(e => e.Round).Select(e => e.Note!).ToListAsync()));

        PatternChange.Joined With(string id, DateTimeOffset at) => new(pattern with { Complaints = [.. complaints, complaints[0] with { CaseId = id, At = at }] });

        async Task TakeAsync(string weighed, PatternChange change) =>
            await attention.WeighedAsync(new Weighing((await store.FindAsync(weighed)).Case, [], []) { Patterns = [change] }, store.Clock.GetUtcNow(), None);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_Teams_lost_is_sent_anew(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var attention = store.Get<Attention>();
        var row = await BringAsync(store);
        await StandsAsync(store, row);

        await store.Outbox.StayAsync([new Aftermath.EscalationLost(Assert.Single(await attention.MessagesAsync(row.Id, "ann", None)))], None);

        Assert.Empty(await attention.MessagesAsync(row.Id, "ann", None));
        Assert.Equal([Lane.OfPerson("ann")], await store.ReadAsync(c => c.Outbox.Where(o => o.State == OutboxState.Waiting && o.Intention.Contains("tell-escalation")).Select(o => o.Lane).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Switched_off_only_what_must_not_wait_goes_on(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var attention = store.Get<Attention>();
        var file = await store.FindAsync("1001");
        var alarm = (new Escalation(EscalationKind.MustNotWait, "1001", "ward7", CardSamples.T0), "Someone may be at risk.");
        await attention.WeighedAsync(Weighed(file) with { New = [.. Weighed(file).New, alarm] }, store.Clock.GetUtcNow(), None);

        Assert.Equal(2, (await attention.DueAsync(store.Clock.GetUtcNow(), all: true, None)).Count);
        Assert.Equal(EscalationKind.MustNotWait, Assert.Single(await attention.DueAsync(store.Clock.GetUtcNow(), all: false, None)).Kind);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task While_Teams_takes_nothing_one_reminder_waits(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var attention = store.Get<Attention>();
        await attention.WeighedAsync(Weighed(await store.FindAsync("1001")), store.Clock.GetUtcNow(), None);
        await StepAsync(["ann"], []);

        await StepAsync([], ["ann"]);
        await StepAsync([], ["ann"]);
        Assert.Single(await WaitingAsync());

        await store.Outbox.DoneAsync(await WaitingAsync(), null, [], None);
        await StepAsync([], ["ann"]);
        Assert.Single(await WaitingAsync());

        async Task StepAsync(IReadOnlyList<string> tell, IReadOnlyList<string> remind)
        {
            var row = await store.ReadAsync(c => c.Escalations.SingleAsync());
            await attention.SteppedAsync(row, new EscalationStep(row.ToEscalation() with { ToldAt = store.Clock.GetUtcNow() }, tell, remind, null), store.Clock.GetUtcNow(), None);
        }

        Task<List<OutboxRow>> WaitingAsync() => store.ReadAsync(c => c.Outbox.Where(o => o.State == OutboxState.Waiting && o.Key != null && o.Key.StartsWith("tell:")).ToListAsync());
    }

    /// <summary>1001 and 1002 are a pattern, and it is brought to people.</summary>
    private static async Task<(Pattern Pattern, EscalationRow Brought)> PatternAsync(TestStore store)
    {
        await store.TakeAsync("ward7", "1001", "1002");
        var complaints = (await store.Cases.FilesAsync(["1001", "1002"], None)).SelectMany(Weigher.ComplaintsOf).ToList();
        var pattern = new Pattern("p", PatternRule.Version, complaints, store.Clock.GetUtcNow(), store.Clock.GetUtcNow());
        await store.Get<Attention>().WeighedAsync(new Weighing((await store.FindAsync("1001")).Case, [], []) { Patterns = [new PatternChange.Opened(pattern)] }, store.Clock.GetUtcNow(), None);
        return (pattern, await store.ReadAsync(c => c.Escalations.SingleAsync()));
    }

    /// <summary>The case 1001 is worth a look.</summary>
    private static async Task<EscalationRow> BringAsync(TestStore store)
    {
        await store.Get<Attention>().WeighedAsync(Weighed(await store.FindAsync("1001")), store.Clock.GetUtcNow(), None);
        return await store.ReadAsync(c => c.Escalations.SingleAsync());
    }

    /// <summary>Ann has a message about it.</summary>
    private static Task StandsAsync(TestStore store, EscalationRow row) => store.Outbox.StayAsync(
        [new Aftermath.EscalationStands(new SentMessage(Lane.OfPerson("ann"), "http://127.0.0.1", "chat", "there"), row.Id, "ann", row.Version)], None);

    private static Weighing Weighed(CaseFile file) =>
        new(file.Case, [(new Escalation(EscalationKind.Look, file.Case.Id, file.Case.WardId, CardSamples.T0), "It is a complaint with a picture.")], []);
}
