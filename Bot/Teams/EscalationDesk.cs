using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>Takes a press on an escalation's card to what is stored: decides, commits, and decides anew when it lost the race.</summary>
public sealed class EscalationDesk(Attention attention, EscalationFace face, Organisation organisation, TimeProvider clock)
{
    public static bool Knows(string? verb) => verb is "going" or "notgoing" or "done";

    public async Task<ClickAnswer> HandleAsync(Person? person, Click click, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = click.Input("escalation") is { Length: > 0 } id ? await attention.FindAsync(id, cancellationToken) : null;
            var audience = row is null ? null : EscalationAudience.Of(row.Kind, row.WardId, organisation.Now);
            if (person is null || row is null || audience is null || !audience.Includes(person.Id))
            {
                // The same words for a forged id and for somebody else's: nothing leaks.
                return ClickAnswer.Say("I can't find that here. It may be for somebody else.");
            }

            var now = clock.GetUtcNow();
            switch (EscalationMachine.Decide(row.ToEscalation(), ActionOf(click), person, audience, now))
            {
                case EscalationOutcome.Refused refused:
                    return new ClickAnswer(await face.CardAsync(row, cancellationToken), refused.Why);
                case EscalationOutcome.Changed changed when await attention.TryCommitAsync(row, changed.Escalation, now, cancellationToken):
                    return new ClickAnswer(await face.CardAsync((await attention.FindAsync(row.Id, cancellationToken))!, cancellationToken), null);
            }
        }
    }

    private static EscalationAction ActionOf(Click click) => click.Verb switch
    {
        "going" => new EscalationAction.Take(),
        "notgoing" => new EscalationAction.GiveBack(),
        _ => new EscalationAction.Finish(click.Input("note")),
    };
}
