using System.Globalization;
using FeedbackBot.Cases;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Tests.Store;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Cases;

public class CaseDeskTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_forty_simultaneous_claims_one_wins_and_thirty_nine_are_told_who(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var seen = await store.FindAsync("1001");
        var people = Enumerable.Range(1, 40).Select(i => new Person($"p{i}", $"Person {i}")).ToList();
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        // Everyone pressed the same card, so everyone begins with the same version.
        var claims = people.Select(async person =>
        {
            await go.Task;
            return (person, await store.Desk.ActAsync(seen, new CaseAction.Claim(), Member(person), 1, None));
        }).ToList();
        go.SetResult();
        var answers = await Task.WhenAll(claims);

        var file = await store.FindAsync("1001");
        var winner = Assert.Single(answers, a => a.Item2.Why is null).person;
        var sentence = $"{winner.Name} already has this one.";
        Assert.Equal((winner, 2, CaseState.Claimed), (file.Case.Claimer, file.Case.Version, file.Case.State));
        Assert.Equal([CaseEventKind.Received, CaseEventKind.Claimed], file.Events.Select(e => e.Kind));
        Assert.All(answers.Where(a => a.person != winner), a => Assert.Equal((sentence, winner), (a.Item2.Why, a.Item2.File.Case.Claimer)));
        Assert.Equal(2, await store.ReadAsync(c => c.Outbox.CountAsync()));
    }

    [PostgresFact]
    public async Task Claims_on_two_instances_have_one_winner_as_well()
    {
        await using var one = await TestStore.OpenAsync(DatabaseKind.Postgres);
        await using var other = await one.AnotherAsync();
        await one.TakeAsync("ward7", [.. Enumerable.Range(1, 10).Select(i => i.ToString(CultureInfo.InvariantCulture))]);

        foreach (var id in Enumerable.Range(1, 10).Select(i => i.ToString(CultureInfo.InvariantCulture)))
        {
            var seen = await one.FindAsync(id);
            var answers = await Task.WhenAll(
                Task.Run(() => one.Desk.ActAsync(seen, new CaseAction.Claim(), Member(CardSamples.Ann), 1, None)),
                Task.Run(() => other.Desk.ActAsync(seen, new CaseAction.Claim(), Member(CardSamples.Bob), 1, None)));

            Assert.Single(answers, a => a.Why is null);
            Assert.Equal(2, (await other.FindAsync(id)).Events.Count);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_repeated_press_is_known_though_the_version_rose_by_itself_before_the_first_was_taken(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        await store.ExecuteAsync("UPDATE \"Cases\" SET \"Version\" = 3");
        var member = Member(CardSamples.Ann);

        await store.Desk.ActAsync(await store.FindAsync("1001"), new CaseAction.Claim(), member, 1, None);
        await store.ExecuteAsync("UPDATE \"Cases\" SET \"Version\" = 7");
        var (file, why) = await store.Desk.ActAsync(await store.FindAsync("1001"), new CaseAction.Claim(), member, 1, None);

        Assert.Equal((null, 7, 4), (why, file.Case.Version, file.Events[^1].Version));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_topics_buttons_on_one_old_card_are_two_presses(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var seen = await store.FindAsync("1001");

        foreach (var topic in new[] { Topic.Food, Topic.Cleanliness, Topic.Food })
        {
            await store.Desk.ActAsync(await store.FindAsync("1001"), new CaseAction.TakeOut(topic, IsInPattern: true), Member(CardSamples.Ann), seen.Case.Version, None);
        }

        Assert.Equal([Topic.Food, Topic.Cleanliness], (await store.FindAsync("1001")).Case.TakenOut);
        Assert.Equal(["food", "cleanliness"], (await store.FindAsync("1001")).Events.Skip(1).Select(e => e.Note));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_chosen_or_written_otherwise_on_the_same_old_card_is_a_press_of_its_own(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        CaseAction praise = new CaseAction.Correct(new Correction(Tone.Compliment, [Topic.Food]));
        CaseAction both = new CaseAction.Correct(new Correction(Tone.Mixed, [Topic.Food, Topic.Noise]));
        CaseAction bob = new CaseAction.Assign(CardSamples.Bob);
        CaseAction mary = new CaseAction.Assign(CardSamples.Mary);

        // Each is repeated by Teams as well.
        foreach (var action in new[] { praise, praise, both, both, bob, bob, mary, mary, bob, bob })
        {
            Assert.Null(await WhyAsync(action));
        }

        var file = await store.FindAsync("1001");
        Assert.Equal((Tone.Mixed, CardSamples.Bob), (file.Case.Findings.Reading.Tone, file.Case.Claimer));
        Assert.Equal(
            [CaseEventKind.Corrected, CaseEventKind.Corrected, CaseEventKind.Assigned, CaseEventKind.Assigned, CaseEventKind.Assigned],
            file.Events.Skip(1).Select(e => e.Kind));

        await store.TakeAsync("ward7", "1002");
        Assert.Null(await WhyAsync(new CaseAction.Resolve("Mopped."), "1002"));
        Assert.Null(await WhyAsync(new CaseAction.Resolve("Mopped. "), "1002"));
        Assert.Equal("This one is already resolved.", await WhyAsync(new CaseAction.Resolve("Mopped and dried."), "1002"));

        async Task<string?> WhyAsync(CaseAction action, string id = "1001") =>
            (await store.Desk.ActAsync(await store.FindAsync(id), action, Member(CardSamples.Ann), 1, None)).Why;
    }

    /// <summary>Between the press and Teams' repeat of it somebody else corrects the reading to something else: that stays.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_repeated_correction_does_not_undo_what_somebody_else_corrected_since(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        CaseAction praise = new CaseAction.Correct(new Correction(Tone.Compliment, [Topic.Food]));
        CaseAction complaint = new CaseAction.Correct(new Correction(Tone.Complaint, [Topic.Noise]));

        foreach (var (action, by) in new[] { (praise, CardSamples.Ann), (complaint, CardSamples.Bob), (praise, CardSamples.Ann) })
        {
            Assert.Null((await store.Desk.ActAsync(await store.FindAsync("1001"), action, Member(by), 1, None)).Why);
        }

        var file = await store.FindAsync("1001");
        Assert.Equal(Tone.Complaint, file.Case.Findings.Reading.Tone);
        Assert.Equal([CardSamples.Ann, CardSamples.Bob], file.Events.Skip(1).Select(e => e.By));

        // From the card as it is now it's a press of their own.
        await store.Desk.ActAsync(file, praise, Member(CardSamples.Ann), file.Case.Version, None);
        Assert.Equal(Tone.Compliment, (await store.FindAsync("1001")).Case.Findings.Reading.Tone);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_repeated_press_is_answered_like_the_first_and_leaves_one_event(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var resolve = new CaseAction.Resolve("Mopped.");

        var first = await store.Desk.ActAsync(await store.FindAsync("1001"), resolve, Member(CardSamples.Ann), 1, None);
        var again = await store.Desk.ActAsync(await store.FindAsync("1001"), resolve, Member(CardSamples.Ann), 1, None);

        Assert.Equal((null, null), (first.Why, again.Why));
        Assert.Equal((2, 2), (again.File.Case.Version, (await store.FindAsync("1001")).Events.Count));
        Assert.Equal(2, await store.ReadAsync(c => c.Outbox.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Three_repeats_at_once_of_one_press_leave_one_event_and_none_is_refused(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var seen = await store.FindAsync("1001");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ =>
            Task.Run(() => store.Desk.ActAsync(seen, new CaseAction.Claim(), Member(CardSamples.Ann), 1, None))));

        Assert.All(answers, a => Assert.Equal((null, CardSamples.Ann, 2), (a.Why, a.File.Case.Claimer, a.File.Case.Version)));
        Assert.Equal(2, (await store.FindAsync("1001")).Events.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_press_of_someone_else_or_on_a_newer_card_is_no_repeat(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        await store.Desk.ActAsync(await store.FindAsync("1001"), new CaseAction.Claim(), Member(CardSamples.Ann), 1, None);

        var bob = await store.Desk.ActAsync(await store.FindAsync("1001"), new CaseAction.Claim(), Member(CardSamples.Bob), 1, None);
        var later = await store.Desk.ActAsync(await store.FindAsync("1001"), new CaseAction.Claim(), Member(CardSamples.Ann), 2, None);

        Assert.Equal("Ann Archer already has this one.", bob.Why);
        Assert.Equal("You already have this one.", later.Why);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_action_decided_on_an_old_file_is_decided_anew_on_the_stored_one(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var old = await store.FindAsync("1001");
        await store.DoAsync("1001", new CaseAction.Claim(), CardSamples.Ann);

        var (file, why) = await store.Desk.ActAsync(old, new CaseAction.Resolve("Mopped."), Member(CardSamples.Bob), 1, None);

        Assert.Null(why);
        Assert.Equal((3, CaseState.Resolved, CardSamples.Ann), (file.Case.Version, file.Case.State, file.Case.Claimer));
        Assert.Equal([1, 2, 3], file.Events.Select(e => e.Version));
    }

    /// <summary>"Nobody is at risk" and "this is praise" were said of the words on the card that was pressed.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_pressed_under_older_words_says_nothing_of_those_that_their_author_wrote_since(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var shown = (await store.DoAsync("1001", new CaseAction.RaiseAlarm("She is alone."))).Case.Version;
        var seen = await store.FindAsync("1001");
        await store.Cases.TryCommitAsync(seen.Case, CaseMachine.Edit(seen.Case, [], store.Clock.GetUtcNow()), None);
        var actor = new Actor(CardSamples.Mary, IsMember: true, IsFixer: true, IsBoss: true) { MayCloseAlarms = true };
        CaseAction[] judging = [new CaseAction.LiftAlarm("She is safe."), new CaseAction.Resolve("Seen to."), new CaseAction.Dismiss("A joke."), new CaseAction.Correct(new Correction(Tone.Compliment, [])), new CaseAction.Thank(null)];

        foreach (var action in judging)
        {
            Assert.Equal("Its author has edited the post since. Please read it again, then press once more.", (await store.Desk.ActAsync(await store.FindAsync("1001"), action, actor, shown, None)).Why);
        }

        // Who goes says nothing of words, and whoever has read the new ones may say so.
        Assert.Null((await store.Desk.ActAsync(await store.FindAsync("1001"), new CaseAction.Claim(), actor, shown, None)).Why);
        Assert.Null((await store.Desk.ActAsync(await store.FindAsync("1001"), judging[0], actor, shown + 1, None)).Why);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_lost_the_race_to_a_move_may_do_nothing_in_the_ward_where_it_went(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var old = await store.FindAsync("1001");
        await store.DoAsync("1001", new CaseAction.Move("xray"), CardSamples.Ann);

        var (file, why) = await store.Desk.ActAsync(old, new CaseAction.Claim(), Member(CardSamples.Bob), 1, None);

        Assert.Equal(($"This one was moved to {store.Get<Organisation>().NameOf("xray")}.", CaseState.New, "xray"), (why, file.Case.State, file.Case.WardId));
    }

    private static Actor Member(Person person) => new(person, IsMember: true, IsFixer: false, IsBoss: false);
}
