using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Triage;

namespace FeedbackBot.Tests.Cases.Escalations;

public sealed class EscalationMachineTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 5, 0, TimeSpan.Zero);
    private static readonly Person Wendy = new("wendy", "Wendy Wood");
    private static readonly Person Anna = new("anna", "Anna Ash");
    private static readonly Person Lead = new("lead", "Lea Lund");
    private static readonly Person Stranger = new("stranger", "Stray");

    private static readonly EscalationAction Take = new EscalationAction.Take();
    private static readonly EscalationAction GiveBack = new EscalationAction.GiveBack();

    /// <summary>Kind, state (taken by Wendy), action, by whom: the state after it, or why not.</summary>
    public static TheoryData<EscalationKind, EscalationState, EscalationAction, string, string> Actions => new()
    {
        { EscalationKind.Pattern, EscalationState.Open, Take, "wendy", "Taken" },
        { EscalationKind.Pattern, EscalationState.Open, Take, "anna", "Taken" },
        { EscalationKind.Pattern, EscalationState.Open, Take, "stranger", "This is for the bosses of this ward." },
        { EscalationKind.Pattern, EscalationState.Open, Take, "lead", "This is for the bosses of this ward." },
        { EscalationKind.Pattern, EscalationState.Taken, Take, "wendy", "You have already said that you will go." },
        { EscalationKind.Pattern, EscalationState.Taken, Take, "anna", "Wendy Wood is already going." },
        { EscalationKind.MustNotWait, EscalationState.Taken, Take, "wendy", "You have acknowledged this already." },
        { EscalationKind.MustNotWait, EscalationState.Taken, Take, "lead", "Wendy Wood has acknowledged this already." },
        { EscalationKind.Pattern, EscalationState.Done, new EscalationAction.Finish("Been there."), "wendy", "This is done already: you closed it." },
        { EscalationKind.Praise, EscalationState.Open, Take, "wendy", "Nobody has to go for this one. Press Thank to say thank you." },
        { EscalationKind.Pattern, EscalationState.Done, Take, "anna", "This is done already: Wendy Wood closed it." },
        { EscalationKind.Pattern, EscalationState.Open, GiveBack, "wendy", "Nobody has this one." },
        { EscalationKind.Pattern, EscalationState.Taken, GiveBack, "anna", "Only Wendy Wood can give this one back." },
        { EscalationKind.Pattern, EscalationState.Taken, GiveBack, "wendy", "Open" },
        { EscalationKind.Pattern, EscalationState.Taken, new EscalationAction.Finish("Been there."), "wendy", "Done" },
        { EscalationKind.Pattern, EscalationState.Open, new EscalationAction.Finish("Been there."), "anna", "Done" },
        { EscalationKind.Pattern, EscalationState.Open, new EscalationAction.Finish("  "), "anna", "Please say what came of it, then press Done again." },
        { EscalationKind.MustNotWait, EscalationState.Open, Take, "wendy", "Taken" },
        { EscalationKind.MustNotWait, EscalationState.Open, Take, "stranger", "This is for the safeguarding lead and the deputies, or for the ward's bosses where no lead is set." },
        { EscalationKind.MustNotWait, EscalationState.Taken, new EscalationAction.Finish("Safe."), "wendy", "Only the safeguarding lead or a deputy can close this." },
        { EscalationKind.MustNotWait, EscalationState.Taken, new EscalationAction.Finish("Safe."), "lead", "Done" },
    };

    public static TheoryData<Tone, int, bool, bool, string> Posts => new()
    {
        { Tone.Complaint, 2, false, false, "" },
        { Tone.Complaint, 2, true, false, "Look" },
        { Tone.Complaint, 4, false, false, "Look" },
        { Tone.Complaint, 4, true, true, "MustNotWait Look" },
        { Tone.Mixed, 2, true, false, "Look Praise" },
        { Tone.Mixed, 2, false, false, "Praise" },
        { Tone.Compliment, 0, true, false, "Praise" },
        { Tone.Compliment, 4, true, false, "Praise" },
        { Tone.Neutral, 0, true, false, "" },
        { Tone.Neutral, 4, true, true, "MustNotWait" },
    };

    [Theory]
    [MemberData(nameof(Actions))]
    public void What_people_may_do_with_it(EscalationKind kind, EscalationState state, EscalationAction action, string by, string expected)
    {
        var person = new[] { Wendy, Anna, Lead, Stranger }.Single(p => p.Id == by);
        var before = new Escalation(kind, "1", "ward7", Now) { State = state, TakenBy = state == EscalationState.Open ? null : Wendy, DoneBy = state == EscalationState.Done ? Wendy : null };

        var outcome = EscalationMachine.Decide(before, action, person, EscalationAudience.Of(kind, "ward7", EscalationAudienceTests.Hospital().Now), Now);

        Assert.Equal(expected, outcome is EscalationOutcome.Changed changed ? changed.Escalation.State.ToString() : ((EscalationOutcome.Refused)outcome).Why);
    }

    [Fact]
    public void Who_is_going_may_give_it_back_though_it_is_another_wards_now()
    {
        var taken = new Escalation(EscalationKind.Look, "1", "ward7", Now) { State = EscalationState.Taken, TakenBy = Stranger };
        var audience = EscalationAudience.Of(EscalationKind.Look, "ward7", EscalationAudienceTests.Hospital().Now);

        Assert.IsType<EscalationOutcome.Changed>(EscalationMachine.Decide(taken, GiveBack, Stranger, audience, Now));
        Assert.IsType<EscalationOutcome.Refused>(EscalationMachine.Decide(taken, new EscalationAction.Finish("Been there."), Stranger, audience, Now));
    }

    [Fact]
    public void What_must_not_wait_is_not_closed_by_its_case()
    {
        Assert.IsType<EscalationOutcome.Refused>(EscalationMachine.Close(new Escalation(EscalationKind.MustNotWait, "1", "ward7", Now), "All closed.", Now));

        var closed = Assert.IsType<EscalationOutcome.Changed>(EscalationMachine.Close(new Escalation(EscalationKind.Pattern, "1", "ward7", Now), "All closed.", Now)).Escalation;
        Assert.Equal((EscalationState.Done, null, "All closed."), (closed.State, closed.DoneBy, closed.Note));
        Assert.IsType<EscalationOutcome.Refused>(EscalationMachine.Close(closed, "Again.", Now));
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public void A_post_is_brought_to_people_for_what_is_in_it(Tone tone, int severity, bool hasPhoto, bool mustNotWait, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', Deserves.Of(tone, severity, hasPhoto, mustNotWait).Select(d => d.Kind)));

    [Fact]
    public void Everybody_who_was_told_sees_in_words_where_it_stands()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var pattern = new Escalation(EscalationKind.Pattern, "1", "ward7", Now);
        var taken = pattern with { State = EscalationState.Taken, TakenBy = Wendy, TakenAt = Now };

        Assert.Equal("Nobody has said they will go yet.", EscalationWords.Standing(pattern, zone));
        Assert.Equal("Nobody has acknowledged this yet.", EscalationWords.Standing(pattern with { Kind = EscalationKind.MustNotWait }, zone));
        Assert.Equal("Nobody has said thank you yet.", EscalationWords.Standing(pattern with { Kind = EscalationKind.Praise }, zone));
        Assert.Equal("Wendy Wood is going, since 23 Nov, 09:05.", EscalationWords.Standing(taken, zone));
        Assert.Equal("Wendy Wood acknowledged this on 23 Nov, 09:05 and is acting on it.", EscalationWords.Standing(taken with { Kind = EscalationKind.MustNotWait }, zone));
        Assert.Equal("Done by Anna Ash on 23 Nov, 09:05: Cleaner sent.", EscalationWords.Standing(taken with { State = EscalationState.Done, DoneBy = Anna, DoneAt = Now, Note = "Cleaner sent." }, zone));
        Assert.Equal("Done on 23 Nov, 09:05: All of its cases are closed.", EscalationWords.Standing(taken with { State = EscalationState.Done, DoneAt = Now, Note = "All of its cases are closed." }, zone));
    }
}
