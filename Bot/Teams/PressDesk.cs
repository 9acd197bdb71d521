using FeedbackBot.Cards;

namespace FeedbackBot.Teams;

/// <summary>Takes a pressed button to whom it concerns: a case, an escalation, a ward's channel, or a question.</summary>
public sealed class PressDesk(ClickDesk clicks, EscalationDesk escalations, QuestionDesk questions, LinkDesk links)
{
    public async Task<ClickAnswer> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        var click = Click.Of(activity);
        switch (click.Verb)
        {
            case "link" when activity.From is { } person:
                return ClickAnswer.Say(await links.LinkAsync(activity, person, click.Input("ward"), cancellationToken));
            case "ask":
                // The answer comes as if the question had been typed: for everyone here, and to stay.
                await questions.AskAsync(activity, click.Input("question"), cancellationToken);
                return ClickAnswer.Done;
            case var _ when EscalationDesk.Knows(click):
                return await escalations.HandleAsync(activity.From, click, cancellationToken);
            default:
                var answer = await clicks.HandleAsync(activity, click, cancellationToken);
                return click.Has(SharedCard.Mark) && answer.Card is { } card
                    ? answer with { Card = SharedCard.Of(card, activity.FromTeamsId) }
                    : answer;
        }
    }
}
