using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Tests.Store;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Cases.Escalations;

/// <summary>The ladder beside what else happens: Teams that takes nothing, somebody who acts without saying so, a database that fails for a moment.</summary>
public sealed class WeighingRoundTests
{
    private const string Look = "Look:1001";

    private static readonly Person Wendy = new("wendy", "Wendy Ward");

    [Theory, OnSqlite, OnPostgres]
    public async Task While_Teams_takes_nothing_what_can_wait_is_not_brought_to_the_next_and_then_the_first_have_their_time(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind, EscalationKind.Look);
        await RoundAsync(store, minutes: 0);
        await RoundAsync(store, minutes: 61);
        await RoundAsync(store, minutes: 61);
        Assert.Equal([Lane.OfPerson("wendy")], await TellingAsync(store));

        await DeliverAsync(store);
        await RoundAsync(store, minutes: 58);
        Assert.Equal([Lane.OfPerson("wendy")], await TellingAsync(store));
        await RoundAsync(store, minutes: 3);

        Assert.Equal([Lane.OfPerson("wendy"), Lane.OfPerson("boss")], await TellingAsync(store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_must_not_wait_is_brought_to_the_next_all_the_same(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind, EscalationKind.MustNotWait);
        store.Get<Organisation>().Change(Hospital(lead: "lead"));
        await RoundAsync(store, minutes: 0);
        await RoundAsync(store, minutes: 21);

        Assert.Contains(Lane.OfPerson("wendy"), await TellingAsync(store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task While_whoever_is_to_see_to_it_has_claimed_the_case_nobody_further_is_told_and_once_they_release_it_the_next_are(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind, EscalationKind.Look);
        await RoundAsync(store, minutes: 0);
        await DeliverAsync(store);

        await store.DoAsync("1001", new CaseAction.Claim(), Wendy);
        await RoundAsync(store, minutes: 61);
        await RoundAsync(store, minutes: 61);
        Assert.Equal([Lane.OfPerson("wendy")], await TellingAsync(store));
        await store.DoAsync("1001", new CaseAction.Release(), Wendy);
        await RoundAsync(store, minutes: 2);

        Assert.Equal([Lane.OfPerson("wendy"), Lane.OfPerson("boss")], await TellingAsync(store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_must_not_wait_is_repeated_until_the_lead_claims_it_whoever_else_does(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind, EscalationKind.MustNotWait);
        store.Get<Organisation>().Change(Hospital(lead: "lead"));
        await RoundAsync(store, minutes: 0);
        await store.DoAsync("1001", new CaseAction.Claim(), Wendy);
        await RoundAsync(store, minutes: 11);
        var repeated = await ToldAtAsync();
        await store.DoAsync("1001", new CaseAction.Release(), Wendy);
        await store.DoAsync("1001", new CaseAction.Claim(), new Person("lead", "Lena Lead"));

        await RoundAsync(store, minutes: 11);
        Assert.Equal(repeated, await ToldAtAsync());
        Assert.Equal(store.Clock.GetUtcNow() - TimeSpan.FromMinutes(11), repeated);

        async Task<DateTimeOffset?> ToldAtAsync() => (await store.Get<Attention>().FindAsync("MustNotWait:1001", None))!.ToldAt;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whom_somebody_else_gave_the_case_has_not_said_that_they_will_go_nor_has_who_is_no_boss(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind, EscalationKind.Look);
        await RoundAsync(store, minutes: 0);
        await DeliverAsync(store);

        await store.DoAsync("1001", new CaseAction.Claim(), CardSamples.Ann);
        await RoundAsync(store, minutes: 1);
        Assert.Equal(EscalationState.Open, (await store.Get<Attention>().FindAsync(Look, None))!.State);
        await store.DoAsync("1001", new CaseAction.Assign(Wendy));
        await RoundAsync(store, minutes: 61);

        Assert.Equal(EscalationState.Open, (await store.Get<Attention>().FindAsync(Look, None))!.State);
        Assert.Contains(Lane.OfPerson("boss"), await TellingAsync(store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lead_who_claimed_the_case_is_rung_for_what_its_author_writes_after_that(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind, EscalationKind.MustNotWait);
        store.Get<Organisation>().Change(Hospital(lead: "lead"));
        await RoundAsync(store, minutes: 0);
        await DeliverAsync(store);
        await store.DoAsync("1001", new CaseAction.Claim(), new Person("lead", "Lena Lead"));
        await RoundAsync(store, minutes: 30);
        Assert.Equal(1, await TellingsAsync());

        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("1001", "1005", "I can't go on. #ward7"))], null, None);
        await RoundAsync(store, minutes: 1);

        Assert.Equal(2, await TellingsAsync());

        Task<int> TellingsAsync() => store.ReadAsync(c => c.Outbox.CountAsync(o => o.Key != null && o.Key.StartsWith("tell:MustNotWait:1001") && o.Key.EndsWith(":lead")));
    }

    /// <summary>A lead who leaves the hospital with an alarm that they acknowledged.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_somebody_took_who_answers_for_it_no_more_is_brought_to_those_of_now(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind, EscalationKind.MustNotWait);
        store.Get<Organisation>().Change(Hospital(lead: "lead"));
        await RoundAsync(store, minutes: 0);
        await TakeAsync(store, "MustNotWait:1001", new Person("lead", "Lena Lead"));
        await RoundAsync(store, minutes: 60);
        Assert.Equal([Lane.OfPerson("lead")], await TellingAsync(store));

        store.Get<Organisation>().Change(Hospital(lead: "max"));
        await RoundAsync(store, minutes: 1);

        var row = (await store.Get<Attention>().FindAsync("MustNotWait:1001", None))!;
        Assert.Equal((EscalationState.Open, null), (row.State, row.TakenById));
        Assert.Equal([Lane.OfPerson("lead"), Lane.OfPerson("max")], await TellingAsync(store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_what_everybody_has_heard_whoever_comes_to_answer_for_it_is_told(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind, EscalationKind.Look);
        await RoundAsync(store, minutes: 0);
        await DeliverAsync(store);
        await RoundAsync(store, minutes: 61);
        await DeliverAsync(store);
        Assert.Null((await store.Get<Attention>().FindAsync(Look, None))!.LookAgainAt);

        var options = Hospital();
        options.Wards[1].Bosses.Clear();
        options.Wards[1].Bosses.Add("xenia");
        store.Get<Organisation>().Change(options);
        await RoundAsync(store, minutes: 1);

        Assert.Equal([Lane.OfPerson("wendy"), Lane.OfPerson("boss"), Lane.OfPerson("xenia")], await TellingAsync(store));
    }

    /// <summary>Whom the bot can only mention has no message to be known by: the row that told them stays while it isn't done.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Who_was_told_days_ago_is_not_told_again_when_settings_change(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind, EscalationKind.Look);
        await RoundAsync(store, minutes: 0);
        await DeliverAsync(store);
        await RoundAsync(store, minutes: 61);
        await DeliverAsync(store);
        store.Clock.Advance(TimeSpan.FromDays(3));
        await store.Outbox.ForgetDeliveredAsync(store.Clock.GetUtcNow().AddDays(-2), None);

        store.Get<Organisation>().Change(Hospital());
        await RoundAsync(store, minutes: 1);
        await RoundAsync(store, minutes: 61);

        Assert.Equal(2, await store.ReadAsync(c => c.Outbox.CountAsync()));
        Assert.Equal([Lane.OfPerson("wendy"), Lane.OfPerson("boss")], await TellingAsync(store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_comes_to_answer_for_the_ward_does_not_hear_of_all_that_nobody_took_in_the_weeks_before(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind, EscalationKind.Look);
        await RoundAsync(store, minutes: 0);
        await DeliverAsync(store);
        await RoundAsync(store, minutes: 61);
        await DeliverAsync(store);

        store.Clock.Advance(TimeSpan.FromDays(8));
        var options = Hospital();
        options.Wards[1].Bosses.Add("xenia");
        options.Wards[1].Bosses.Remove(Wendy.Id);
        store.Get<Organisation>().Change(options);
        await RoundAsync(store, minutes: 1);

        Assert.DoesNotContain(Lane.OfPerson("xenia"), await TellingAsync(store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_case_that_could_not_be_weighed_for_a_moment_is_weighed_a_minute_later(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        await store.DoAsync("1001", new CaseAction.RaiseAlarm("She is alone."));
        await Refusing.StartAsync(store, "Escalations");
        await RoundAsync(store, minutes: 0);
        await Refusing.StopAsync(store, "Escalations");
        Assert.Equal(0, await store.ReadAsync(c => c.Escalations.CountAsync()));

        await RoundAsync(store, minutes: 0.5);
        Assert.Equal(0, await store.ReadAsync(c => c.Escalations.CountAsync()));
        await RoundAsync(store, minutes: 1);

        Assert.Equal("MustNotWait:1001", (await store.ReadAsync(c => c.Escalations.SingleAsync())).Id);
    }

    /// <summary>A button that somebody presses is no further complaint.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_pattern_that_ended_since_nobody_added_to_it_is_not_found_anew_when_somebody_takes_one_of_its_cases(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind, services => services.AddSingleton(new EscalationOptions { Enabled = true }));
        string[] ids = ["1001", "1002"];
        await store.Intake.SaveAsync("x", [.. ids.Select(id => Arrivals.Of(Arrivals.Post(id, text: $"The loo is filthy, I counted {id} flies. #ward7") with { Author = new(id, id, null) }))], null, None);
        foreach (var id in ids)
        {
            await store.DoAsync(id, new CaseAction.Correct(new Correction(Tone.Complaint, [Topic.Cleanliness])));
        }

        await RoundAsync(store, minutes: 0);
        Assert.Null((await store.ReadAsync(c => c.Patterns.SingleAsync())).EndedAt);
        await RoundAsync(store, minutes: 60 * 60);
        Assert.NotNull((await store.ReadAsync(c => c.Patterns.SingleAsync())).EndedAt);

        await store.DoAsync("1001", new CaseAction.Claim());
        await store.DoAsync("1002", new CaseAction.Reply());
        await RoundAsync(store, minutes: 1);

        Assert.False(await store.ReadAsync(c => c.Cases.AnyAsync(x => x.IsUnweighed)));
        Assert.NotNull((await store.ReadAsync(c => c.Patterns.SingleAsync())).EndedAt);
    }

    private static OrganisationOptions Hospital(string? lead = null)
    {
        var options = CardSamples.Hospital();
        options.Wards[1].Bosses.Add(Wendy.Id);
        options.Lead = lead;
        return options;
    }

    /// <summary>The case 1001 in Ward 7, whose boss is Wendy, deserves something.</summary>
    private static async Task<TestStore> OpenAsync(DatabaseKind kind, EscalationKind deserves)
    {
        var store = await TestStore.OpenAsync(kind, services => services.AddSingleton(new EscalationOptions { Enabled = true }));
        store.Get<Organisation>().Change(Hospital());
        await store.TakeAsync("ward7", "1001");
        var now = store.Clock.GetUtcNow();
        var weighing = new Weighing((await store.FindAsync("1001")).Case, [(new Escalation(deserves, "1001", "ward7", now), "It is a complaint with a picture.")], []);
        await store.Get<Attention>().WeighedAsync(weighing, now, None);
        return store;
    }

    /// <summary>Teams takes all that waits.</summary>
    private static async Task DeliverAsync(TestStore store) => await store.Outbox.DoneAsync(await store.ReadAsync(c => c.Outbox.ToListAsync()), null, [], None);

    private static async Task TakeAsync(TestStore store, string id, Person by)
    {
        var (attention, now) = (store.Get<Attention>(), store.Clock.GetUtcNow());
        var row = (await attention.FindAsync(id, None))!;
        var audience = EscalationAudience.Of(row.Kind, row.WardId, store.Get<Organisation>().Now);
        var taken = Assert.IsType<EscalationOutcome.Changed>(EscalationMachine.Decide(row.ToEscalation(), new EscalationAction.Take(), by, audience, now));
        Assert.True(await attention.TryCommitAsync(row, taken.Escalation, now, None));
    }

    private static Task RoundAsync(TestStore store, double minutes)
    {
        store.Clock.Advance(TimeSpan.FromMinutes(minutes));
        return store.Get<WeighingRound>().TakeAsync(None);
    }

    /// <summary>The lanes of all who were told, in their order.</summary>
    private static async Task<IEnumerable<string>> TellingAsync(TestStore store) => (await store.ReadAsync(c => c.Outbox
        .Where(o => o.Key != null && (o.Key.StartsWith("tell:Look:1001") || o.Key.StartsWith("tell:MustNotWait:1001"))).OrderBy(o => o.Id).Select(o => o.Lane!).ToListAsync())).Distinct();
}
