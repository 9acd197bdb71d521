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

        var closed = Weigh(CardSamples.Lifted(), first).Closed.Single();
        Assert.Equal((EscalationState.Done, CardSamples.Mary, T0.AddMinutes(12)), (closed.State, closed.DoneBy, closed.DoneAt));

        var second = Weigh(CardSamples.Raised(), closed).New.Single().Escalation;
        Assert.Empty(Weigh(CardSamples.Raised(), closed, second).Closed);
    }

    [Fact]
    public void Weighed_late_a_round_that_was_lifted_and_raised_anew_is_closed_and_the_next_brought()
    {
        var first = Weigh(CardSamples.Alarming()).New.Single().Escalation;

        var weighed = Weigh(CardSamples.Raised(), first);

        Assert.Equal(("MustNotWait:1801", "MustNotWait2:1801"), (weighed.Closed.Single().Id, weighed.New.Single().Escalation.Id));
    }

    [Fact]
    public void Who_closes_the_case_has_seen_to_it()
    {
        var first = Weigh(CardSamples.Alarming()).New.Single().Escalation;

        var closed = Weigh(Then(CardSamples.Alarming(), new CaseAction.Dismiss("Not about us")), first).Closed.Single();

        Assert.Equal((EscalationState.Done, CardSamples.Ann, "The case was dismissed: Not about us"), (closed.State, closed.DoneBy, closed.Note));
        Assert.Empty(Weigh(Then(CardSamples.Alarming(), new CaseAction.Resolve("Rang her."))).New);
    }

    [Fact]
    public void Words_that_come_by_an_edit_after_the_ward_closed_the_case_are_brought_and_not_closed_by_the_wards_hand()
    {
        var edited = CardSamples.AlarmingAfterItWasResolved();

        var brought = Weigh(edited).New.Single().Escalation;

        Assert.Equal(EscalationKind.MustNotWait, brought.Kind);
        Assert.Empty(Weigh(edited, brought).Closed);
        Assert.Equal("Nobody is at risk: A joke", Weigh(Then(edited, new CaseAction.LiftAlarm("A joke")), brought).Closed.Single().Note);
    }

    private static Weighing Weigh(CaseFile file, params Escalation[] known) =>
        new Weigher(new PatternRule(new PatternOptions()), new EscalationOptions()).Weigh(file, [], [], known, T0.AddHours(2));

    private static CaseFile Then(CaseFile file, CaseAction action) => CardSamples.Then(file, action, CardSamples.Ann, 3);
}
