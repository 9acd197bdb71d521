using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Triage;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>Turns a click's verb and inputs into an action, or says what is missing.</summary>
public sealed class ActionReader(Organisation organisation, ChannelDirectory channels, Roster roster, Attention attention)
{
    /// <param name="case">The pressed card's.</param>
    /// <param name="channel">The case's ward's channel, whose members can be assigned.</param>
    /// <returns>The action, or null and one sentence for the presser.</returns>
    public async Task<(CaseAction? Action, string? Fault)> ReadAsync(Click click, Case @case, ChannelRow? channel, CancellationToken cancellationToken) => click.Verb switch
    {
        "claim" => (new CaseAction.Claim(), null),
        "replied" => (new CaseAction.Reply(), null),
        "release" => (new CaseAction.Release(), null),
        "resolve" => (new CaseAction.Resolve(click.Input("note")), null),
        "reopen" => (new CaseAction.Reopen(click.Input("note")), null),
        "dismiss" => (new CaseAction.Dismiss(click.Input("reason")), null),
        "thank" => (new CaseAction.Thank(click.Input("line")), null),
        "correct" => Correct(click),
        CaseButtons.ConfirmVerb => (new CaseAction.Confirm(), null),
        "pals" => (new CaseAction.HandToPals(click.Input("complaint")), null),
        "pals-done" => (new CaseAction.AcknowledgeByPals(), null),
        "pals-not-yet" => (new CaseAction.NotYetByPals(), null),
        "pals-back" => (new CaseAction.TakeBackFromPals(click.Input("mistake")), null),
        CaseButtons.TakeOutVerb when TopicOf(click) is { } topic => (new CaseAction.TakeOut(topic, await IsInPatternAsync(@case, topic, cancellationToken)), null),
        CaseButtons.PutBackVerb when TopicOf(click) is { } topic => (new CaseAction.PutBack(topic), null),
        CaseButtons.AtRiskVerb => (new CaseAction.RaiseAlarm(click.Input("risk")), null),
        NoRiskButton.Verb => (new CaseAction.LiftAlarm(click.Input(NoRiskButton.Input)), null),
        "assign" => await AssignAsync(EntraId.Of(click.Input("assignee")), channel, cancellationToken),
        "move" => await MoveAsync(click.Input("ward"), cancellationToken),
        null or CaseButtons.TakeOutVerb or CaseButtons.PutBackVerb => (null, "That button doesn't say what it does. Please use the newest card."),
        _ => (null, $"I don't know how to \"{Shortened(click.Verb)}\". Please use the newest card."),
    };

    private static (CaseAction?, string?) Correct(Click click)
    {
        var (correction, fault) = ReadingInputs.Read(click.Input("tone"), click.Input("topics"));
        return (correction is null ? null : new CaseAction.Correct(correction), fault);
    }

    /// <summary>By its name: a number would pass for a topic that isn't there.</summary>
    private static Topic? TopicOf(Click click) => Enum.GetValues<Topic>().Where(t => $"{t}" == click.Input(CaseButtons.TopicKey)).Select(t => (Topic?)t).FirstOrDefault();

    private async Task<bool> IsInPatternAsync(Case @case, Topic topic, CancellationToken cancellationToken) =>
        (await attention.PatternsOfAsync(@case, cancellationToken)).Any(p => p.Topic == topic);

    private static string Shortened(string verb) => verb.Length <= 40 ? verb : $"{verb[..40]}…";

    private async Task<(CaseAction?, string?)> AssignAsync(string assigneeId, ChannelRow? channel, CancellationToken cancellationToken)
    {
        if (assigneeId.Length == 0)
        {
            return (null, "Please choose who should have it, then press Assign again.");
        }

        if (await roster.MemberAsync(channel, assigneeId, cancellationToken) is { Name: var name })
        {
            return (new CaseAction.Assign(new Person(assigneeId, name)), null);
        }

        // A fixer from the settings may have a case without being in the channel, and Teams may not have told us just now who is.
        return channel?.WardId is { } wardId && organisation.IsFixer(assigneeId, wardId)
            ? (new CaseAction.Assign(new Person(assigneeId, (await roster.FindAsync(channel, assigneeId, cancellationToken))?.Name ?? "this ward's fixer")), null)
            : (null, "I can't find that person in this ward's channel. Please choose someone from the list.");
    }

    private async Task<(CaseAction?, string?)> MoveAsync(string words, CancellationToken cancellationToken)
    {
        if (words.Length == 0)
        {
            return (null, "Please choose a ward, then press Move again.");
        }

        if (organisation.Named(words) is not { } ward)
        {
            return (null, "I don't know that ward. Say \"wards\" to see them all.");
        }

        // A case must not leave for where nobody looks.
        return await channels.OfWardAsync(ward.Id, cancellationToken) is null
            ? (null, $"{ward.Name} has no channel yet, so nobody would see it there. An admin can say \"@FeedbackBot link {ward.Id}\" in the channel it should use.")
            : (new CaseAction.Move(ward.Id), null);
    }
}
