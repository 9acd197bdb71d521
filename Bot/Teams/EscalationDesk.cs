using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>Takes a press on an escalation's card to what is stored: decides, commits, and decides anew when it lost the race.</summary>
public sealed class EscalationDesk(
    Attention attention,
    CaseStore cases,
    CaseDesk desk,
    EscalationFace face,
    Organisation organisation,
    TimeProvider clock)
{
    /// <summary>Whether the pressed button stood on such a card.</summary>
    public static bool Knows(Click click) => click.Input(EscalationButtons.Mark).Length > 0;

    public async Task<ClickAnswer> HandleAsync(Person? person, Click click, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await attention.FindAsync(click.Input(EscalationButtons.Mark), cancellationToken);
            var audience = row is null ? null : EscalationAudience.Of(row.Kind, row.WardId, organisation.Now);
            if (person is null || row is null || audience is null || !(audience.Includes(person.Id) || await WasToldAsync(row, person, cancellationToken)))
            {
                // The same words for a forged id and for somebody else's: nothing leaks.
                return ClickAnswer.Say("I can't find that here. It may be for somebody else.");
            }

            if (CaseActionOf(row, click) is { } onCase)
            {
                return await ShowAsync(row, await OnCaseAsync(row, onCase, person, click, cancellationToken), cancellationToken);
            }

            if (ActionOf(click) is not { } action)
            {
                return await ShowAsync(row, "I don't know that button. Please use the newest card.", cancellationToken);
            }

            // Whoever says that they see to it, or have, says so of the words they read.
            if (row.Kind == EscalationKind.MustNotWait && action is not EscalationAction.GiveBack
                && await cases.FindAsync(row.Subject, cancellationToken) is { } read && CaseDesk.IsEditedSince(read, click.ShownVersion))
            {
                return await ShowAsync(row, CaseDesk.EditedSince, cancellationToken);
            }

            var now = clock.GetUtcNow();
            switch (EscalationMachine.Decide(row.ToEscalation(), action, person, audience, now))
            {
                case EscalationOutcome.Refused refused:
                    return await ShowAsync(row, refused.Why, cancellationToken);
                case EscalationOutcome.Changed changed when await attention.TryCommitAsync(row, changed.Escalation, now, cancellationToken):
                    return await ShowAsync(row, null, cancellationToken);
            }
        }
    }

    private static EscalationAction? ActionOf(Click click) => click.Verb switch
    {
        "going" => new EscalationAction.Take(),
        "notgoing" => new EscalationAction.GiveBack(),
        "done" => new EscalationAction.Finish(click.Input("note")),
        _ => null,
    };

    /// <summary>
    /// What happens to the case, as by the same button on its own card; weighing closes the escalation for it. A second boss's thank you counts too: unlike a second visit it
    /// costs nobody anything, and what they wrote is meant for the ward.
    /// </summary>
    private static CaseAction? CaseActionOf(EscalationRow row, Click click) => (row.Kind, click.Verb) switch
    {
        (EscalationKind.Praise, PraiseParts.ThankVerb) => new CaseAction.Thank(click.Input("line")),
        (EscalationKind.MustNotWait, NoRiskButton.Verb) => new CaseAction.LiftAlarm(click.Input(NoRiskButton.Input)),
        _ => null,
    };

    /// <returns>One sentence if nothing was changed.</returns>
    private async Task<string?> OnCaseAsync(EscalationRow row, CaseAction action, Person person, Click click, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(row.Subject, cancellationToken) is not { } file)
        {
            return "I can't find that case any more.";
        }

        if (action is CaseAction.Thank && file.Events.Any(e => e.Kind == CaseEventKind.Moved && e.Version > click.ShownVersion))
        {
            return CaseMachine.MovedTo(organisation.NameOf(file.Case.WardId));
        }

        var actor = new Actor(person, IsMember: false, IsFixer: false, organisation.IsBossOf(person.Id, file.Case.WardId))
        {
            MayCloseAlarms = organisation.MayCloseAlarms(person.Id, file.Case.WardId),
        };
        return (await desk.ActAsync(file, action, actor, click.ShownVersion, cancellationToken)).Why;
    }

    /// <summary>The case may have gone to a ward with other bosses: who was told of it still hears how it stands, while they look after anything.</summary>
    private async Task<bool> WasToldAsync(EscalationRow row, Person person, CancellationToken cancellationToken) =>
        organisation.Now.LooksAfterAnything(person.Id) && (await attention.MessagesAsync(row.Id, person.Id, cancellationToken)).Count > 0;

    private async Task<ClickAnswer> ShowAsync(EscalationRow row, string? why, CancellationToken cancellationToken) =>
        new(await face.CardAsync(await attention.FindAsync(row.Id, cancellationToken) ?? row, cancellationToken), why);
}
