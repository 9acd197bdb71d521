using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;
using FeedbackBot.Wards;

namespace FeedbackBot.Deliver;

/// <summary>Draws the list on which a storm's cases stand together, each as it stands now.</summary>
public sealed class ListFace(Organisation organisation, CaseStore cases, ShownCards shown)
{
    public async Task<JsonObject> OfAsync(IReadOnlyList<CaseFile> files, ChannelRow channel, CancellationToken cancellationToken)
    {
        var listed = new List<ListedCase>();
        foreach (var file in files)
        {
            var own = (await shown.OfCaseAsync(file.Case.Id, cancellationToken)).FirstOrDefault(c => c.ChannelId == channel.Id && !c.IsList);
            listed.Add(new ListedCase(file, CardLink.To(channel, own), ClaimHere: file.Case.WardId == channel.WardId));
        }

        return ListCard.Of(TitleOf(files, channel), listed, 0, organisation);
    }

    /// <summary>Also the toast: it says where, never what.</summary>
    public string TitleOf(IReadOnlyList<CaseFile> files, ChannelRow channel) =>
        $"{Words.Count(files.Count, "post", "posts")} about {organisation.NameOf(channel.WardId ?? files[0].Case.WardId)}";

    /// <summary>Every case on one message, in the order in which they stand there.</summary>
    public async Task<IReadOnlyList<(CardRow Card, CaseFile File)>> CasesOnAsync(string channelId, string activityId, CancellationToken cancellationToken)
    {
        var drawn = new List<(CardRow, CaseFile)>();
        foreach (var card in await shown.OnMessageAsync(channelId, activityId, cancellationToken))
        {
            if (await cases.FindAsync(card.CaseId, cancellationToken) is { } file)
            {
                drawn.Add((card, file));
            }
        }

        return [.. drawn.OrderBy(d => d.Item2.Case.ReceivedAt).ThenBy(d => d.Item2.Case.Id, StringComparer.Ordinal)];
    }
}
