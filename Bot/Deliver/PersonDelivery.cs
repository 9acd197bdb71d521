using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Teams;
using FeedbackBot.Wards;

namespace FeedbackBot.Deliver;

/// <summary>Tells a person 1:1 that a case was given to them.</summary>
public sealed class PersonDelivery(
    Chats chats,
    CaseStore cases,
    ShownCards shown,
    ChannelDirectory channels,
    Organisation organisation)
{
    public async Task<RowResult> TellAsync(Intention.TellAssignee tell, CancellationToken cancellationToken)
    {
        var file = await cases.FindAsync(tell.CaseId, cancellationToken);
        var channel = file is null ? null : await channels.OfWardAsync(file.Case.WardId, cancellationToken);
        if (file is null || channel is null || !tell.Assignee.Is(file.Case.Claimer))
        {
            return new RowResult.Done("It is no longer theirs.");
        }

        return await chats.WriteAsync(
            tell.Assignee.Id,
            channel,
            async () =>
            {
                var card = (await shown.OfCaseAsync(tell.CaseId, cancellationToken)).FirstOrDefault(c => c.ChannelId == channel.Id);
                var title = $"{tell.By.Name} gave you this case in {organisation.NameOf(file.Case.WardId)}";
                return DrawnReply.Of(ActivityJson.Card(ListCard.Of(title, [new ListedCase(file, CardLink.To(channel, card))], 0, organisation), title), file);
            },
            closed => InMention(closed.Why, tell, file),
            cancellationToken);
    }

    /// <summary>
    /// A chat that is closed to us leaves the mention in the channel, whatever the reason: someone who has left the organisation, say, is
    /// refused in many words. If it's our own fault, the mention fails as well.
    /// </summary>
    private static RowResult.Done InMention(string why, Intention.TellAssignee tell, CaseFile file) => new(
        why,
        [new Aftermath.Follows(OutboxEntry.ToWard(file.Case.WardId, tell.CaseId, new Intention.MentionAssignee(tell.CaseId, tell.Assignee, tell.By)))]);
}
