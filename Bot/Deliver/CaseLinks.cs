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

    /// <returns>By case id, for those that have a card.</returns>
    public async Task<IReadOnlyDictionary<string, Uri>> OfAsync(IEnumerable<(string CaseId, string WardId)> cases, CancellationToken cancellationToken)
    {
        var links = new Dictionary<string, Uri>();
        foreach (var (caseId, wardId) in cases.DistinctBy(c => c.CaseId))
        {
            if (await OfAsync(caseId, wardId, cancellationToken) is { } link)
            {
                links[caseId] = link;
            }
        }

        return links;
    }
}
