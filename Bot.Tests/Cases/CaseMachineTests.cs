using FeedbackBot.Cases;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;
using static FeedbackBot.Cases.CaseState;

namespace FeedbackBot.Tests.Cases;

/// <summary>The transition table of design.md, section 5, row by row, and what each transition leaves.</summary>
public sealed class CaseMachineTests
{
    private static readonly Person Ann = new("ann", "Ann");
    private static readonly Person Bob = new("bob", "Bob");
    private static readonly DateTimeOffset T0 = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset T1 = T0.AddMinutes(5);

    private static readonly Dictionary<string, CaseAction> Actions = new()
    {
        ["claim"] = new CaseAction.Claim(),
        ["assign"] = new CaseAction.Assign(Bob),
        ["release"] = new CaseAction.Release(),
        ["resolve"] = new CaseAction.Resolve("Mopped it."),
        ["reopen"] = new CaseAction.Reopen("It is back."),
        ["move"] = new CaseAction.Move("ward9"),
        ["dismiss"] = new CaseAction.Dismiss("Spam"),
        ["thank"] = new CaseAction.Thank("Well done"),
        ["replied"] = new CaseAction.Reply(),
        ["correct"] = new CaseAction.Correct(new Correction(Tone.Complaint, [Topic.Food])),
        ["pals"] = new CaseAction.HandToPals("She asked for it."),
    };

    public static TheoryData<CaseState, string, CaseState?> Table => new()
    {
        // Asked by Ann, who is a boss and who holds the case where it is claimed.
        { New, "claim", Claimed },
        { New, "assign", Claimed },
        { New, "release", null },
        { New, "resolve", Resolved },
        { New, "reopen", null },
        { New, "move", New },
        { New, "dismiss", Dismissed },
        { New, "thank", New },
        { New, "replied", New },
        { New, "correct", New },
        { New, "pals", New },
        { Claimed, "claim", null },
        { Claimed, "assign", Claimed },
        { Claimed, "release", New },
        { Claimed, "resolve", Resolved },
        { Claimed, "reopen", null },
        { Claimed, "move", New },
        { Claimed, "dismiss", Dismissed },
        { Claimed, "thank", Claimed },
        { Claimed, "replied", Claimed },
        { Claimed, "correct", Claimed },
        { Claimed, "pals", Claimed },
        { Resolved, "claim", null },
        { Resolved, "assign", null },
        { Resolved, "release", null },
        { Resolved, "resolve", null },
        { Resolved, "reopen", New },
        { Resolved, "move", null },
        { Resolved, "dismiss", null },
        { Resolved, "thank", Resolved },
        { Resolved, "replied", Resolved },
        { Resolved, "correct", Resolved },
        { Resolved, "pals", Resolved },
        { Dismissed, "claim", null },
        { Dismissed, "assign", null },
        { Dismissed, "release", null },
        { Dismissed, "resolve", null },
        { Dismissed, "reopen", New },
        { Dismissed, "move", New },
        { Dismissed, "dismiss", null },
        { Dismissed, "thank", Dismissed },
        { Dismissed, "replied", Dismissed },
        { Dismissed, "correct", Dismissed },
        { Dismissed, "pals", Dismissed },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_action_in_every_state(CaseState from, string action, CaseState? to)
    {
        var before = InState(from);

        var outcome = Decide(before, Actions[action], Boss(Ann));

        if (to is null)
        {
            Assert.EndsWith(".", Assert.IsType<Outcome.Refused>(outcome).Why, StringComparison.Ordinal);
            return;
        }

        var changed = Assert.IsType<Outcome.Changed>(outcome);
        Assert.Equal(to, changed.Case.State);
        Assert.Equal(before.Version + 1, changed.Case.Version);
        Assert.Equal(T1, changed.Case.ChangedAt);
        Assert.Equal((before.Version + 1, Ann, T1), (changed.Event.Version, changed.Event.By, changed.Event.At));
    }

    [Fact]
    public void A_claim_of_a_claimed_case_says_who_has_it()
    {
        var outcome = Decide(InState(Claimed), new CaseAction.Claim(), Member(Bob));

        Assert.Equal("Ann already has this one.", Assert.IsType<Outcome.Refused>(outcome).Why);
    }

    [Fact]
    public void Assigning_hands_the_case_to_the_named_person_and_says_so_in_the_event()
    {
        var changed = Assert.IsType<Outcome.Changed>(Decide(InState(New), new CaseAction.Assign(Bob), Member(Ann)));

        Assert.Equal((Bob, T1), (changed.Case.Claimer, changed.Case.ClaimedAt));
        Assert.Equal((CaseEventKind.Assigned, Ann, Bob), (changed.Event.Kind, changed.Event.By, changed.Event.Assignee));
    }

    [Theory]
    [InlineData("reopen", Resolved)]
    [InlineData("release", Claimed)]
    [InlineData("move", Claimed)]
    public void A_case_that_is_new_again_belongs_to_nobody(string action, CaseState from)
    {
        var changed = Assert.IsType<Outcome.Changed>(Decide(InState(from), Actions[action], Boss(Ann)));

        Assert.Equal((null, null, null), (changed.Case.Claimer, changed.Case.ClaimedAt, changed.Case.ClosedAt));
    }

    [Fact]
    public void A_move_names_both_wards_in_its_event()
    {
        var changed = Assert.IsType<Outcome.Changed>(Decide(InState(New), new CaseAction.Move("ward9"), Member(Ann)));

        Assert.Equal(("ward9", "ward9", "ward7"), (changed.Case.WardId, changed.Event.WardId, changed.Event.FromWardId));
    }

    [Fact]
    public void A_move_to_where_it_is_changes_nothing() =>
        Assert.IsType<Outcome.Refused>(Decide(InState(New), new CaseAction.Move("WARD7"), Member(Ann)));

    [Theory]
    [InlineData("claim")]
    [InlineData("assign")]
    [InlineData("release")]
    [InlineData("resolve")]
    [InlineData("move")]
    [InlineData("dismiss")]
    [InlineData("replied")]
    [InlineData("correct")]
    [InlineData("pals")]
    public void A_person_from_outside_the_channel_changes_nothing(string action)
    {
        var outcome = Decide(InState(Claimed), Actions[action], new Actor(Ann, IsMember: false, IsFixer: true, IsBoss: true));

        Assert.Contains("Ward 7", Assert.IsType<Outcome.Refused>(outcome).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_claimer_or_a_boss_releases()
    {
        var claimed = InState(Claimed);

        Assert.IsType<Outcome.Refused>(Decide(claimed, new CaseAction.Release(), Member(Bob)));
        Assert.IsType<Outcome.Changed>(Decide(claimed, new CaseAction.Release(), Member(Ann)));
        Assert.IsType<Outcome.Changed>(Decide(claimed, new CaseAction.Release(), Boss(Bob)));
    }

    [Fact]
    public void Only_a_fixer_or_a_boss_dismisses()
    {
        var dismiss = new CaseAction.Dismiss("Spam");

        Assert.IsType<Outcome.Refused>(Decide(InState(New), dismiss, Member(Ann)));
        Assert.IsType<Outcome.Changed>(Decide(InState(New), dismiss, Member(Ann) with { IsFixer = true }));
        Assert.IsType<Outcome.Changed>(Decide(InState(New), dismiss, Boss(Ann)));
    }

    [Fact]
    public void Only_a_boss_thanks() =>
        Assert.IsType<Outcome.Refused>(Decide(InState(New), new CaseAction.Thank(null), Member(Ann)));

    [Theory]
    [InlineData("resolve", New)]
    [InlineData("reopen", Resolved)]
    [InlineData("dismiss", New)]
    public void Words_that_are_required_may_not_be_blank(string action, CaseState from)
    {
        CaseAction blank = action switch
        {
            "resolve" => new CaseAction.Resolve("  "),
            "reopen" => new CaseAction.Reopen(""),
            _ => new CaseAction.Dismiss("\n"),
        };

        Assert.Contains("Please", Assert.IsType<Outcome.Refused>(Decide(InState(from), blank, Boss(Ann))).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ids_upper_and_lower_case_are_the_same_person() =>
        Assert.IsType<Outcome.Changed>(Decide(InState(Claimed), new CaseAction.Release(), Member(new Person("ANN", "Ann"))));

    [Fact]
    public void An_edit_of_the_post_leaves_the_case_where_it_is_and_knows_which_wards_it_names_now()
    {
        var changed = CaseMachine.Edit(InState(Claimed), ["ward9", "WARD7"], T1);

        Assert.Equal((Claimed, 3, "ward7"), (changed.Case.State, changed.Case.Version, changed.Case.WardId));
        Assert.Equal(["ward9"], changed.Case.AlsoNamed);
        Assert.Equal((CaseEventKind.Edited, null), (changed.Event.Kind, changed.Event.By));
    }

    [Fact]
    public void Several_people_may_have_replied_and_whose_case_it_is_stays()
    {
        var ann = Assert.IsType<Outcome.Changed>(Decide(InState(Claimed), new CaseAction.Reply(), Member(Ann)));
        var bob = Assert.IsType<Outcome.Changed>(Decide(ann.Case, new CaseAction.Reply(), Member(Bob)));

        Assert.Equal((CaseEventKind.Replied, Bob, Ann, 4), (bob.Event.Kind, bob.Event.By, bob.Case.Claimer, bob.Case.Version));
    }

    private static Outcome Decide(Case before, CaseAction action, Actor actor) =>
        CaseMachine.Decide(before, action, actor, T1, id => id == "ward7" ? "Ward 7" : id);

    private static Actor Member(Person person) => new(person, IsMember: true, IsFixer: false, IsBoss: false);

    private static Actor Boss(Person person) => Member(person) with { IsBoss = true };

    private static Case InState(CaseState state)
    {
        var received = CaseMachine.Receive("p1", "ward7", "It has the hashtag #ward7.", [], T0, Findings.None with { Reading = CardSamples.Mixed }).Case;
        return state switch
        {
            New => received,
            Claimed => received with { State = Claimed, Version = 2, Claimer = Ann, ClaimedAt = T0 },
            _ => received with { State = state, Version = 3, Claimer = Ann, ClaimedAt = T0, ClosedAt = T0 },
        };
    }
}
