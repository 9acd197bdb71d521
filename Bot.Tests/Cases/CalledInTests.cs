using FeedbackBot.Cases;
using FeedbackBot.Cases.Pals;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Tests.Cases;

/// <summary>What people say a post is, who thanks for it, who closes what must not wait, and what PALS has.</summary>
public sealed class CalledInTests
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly Actor Member = new(new Person("ann", "Ann"), IsMember: true, IsFixer: false, IsBoss: false);
    private static readonly Actor Boss = Member with { IsBoss = true };
    private static readonly Actor Fixer = Member with { IsFixer = true };
    private static readonly Actor Lead = new(new Person("lee", "Lee"), IsMember: false, IsFixer: false, IsBoss: false) { MayCloseAlarms = true };
    private static readonly CaseAction Resolve = new CaseAction.Resolve("Rang her.");
    private static readonly CaseAction Lift = new CaseAction.LiftAlarm("A joke");
    private static readonly CaseAction Dismiss = new CaseAction.Dismiss("Spam");

    [Theory]
    [InlineData(Tone.Compliment, true)]
    [InlineData(Tone.Mixed, true)]
    [InlineData(Tone.Complaint, false)]
    [InlineData(Tone.Neutral, false)]
    public void Only_praise_is_thanked_for(Tone tone, bool may)
    {
        var outcome = Do(Read(tone), new CaseAction.Thank("Well done"), Boss with { IsMember = false });

        Assert.Equal(may ? null : "This one isn't read as praise. If it is, press More on its card and correct that first.", (outcome as Outcome.Refused)?.Why);
    }

    [Fact]
    public void What_was_corrected_to_praise_can_be_thanked_for()
    {
        var corrected = Changed(Read(Tone.Neutral), new CaseAction.Correct(new Correction(Tone.Compliment, [])), Member);

        Assert.IsType<Outcome.Changed>(Do(corrected.Case, new CaseAction.Thank(null), Boss));
    }

    [Theory]
    [InlineData(Tone.Complaint, "Food", "Complaint about food (was: Complaint about cleanliness; praise for staff)", 2)]
    [InlineData(Tone.Compliment, "StaffAttitude,Food", "Praise for food and staff (was: Complaint about cleanliness; praise for staff)", 0)]
    [InlineData(Tone.Mixed, "StaffAttitude,Food", "Complaint about food; praise for staff (was: Complaint about cleanliness; praise for staff)", 2)]
    [InlineData(Tone.Neutral, "", "Neither complaint nor praise (was: Complaint about cleanliness; praise for staff)", 0)]
    public void A_correction_is_kept_in_words_and_holds_against_edits(Tone tone, string topics, string note, int severity)
    {
        var correction = new Correction(tone, [.. topics.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Topic>)]);

        var changed = Changed(Read(Tone.Mixed), new CaseAction.Correct(correction), Member);
        var edited = CaseMachine.Edit(changed.Case, [], T0, new Findings(new Reading(Tone.Complaint, 4, [], ["foul"]), "It may identify a patient: a phone number.", null)).Case;

        Assert.Equal((CaseEventKind.Corrected, note, true), (changed.Event.Kind, changed.Event.Note, changed.Case.IsCorrected));
        Assert.Equal((tone, severity), (edited.Findings.Reading.Tone, edited.Findings.Reading.Severity));
        Assert.Empty(edited.Findings.Reading.Words);
        Assert.NotNull(edited.Findings.Withheld);
    }

    [Fact]
    public void A_wrong_correction_that_is_put_right_leaves_all_as_it_was()
    {
        var before = Read(Tone.Mixed);
        var right = new Correction(Tone.Mixed, [Topic.StaffAttitude, Topic.Cleanliness]);

        var wrong = Changed(before, new CaseAction.Correct(new Correction(Tone.Compliment, [Topic.StaffAttitude])), Member).Case;
        var again = Changed(wrong, new CaseAction.Correct(right), Member);

        Assert.Equal((before.Findings.Reading.Severity, false), (again.Case.Findings.Reading.Severity, again.Case.IsCorrected));
        Assert.Equal(before.Findings.Reading.Topics, again.Case.Findings.Reading.Topics);
        Assert.Equal("That is how it is read already.", Why(again.Case, new CaseAction.Correct(right), Member));
        Assert.Empty(CaseMachine.Remove(wrong, T0).Case.Findings.Reading.First!.Words);
    }

    [Fact]
    public void A_correction_to_what_was_read_already_is_none() => Assert.Equal(
        "That is how it is read already.",
        Why(Read(Tone.Mixed), new CaseAction.Correct(new Correction(Tone.Mixed, [Topic.StaffAttitude, Topic.Cleanliness])), Member));

    [Fact]
    public void A_topic_that_was_read_with_doubt_is_confirmed_once_and_stays_so_through_edits()
    {
        var doubtful = CardSamples.Unsure(CardSamples.Mixed);
        var before = Read(Tone.Mixed) with { Findings = Findings.None with { Reading = doubtful } };

        Assert.Equal(
            "That is how it is read already. If it is right, press “Yes, about cleanliness”.",
            Why(before, new CaseAction.Correct(new Correction(Tone.Mixed, [Topic.StaffAttitude, Topic.Cleanliness])), Member));
        var changed = Changed(before, new CaseAction.Confirm(), Member);
        var edited = CaseMachine.Edit(changed.Case, [], T0, Findings.None with { Reading = doubtful }).Case;

        Assert.Equal((CaseEventKind.Confirmed, "cleanliness", false), (changed.Event.Kind, changed.Event.Note, changed.Case.IsCorrected));
        Assert.All([changed.Case, edited], c => Assert.Empty(c.Findings.Reading.Doubtful));
        Assert.Equal("Nothing is doubtful any more about how this one is read.", Why(edited, new CaseAction.Confirm(), Member));
    }

    [Fact]
    public void What_is_not_the_same_problem_is_taken_out_for_its_topic_and_comes_back()
    {
        var takeOut = new CaseAction.TakeOut(Topic.Cleanliness, IsInPattern: true);

        var taken = Changed(Read(Tone.Complaint), takeOut, Member);
        Assert.Equal((CaseEventKind.TakenOut, "cleanliness"), (taken.Event.Kind, taken.Event.Note));
        Assert.Equal([Topic.Cleanliness], taken.Case.TakenOut);
        Assert.Equal("Somebody has said already that this one isn't the same problem.", Why(taken.Case, takeOut, Boss));

        var back = Changed(taken.Case, new CaseAction.PutBack(Topic.Cleanliness), Boss with { IsMember = false });
        Assert.Equal((CaseEventKind.PutBack, 0), (back.Event.Kind, back.Case.TakenOut.Count));
        Assert.Equal("This one counts as the same problem already.", Why(back.Case, new CaseAction.PutBack(Topic.Cleanliness), Member));
    }

    [Fact]
    public void What_nobody_else_complains_of_any_more_is_not_taken_out_nor_is_what_is_closed()
    {
        Assert.Equal("This one isn't counted with other people's complaints any more.", Why(Read(Tone.Complaint), new CaseAction.TakeOut(Topic.Food, IsInPattern: false), Member));
        var closed = Read(Tone.Complaint) with { State = CaseState.Resolved };
        Assert.Equal("This one is already resolved.", Why(closed, new CaseAction.TakeOut(Topic.Food, IsInPattern: true), Member));
        Assert.Equal("This one is already resolved.", Why(closed with { TakenOut = [Topic.Food] }, new CaseAction.PutBack(Topic.Food), Member));
    }

    [Fact]
    public void In_another_ward_a_case_begins_anew_beside_the_others_there()
    {
        var taken = Read(Tone.Complaint) with { TakenOut = [Topic.Food], AgainAfter = "1700" };

        var moved = Changed(taken, new CaseAction.Move("ward9"), Member).Case;

        Assert.Empty(moved.TakenOut);
        Assert.Null(moved.AgainAfter);
    }

    public static TheoryData<string, bool> Closers => new()
    {
        { "member", false }, { "fixer", false }, { "boss", false }, { "lead", true }, { "boss without a lead", true }, { "fixer who is a deputy", true },
    };

    [Theory]
    [MemberData(nameof(Closers))]
    public void What_must_not_wait_is_closed_by_the_lead_alone(string who, bool may)
    {
        var alarming = Read(Tone.Complaint) with { Findings = new Findings(CardSamples.Mixed, null, new Alarm(AlarmKind.Neglect, ["no food"])) };
        var actor = who switch
        {
            "member" => Member,
            "fixer" => Fixer,
            "boss" => Boss,
            "lead" => Lead,
            "boss without a lead" => Boss with { MayCloseAlarms = true },
            _ => Fixer with { MayCloseAlarms = true },
        };

        var why = may ? null : "Someone may be at risk, so only Dr Lee can close this one.";
        Assert.All([Resolve, Dismiss], action => Assert.Equal(why, Why(alarming, action, actor with { ClosesAlarms = "Dr Lee" })));
        Assert.IsType<Outcome.Changed>(Do(alarming, new CaseAction.Claim(), Member));
    }

    [Fact]
    public void An_alarm_is_lifted_by_the_lead_alone_and_the_ward_has_its_case_back()
    {
        var alarming = Alarming(AlarmKind.Neglect, "no food");
        Assert.Equal("Only Dr Lee can say that nobody is at risk.", Why(alarming, Lift, Boss with { ClosesAlarms = "Dr Lee" }));
        Assert.Equal("Please choose why nobody is at risk, then press the button again.", Why(alarming, new CaseAction.LiftAlarm(" "), Lead));

        var lifted = Changed(alarming, Lift, Lead);

        Assert.Equal((CaseEventKind.AlarmLifted, "A joke"), (lifted.Event.Kind, lifted.Event.Note));
        Assert.Null(lifted.Case.Findings.Alarm);
        Assert.Equal("Somebody has said already that nobody is at risk.", Why(lifted.Case, Lift, Lead));
        Assert.IsType<Outcome.Changed>(Do(lifted.Case, Resolve, Member));
        Assert.Equal("Nothing here says that somebody is at risk.", Why(Read(Tone.Complaint), Lift, Lead));
    }

    [Theory]
    [InlineData(AlarmKind.Neglect, "no food", false)]
    [InlineData(AlarmKind.Neglect, "No Food", false)]
    [InlineData(AlarmKind.Neglect, "no food,no water", true)]
    [InlineData(AlarmKind.Abuse, "no food", true)]
    public void What_was_lifted_stays_lifted_against_edits_unless_they_say_something_new(AlarmKind kind, string words, bool rings)
    {
        var lifted = Changed(Alarming(AlarmKind.Neglect, "no food", "all day"), Lift, Lead).Case;

        var edited = CaseMachine.Edit(lifted, [], T0, Findings.None with { Alarm = new Alarm(kind, words.Split(',')) }).Case;

        Assert.Equal(rings, edited.Findings.Alarm is not null);
    }

    [Fact]
    public void Nothing_of_the_authors_words_stays_behind_when_the_post_is_removed()
    {
        var removed = CaseMachine.Remove(Changed(Alarming(AlarmKind.Neglect, "no food"), Lift, Lead).Case, T0).Case;

        Assert.Equal(new Alarm(AlarmKind.Neglect, []), removed.LiftedAlarm);
    }

    [Fact]
    public void What_staff_see_must_not_wait_either()
    {
        var raise = new CaseAction.RaiseAlarm(" She is alone. ");
        Assert.Equal("Please say what you noticed, then press the button again.", Why(Read(Tone.Complaint), new CaseAction.RaiseAlarm(""), Member));

        var raised = Changed(Read(Tone.Compliment), raise, Member);

        Assert.Equal((CaseEventKind.AlarmRaised, "She is alone."), (raised.Event.Kind, raised.Event.Note));
        Assert.Equal("Someone may be at risk: staff say so.", raised.Case.Findings.Alarm?.Sentence);
        Assert.Equal("This one is marked already: someone may be at risk.", Why(raised.Case, raise, Member));
        Assert.StartsWith("Someone may be at risk, so only", Why(raised.Case, Resolve, Boss), StringComparison.Ordinal);
        Assert.Equal("This one is already resolved.", Why(Read(Tone.Complaint) with { State = CaseState.Resolved }, raise, Member));
        Assert.NotNull(Why(Read(Tone.Complaint), raise, Member with { IsMember = false }));
        Assert.Null(Why(Read(Tone.Complaint), raise, Boss with { IsMember = false }));
    }

    [Fact]
    public void The_lead_of_another_place_closes_nothing_that_can_wait() =>
        Assert.All([Resolve, Dismiss, new CaseAction.Claim()], action => Assert.NotNull(Why(Read(Tone.Complaint), action, Lead)));

    [Fact]
    public void PALS_has_a_case_once_and_acknowledges_it_once_whatever_the_ward_does()
    {
        Assert.Equal("Nobody has handed this one over to PALS.", Why(Read(Tone.Complaint), new CaseAction.AcknowledgeByPals(), Member));
        Assert.StartsWith("Please say why", Why(Read(Tone.Complaint), new CaseAction.HandToPals(" "), Member), StringComparison.Ordinal);

        var handed = Changed(Read(Tone.Complaint), new CaseAction.HandToPals(" She asked. "), Member);
        Assert.Equal((CaseEventKind.HandedToPals, "She asked.", CaseState.New, new PalsClock(T0)), (handed.Event.Kind, handed.Event.Note, handed.Case.State, handed.Case.Pals));
        Assert.Equal("PALS has this one already.", Why(handed.Case, new CaseAction.HandToPals("Again"), Member));

        var resolved = Changed(handed.Case, Resolve, Member);
        var done = Changed(resolved.Case, new CaseAction.AcknowledgeByPals(), Member);
        Assert.Equal((CaseEventKind.PalsAcknowledged, CaseState.Resolved, new PalsClock(T0, T0)), (done.Event.Kind, done.Case.State, done.Case.Pals));
        Assert.Equal("PALS has acknowledged this one already.", Why(done.Case, new CaseAction.AcknowledgeByPals(), Member));

        var notYet = Changed(done.Case, new CaseAction.NotYetByPals(), Member);
        Assert.Equal((CaseEventKind.PalsNotYet, CaseState.Resolved, new PalsClock(T0)), (notYet.Event.Kind, notYet.Case.State, notYet.Case.Pals));
        Assert.Equal("Nobody has said that PALS has acknowledged this one.", Why(notYet.Case, new CaseAction.NotYetByPals(), Member));
    }

    [Fact]
    public void What_was_handed_over_by_mistake_is_taken_back_with_a_reason_until_PALS_has_acknowledged_it()
    {
        var back = new CaseAction.TakeBackFromPals(" The wrong card. ");
        var handed = Changed(Changed(Read(Tone.Complaint), new CaseAction.HandToPals("She asked."), Member).Case, Dismiss, Boss);
        var taken = Changed(handed.Case, back, Member);

        Assert.Equal((CaseEventKind.PalsTakenBack, "The wrong card.", CaseState.Dismissed, null), (taken.Event.Kind, taken.Event.Note, taken.Case.State, taken.Case.Pals));
        Assert.Equal("PALS doesn't have this one.", Why(taken.Case, back, Member));
        Assert.NotNull(Changed(taken.Case, new CaseAction.HandToPals("After all."), Member).Case.Pals);
        Assert.StartsWith("Please say why it isn't for PALS", Why(handed.Case, new CaseAction.TakeBackFromPals(" "), Member), StringComparison.Ordinal);
        Assert.Equal("PALS has acknowledged this one, so it stays with PALS.", Why(Changed(handed.Case, new CaseAction.AcknowledgeByPals(), Member).Case, back, Member));
        Assert.NotNull(Why(handed.Case, back, Member with { IsMember = false }));
    }

    private static Case Alarming(AlarmKind kind, params string[] words) => Read(Tone.Complaint) with { Findings = new Findings(CardSamples.Mixed, null, new Alarm(kind, words)) };

    private static Case Read(Tone tone) => CaseMachine.Receive("p1", "ward7", "It names no ward.", [], T0, Findings.None with { Reading = CardSamples.Mixed with { Tone = tone } }).Case;

    private static Outcome Do(Case before, CaseAction action, Actor actor) => CaseMachine.Decide(before, action, actor, T0, id => id);

    private static Outcome.Changed Changed(Case before, CaseAction action, Actor actor) => Assert.IsType<Outcome.Changed>(Do(before, action, actor));

    private static string? Why(Case before, CaseAction action, Actor actor) => (Do(before, action, actor) as Outcome.Refused)?.Why;
}
