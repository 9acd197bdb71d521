using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Teams;
using FeedbackBot.Wards;

namespace FeedbackBot.Deliver;

/// <summary>Draws a case's card as it stands now, with the ward's fixers by name, for all or for one viewer.</summary>
public sealed class CardFace(Organisation organisation, ChannelDirectory channels, Roster roster, OtherCasesReader others)
{
    /// <param name="shownInWardId">The ward in whose channel the card stands.</param>
    /// <param name="viewer">Who asked for it; null draws the card that all see.</param>
    public async Task<JsonObject> OfAsync(CaseFile file, string shownInWardId, Detail detail, Person? viewer, CancellationToken cancellationToken)
    {
        var channel = await channels.OfWardAsync(file.Case.WardId, cancellationToken);
        var members = channel is null ? null : await roster.OfAsync(channel, cancellationToken);
        var fixers = new List<Person>();
        var viewers = new List<string?>();
        foreach (var fixerId in organisation.Find(file.Case.WardId)?.Fixers ?? [])
        {
            if (await roster.FindAsync(channel, fixerId, cancellationToken) is { } fixer)
            {
                fixers.Add(new Person(fixerId, fixer.Name));
                viewers.Add(members is null || members.ContainsKey(fixerId) ? fixer.TeamsId : null);
            }
        }

        var (claimer, isAlarm) = (file.Case.Claimer, file.Case.Findings.Alarm is not null);
        viewers.Add(claimer is null ? null : members?.GetValueOrDefault(claimer.Id)?.TeamsId);
        viewers.AddRange(members?.Where(m => organisation.IsBossOf(m.Key, file.Case.WardId) || (isAlarm && organisation.MayCloseAlarms(m.Key, file.Case.WardId))).Select(m => m.Value.TeamsId) ?? []);
        var people = new CardPeople(
            fixers,
            [.. viewers.OfType<string>()],
            ViewerOf(viewer, file.Case),
            ClaimerHasLeft: claimer is not null && members?.ContainsKey(claimer.Id) == false)
        {
            IsBoss = viewer is not null && organisation.IsBossOf(viewer.Id, file.Case.WardId),
            // What every member may stands on the card that all see.
            MayCloseAlarms = isAlarm && organisation.MayCloseAlarms(viewer?.Id ?? "", file.Case.WardId, isMember: true),
        };
        return PostCard.Of(await others.WithOthersAsync(file, cancellationToken), shownInWardId, organisation, people, detail);
    }

    private Viewer ViewerOf(Person? viewer, Case @case) =>
        viewer is null ? Viewer.Anyone
        : viewer.Is(@case.Claimer) ? Viewer.Claimer
        : organisation.IsFixer(viewer.Id, @case.WardId) ? Viewer.Fixer
        : Viewer.Anyone;

    /// <summary>The toast says where, never what: a phone on a table is read by others.</summary>
    public string ToastOf(CaseFile file) => $"A post about {organisation.NameOf(file.Case.WardId)}";
}
