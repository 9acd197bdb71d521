using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams;

/// <summary>What the presser of a button sees: the card it stood on, as things stand now.</summary>
public sealed class ClickFace(CardFace face, ListFace lists, ChannelDirectory channels, Organisation organisation)
{
    /// <param name="why">One sentence if the click changed nothing.</param>
    public Task<ClickAnswer> OfAsync(Activity activity, Click click, CaseFile file, CardPlace place, string? why, CancellationToken cancellationToken) =>
        click.IsOnList ? ListAsync(activity, file, why, cancellationToken) : CardAsync(file, place, Detail.Usual, activity.From, why, cancellationToken);

    /// <summary>The card stands in a ward that no longer has the case.</summary>
    public Task<ClickAnswer> MovedAsync(Activity activity, Click click, CaseFile file, CardPlace place, CancellationToken cancellationToken) =>
        OfAsync(activity, click, file, place, CaseMachine.MovedTo(organisation.NameOf(file.Case.WardId)), cancellationToken);

    /// <param name="viewer">Whoever pressed: their own buttons stand first.</param>
    public async Task<ClickAnswer> CardAsync(
        CaseFile file, CardPlace place, Detail detail, Person? viewer, string? why, CancellationToken cancellationToken) =>
        new(await face.OfAsync(file, place.ShownInWardId, detail, viewer, cancellationToken), why);

    /// <summary>A storm's list is drawn again; the list in an answer to a question is not kept anywhere, so a sentence must do.</summary>
    private async Task<ClickAnswer> ListAsync(Activity activity, CaseFile file, string? why, CancellationToken cancellationToken)
    {
        var channelId = Lane.OfConversation(activity.ConversationId);
        var drawn = activity.ReplyToId is { } messageId ? await lists.CasesOnAsync(channelId, messageId, cancellationToken) : [];
        return drawn.Count > 0 && await channels.FindAsync(channelId, cancellationToken) is { } channel
            ? new ClickAnswer(await lists.OfAsync([.. drawn.Select(d => d.File)], channel, cancellationToken), why)
            : ClickAnswer.Say(why ?? $"Done. The card in {Possessive.Of(organisation.NameOf(file.Case.WardId))} channel shows it.");
    }
}
