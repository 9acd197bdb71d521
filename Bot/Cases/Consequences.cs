using FeedbackBot.Deliver;

namespace FeedbackBot.Cases;

/// <summary>What Teams has to be told after something happened to a case. Pure; the store adds them in the same transaction.</summary>
public static class Consequences
{
    /// <summary>A new case gets its card.</summary>
    public static OutboxEntry OfArrival(Case arrived) =>
        OutboxEntry.ToWard(arrived.WardId, arrived.Id, new Intention.PostCard(arrived.Id));

    /// <param name="cardLanes">The lanes in which the case already has cards.</param>
    /// <param name="onListsOnly">It came in a storm and has no card of its own yet: who takes it up needs one.</param>
    public static IEnumerable<OutboxEntry> Of(Outcome.Changed change, IReadOnlyCollection<string> cardLanes, bool onListsOnly = false)
    {
        var (now, left) = change;
        foreach (var lane in cardLanes)
        {
            yield return OutboxEntry.ToLane(lane, new Intention.RefreshCards(now.Id), now.Id);
        }

        // A card that is being sent right now isn't among the lanes yet: this one waits behind it and puts it right. Where the card
        // is up to date already, it is folded away.
        yield return left.Kind == CaseEventKind.Moved || (onListsOnly && left.By is not null)
            ? OutboxEntry.ToWard(now.WardId, now.Id, new Intention.PostCard(now.Id))
            : OutboxEntry.ToWard(now.WardId, now.Id, new Intention.RefreshCards(now.Id));

        // The edited card rings nobody, and the praise may be hours up the channel.
        if (left is { Kind: CaseEventKind.Thanked, By: { } boss })
        {
            yield return OutboxEntry.ToWard(now.WardId, now.Id, new Intention.SayThanks(now.Id, boss, left.Note));
        }

        if (left is { Kind: CaseEventKind.Assigned, Assignee: { } assignee, By: { } by } && !assignee.Is(by))
        {
            yield return OutboxEntry.ToLane(
                Lane.OfPerson(assignee.Id),
                new Intention.TellAssignee(now.Id, assignee, by),
                now.Id);
        }
    }
}
