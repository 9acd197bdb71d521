using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Tells someone of an escalation by a mention in the ward's channel, where their own chat is closed to the bot: under the case's card, if there is one.</summary>
public sealed class EscalationMention(ConnectorClient connector, ShownCards shown, ChannelDirectory channels, Roster roster, Attention attention, QuietTime quiet)
{
    /// <summary>There is no button here. A claim of before the author's last edit says nothing about what the post says now.</summary>
    private const string ClaimSays = " To say that you see to it press Claim on its card; if you have it already, press Release and then Claim.";

    public async Task<RowResult> MentionAsync(OutboxRow row, Intention.MentionEscalation mention, CancellationToken cancellationToken)
    {
        var escalation = await attention.FindAsync(mention.EscalationId, cancellationToken);
        var channel = await channels.FindAsync(row.Lane!, cancellationToken);
        if (channel is null || escalation is null or { State: not EscalationState.Open })
        {
            return new RowResult.Done("There is nothing to tell any more.");
        }

        if (quiet.For(escalation.Kind) is { } postponed)
        {
            return postponed;
        }

        var isAlarm = escalation.Kind == EscalationKind.MustNotWait;

        // Whoever isn't in the channel can't be mentioned there. What must not wait is told to those who are: they can ring somebody.
        var member = mention.InWords ? null : await roster.MemberAsync(channel, mention.PersonId, cancellationToken);
        if (member is null && mention.IsBeside)
        {
            return new RowResult.Done("They aren't in the ward's channel, and have been told.");
        }

        if (member is null && !isAlarm)
        {
            return new RowResult.Failed("Whom it is for can't be written to, and isn't in the ward's channel.");
        }

        var title = EscalationCard.Title(escalation.Kind);
        var activity = member is null
            ? ActivityJson.Text($"{title}. I couldn't reach one of the people who have to know. Please ring the safeguarding lead, or whoever is in charge now.")
            : ActivityJson.Mention(new Person(mention.PersonId, member.Name), member.TeamsId, $"{title}: please look at this case. {(mention.IsBeside ? "I have written to you in our chat, too." : $"I can't write to you in a chat of your own until you add FeedbackBot in Teams.{(isAlarm ? ClaimSays : "")}")}");
        var verdict = await (mention.InWords ? PostBareAsync(channel, activity, cancellationToken) : PostAsync(channel, row.CaseId!, activity, cancellationToken));
        return RowResult.Of(verdict, _ => new RowResult.Done(), gone => mention.IsBeside ? new RowResult.Done(gone.Why) : isAlarm && !mention.InWords && gone.Reason is (GiveUpReason.Refused or GiveUpReason.Gone)
            ? new RowResult.Done(gone.Why, [new Aftermath.Follows(OutboxEntry.ToLane(channel.Id, mention with { InWords = true }, row.CaseId))])
            : null);
    }

    /// <summary>A card that isn't there (the channel was linked anew, or Teams refused it) must not hold this up, nor the lane behind it.</summary>
    private async Task<SendVerdict> PostAsync(ChannelRow channel, string caseId, JsonObject activity, CancellationToken cancellationToken) =>
        (await shown.OfCaseAsync(caseId, cancellationToken)).FirstOrDefault(c => c.ChannelId == channel.Id) is { } card
            ? await connector.PostAsync(channel.ServiceUrl, card.ThreadId, card.ActivityId, activity, cancellationToken)
            : await PostBareAsync(channel, activity, cancellationToken);

    private Task<SendVerdict> PostBareAsync(ChannelRow channel, JsonObject activity, CancellationToken cancellationToken) =>
        connector.PostToChannelAsync(channel.ServiceUrl, channel.Id, channel.TenantId, activity, cancellationToken);
}
