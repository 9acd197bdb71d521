using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Tests.Cards;

namespace FeedbackBot.Tests.Cases.Escalations;

/// <summary>What must not wait, weighed each time something happened to its case: brought once a round, and closed by no hand but that of who answers for it.</summary>
public sealed class AlarmWeighingTests
{
    private static readonly DateTimeOffset T0 = CardSamples.T0;

    [Fact]
    public void Each_round_is_brought_once()
    {
        var first = Weigh(CardSamples.Alarming()).New.Single().Escalation;
        Assert.Equal(("MustNotWait:1801", 1), (first.Id, first.Round));
        Assert.Empty(Weigh(Then(CardSamples.Alarming(), new CaseAction.Claim()), first).New);

        var raised = CardSamples.Raised();
        var (second, why) = Weigh(raised, first).New.Single();
        Assert.Equal(("MustNotWait2:1801", 2, "Someone may be at risk: staff say so."), (second.Id, second.Round, why));
        Assert.Empty(Weigh(raised, first, second).New);
    }

    [Fact]
    public void Who_lifts_it_closes_its_round_and_no_other()
    {
        var first = Weigh(CardSamples.Alarming()).New.Single().Escalation with { State = EscalationState.Taken };

        var closed = Weigh(CardSamples.Lifted(), first).Settled.Single().After;
        Assert.Equal((EscalationState.Done, CardSamples.Mary, T0.AddMinutes(12)), (closed.State, closed.DoneBy, closed.DoneAt));

        var second = Weigh(CardSamples.Raised(), closed).New.Single().Escalation;
        Assert.Empty(Weigh(CardSamples.Raised(), closed, second).Settled);
    }

    [Fact]
    public void Weighed_late_a_round_that_was_lifted_and_raised_anew_is_closed_and_the_next_brought()
    {
        var first = Weigh(CardSamples.Alarming()).New.Single().Escalation;

        var weighed = Weigh(CardSamples.Raised(), first);

        Assert.Equal(("MustNotWait:1801", "MustNotWait2:1801"), (weighed.Settled.Single().After.Id, weighed.New.Single().Escalation.Id));
    }

    [Fact]
    public void Who_closes_the_case_has_seen_to_it()
    {
        var first = Weigh(CardSamples.Alarming()).New.Single().Escalation;

        var closed = Weigh(Then(CardSamples.Alarming(), new CaseAction.Dismiss("Not about us")), first).Settled.Single().After;

        Assert.Equal((EscalationState.Done, CardSamples.Ann, "The case was dismissed: Not about us"), (closed.State, closed.DoneBy, closed.Note));
        Assert.Empty(Weigh(Then(CardSamples.Alarming(), new CaseAction.Resolve("Rang her."))).New);
    }

    [Fact]
    public void Words_that_come_by_an_edit_after_the_ward_closed_the_case_are_brought_and_not_closed_by_the_wards_hand()
    {
        var edited = CardSamples.AlarmingAfterItWasResolved();

        var brought = Weigh(edited).New.Single().Escalation;

        Assert.Equal(EscalationKind.MustNotWait, brought.Kind);
        Assert.Empty(Weigh(edited, brought).Settled);
        Assert.Equal("Nobody is at risk: A joke", Weigh(Then(edited, new CaseAction.LiftAlarm("A joke")), brought).Settled.Single().After.Note);
    }

    [Fact]
    public void A_case_that_the_lead_closed_and_somebody_takes_up_again_is_brought_again()
    {
        var first = Weigh(CardSamples.Alarming()).New.Single().Escalation;
        var resolved = Then(CardSamples.Alarming(), new CaseAction.Resolve("Rang her."));
        var reopened = CardSamples.Then(resolved, new CaseAction.Reopen("She hasn't come home"), CardSamples.Ann, 60);

        var closed = Weigh(resolved, first).Settled.Single().After;
        var second = Weigh(reopened, closed).New.Single().Escalation;

        Assert.Equal("MustNotWait2:1801", second.Id);
        Assert.Empty(Weigh(reopened, closed, second).Settled);
        Assert.Empty(Weigh(CardSamples.Then(reopened, new CaseAction.Claim(), CardSamples.Ann, 61), closed, second).New);
        Assert.Equal("The case was resolved: Rang her.", Weigh(reopened, first).Settled.Single().After.Note);
    }

    [Fact]
    public void A_case_that_the_lead_dismissed_and_somebody_moves_to_another_ward_is_brought_again()
    {
        var first = Weigh(CardSamples.Alarming()).New.Single().Escalation;
        var moved = CardSamples.Then(Then(CardSamples.Alarming(), new CaseAction.Dismiss("Not about us")), new CaseAction.Move("xray"), CardSamples.Ann, 60);

        var second = Weigh(moved, first).New.Single().Escalation;

        Assert.Equal(("MustNotWait2:1801", "xray"), (second.Id, second.WardId));
    }

    [Fact]
    public void One_that_was_lifted_before_its_case_was_closed_does_not_ring_when_that_is_opened_again()
    {
        var first = Weigh(CardSamples.Alarming()).New.Single().Escalation;
        var reopened = CardSamples.Then(Then(CardSamples.Lifted(), new CaseAction.Resolve("Mopped.")), new CaseAction.Reopen("Still dirty"), CardSamples.Ann, 60);

        Assert.Empty(Weigh(reopened, first with { State = EscalationState.Done }).New);
        Assert.NotNull(AlarmRounds.Lifted(reopened, AlarmRounds.Now(reopened) - 1));
    }

    [Theory]
    [InlineData(EscalationState.Taken)]
    [InlineData(EscalationState.Done)]
    public void What_its_author_writes_after_somebody_saw_to_it_rings_once_more(EscalationState state)
    {
        var at = T0.AddMinutes(10);
        var seen = Weigh(CardSamples.Alarming()).New.Single().Escalation with { State = state, TakenBy = CardSamples.Mary, TakenAt = at, Rungs = 1, RungAt = T0, ToldAt = T0 };
        seen = state == EscalationState.Done ? seen with { DoneBy = CardSamples.Mary, DoneAt = at, Note = "Rang her." } : seen;

        Assert.Empty(Weigh(Edited(at.AddMinutes(-1)), seen).Settled);
        var again = Assert.Single(Weigh(Edited(at.AddMinutes(1)), seen).Settled).After;

        Assert.Equal((EscalationState.Open, null, null, null), (again.State, again.TakenBy, again.DoneBy, again.ToldAt));
        Assert.Empty(Weigh(Edited(at.AddMinutes(1)), again).Settled);
    }

    private static CaseFile Edited(DateTimeOffset at)
    {
        var file = CardSamples.Alarming();
        var edit = CaseMachine.Edit(file.Case, [], at);
        return file with { Case = edit.Case, Events = [.. file.Events, edit.Event] };
    }

    private static Weighing Weigh(CaseFile file, params Escalation[] known) =>
        new Weigher(new PatternRule(new PatternOptions()), new EscalationOptions()).Weigh(file, [], [], known, T0.AddHours(2));

    private static CaseFile Then(CaseFile file, CaseAction action) => CardSamples.Then(file, action, CardSamples.Ann, 3);
}
