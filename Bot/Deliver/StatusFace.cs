using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Pals;
using FeedbackBot.Posts.X;
using FeedbackBot.Store;
using FeedbackBot.Teams.Tokens;
using FeedbackBot.Wards;

namespace FeedbackBot.Deliver;

/// <summary>Puts together how the bot is doing, for the health page and for admins who ask.</summary>
public sealed class StatusFace(XReporter x, Outbox outbox, ChannelDirectory channels, Organisation organisation, SettingsWatch settings, BotToken? token = null)
{
    public async Task<JsonObject> OfAsync(CancellationToken cancellationToken) =>
        ActivityJson.Card(StatusCard.Of(await ReadAsync(cancellationToken), organisation.TimeZone), "How FeedbackBot is doing");

    public async Task<BotStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var delivery = await outbox.HealthAsync(cancellationToken);
        var linked = await channels.LinkedAsync(cancellationToken);
        var report = await x.ReadAsync(cancellationToken);
        var today = DateOnly.FromDateTime(WallClock.Shows(report.Now, organisation.TimeZone));
        return new(
            report,
            delivery,
            [
                .. EscalationAudience.Remark(organisation.Now) is { } unheard ? [unheard] : (IEnumerable<string>)[],
                .. organisation.Wards.Where(w => !linked.ContainsKey(w.Id))
                    .Select(w => $"Ward '{w.Id}' has no channel. Say \"@FeedbackBot link {w.Id}\" in the channel it should use."),
                .. delivery.Paused.Select(p => $"Ward '{p.Key}' is paused: {p.Value}."),
                .. delivery.LastRefusal is { } refusal
                    ? [$"{Words.Count(delivery.GivenUp, "message", "messages")} couldn't be delivered; of the newest: {refusal.TrimEnd('.')}. Mend that and start FeedbackBot again: what still matters is tried once more."]
                    : (IEnumerable<string>)[],
                .. settings.Faults.Select(f => $"The changed settings aren't used, the old ones stay: {f}"),
                .. BankHolidays.English.Remark(today) is { } holidays ? [holidays] : (IEnumerable<string>)[],
                .. token?.Trouble is { } trouble ? [$"{trouble}."] : (IEnumerable<string>)[],
                .. report.Remarks(),
            ]);
    }
}
