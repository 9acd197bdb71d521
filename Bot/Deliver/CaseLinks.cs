using FeedbackBot.Store;
using FeedbackBot.Teams;

namespace FeedbackBot.Deliver;

/// <summary>Leads from a case to its card in its ward's channel.</summary>
public sealed class CaseLinks(ShownCards shown, ChannelDirectory channels)
{
    /// <returns>Null while no card of it stands there.</returns>
    public async Task<Uri?> OfAsync(string caseId, string wardId, CancellationToken cancellationToken)
    {
        var channel = await channels.OfWardAsync(wardId, cancellationToken);
        var card = (await shown.OfCaseAsync(caseId, cancellationToken)).FirstOrDefault(c => c.ChannelId == channel?.Id);
        return CardLink.To(channel, card);
    }
}
