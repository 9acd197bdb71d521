using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams.Extension;

/// <summary>Searches cases from the compose box, for cards that stay live wherever they are put.</summary>
public sealed class SearchDesk(Organisation organisation, Access access, CaseSearch search, CardFace face)
{
    public const string Invoke = "composeExtension/query";

    public async Task<JsonObject> HandleAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.From is not { } person)
        {
            return SearchResponse.Say("Teams didn't say who searches.");
        }

        var (order, fault) = SearchOrder.Of(activity.Value);
        if (order is null)
        {
            return SearchResponse.Say(fault!);
        }

        var (wardIds, refusal) = await WardsAsync(person, order.Ward, cancellationToken);
        if (refusal is not null)
        {
            return SearchResponse.Say(refusal);
        }

        var (files, _) = await search.FindAsync(
            new CaseQuery(new SearchWords(order.Words), wardIds, order.States), order.Skip, order.Count, counted: false, cancellationToken);
        var found = new List<(JsonObject Card, JsonObject Preview)>();
        foreach (var file in files)
        {
            var card = await face.OfAsync(file, file.Case.WardId, Detail.Usual, viewer: null, cancellationToken);
            found.Add((SharedCard.Of(card, activity.FromTeamsId), SharedCard.Preview(file, organisation)));
        }

        return found.Count == 0 && order.Skip == 0 ? SearchResponse.Say("I found no such case among those that you may see.") : SearchResponse.Of(found);
    }

    /// <returns>The wards to look through, null for all; or one sentence why not.</returns>
    private async Task<(IReadOnlyList<string>? WardIds, string? Refusal)> WardsAsync(Person person, string typed, CancellationToken cancellationToken)
    {
        if (typed.Length == 0)
        {
            var own = await access.WardsOfAsync(person, cancellationToken);
            return own is [] ? (null, "A ward's cases are for the members of its channel and for bosses.") : (own, null);
        }

        if (organisation.Named(typed) is not { } ward)
        {
            return (null, $"I don't know a ward called \"{Foreign.Inline(typed)}\".");
        }

        return await access.MaySeeAsync(person, ward.Id, cancellationToken)
            ? ([ward.Id], null)
            : (null, $"The cases of {ward.Name} are for the members of its channel and for bosses.");
    }
}
