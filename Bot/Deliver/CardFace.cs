using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Teams;
using FeedbackBot.Wards;

namespace FeedbackBot.Deliver;

/// <summary>Draws a case's card as it stands now, with the ward's fixers by name.</summary>
public sealed class CardFace(Organisation organisation, ChannelDirectory channels, Roster roster)
{
    /// <param name="shownInWardId">The ward in whose channel the card stands.</param>
    public async Task<JsonObject> OfAsync(CaseFile file, string shownInWardId, bool withHistory, CancellationToken cancellationToken)
    {
        var fixers = new List<Person>();
        var ward = organisation.Find(file.Case.WardId);
        var channel = ward is { Fixers.Count: > 0 } ? await channels.OfWardAsync(ward.Id, cancellationToken) : null;
        foreach (var fixerId in ward?.Fixers ?? [])
        {
            if (await roster.NameOfAsync(channel, fixerId, cancellationToken) is { } name)
            {
                fixers.Add(new Person(fixerId, name));
            }
        }

        return PostCard.Of(file, shownInWardId, organisation, fixers, withHistory);
    }

    /// <summary>The toast says where, never what: a phone on a table is read by others.</summary>
    public string ToastOf(CaseFile file) => $"A post about {organisation.NameOf(file.Case.WardId)}";
}
