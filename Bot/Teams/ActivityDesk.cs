using FeedbackBot.Teams.Extension;

namespace FeedbackBot.Teams;

/// <summary>The one place where an inbound activity is handed over, whatever it is.</summary>
public sealed class ActivityDesk(Places places, Arrivals arrivals, PressDesk presses, QuestionDesk questions, SearchDesk search)
{
    /// <returns>What an invoke is answered with; null where nobody waits for one.</returns>
    public async Task<ClickAnswer?> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity is { Type: "invoke", Name: SearchDesk.Invoke })
        {
            // People search from anywhere in Teams: it tells nothing of where the bot is.
            return ClickAnswer.Search(await search.HandleAsync(activity, cancellationToken));
        }

        await places.SeeAsync(activity, cancellationToken);
        switch (activity.Type)
        {
            case "invoke" when activity.Name == "adaptiveCard/action":
                return await presses.HandleAsync(activity, cancellationToken);
            case "invoke":
                return ClickAnswer.Say("I don't know how to do that.");
            case "message" when activity.Value is not null:
                // Action.Submit, from clients that don't know Execute: nobody waits for an answer, so what must be said goes into the thread.
                if ((await presses.HandleAsync(activity, cancellationToken)).Aloud is { } aloud && !activity.IsOthersChat)
                {
                    await questions.SendAsync(activity, aloud, cancellationToken);
                }

                return null;
            case "message":
                await questions.HandleAsync(activity, cancellationToken);
                return null;
            case "conversationUpdate" or "installationUpdate":
                await arrivals.HandleAsync(activity, cancellationToken);
                return null;
            default:
                return null;
        }
    }
}
