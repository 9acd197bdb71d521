using System.Text.Json.Nodes;
using FeedbackBot.Posts.X;
using static System.FormattableString;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>How the bot is doing, for the people who look after it: what is wrong first, then X, its cost, look-ups and delivery.</summary>
public static class StatusCard
{
    private const int MostRemarks = 15;

    public static JsonObject Of(BotStatus status, TimeZoneInfo zone)
    {
        var verdict = status.IsDegraded ? "Something needs a look" : "All is well";
        return Card(
            $"How FeedbackBot is doing: {verdict}.",
            [
                Heading("How FeedbackBot is doing"),
                Rich(Run(verdict, bold: true), Run($" · as of {Words.Time(status.X.Now, zone)}", subtle: true)),
                .. Remarks(status),
                Heading("Reading X", "Default"),
                .. Reading(status.X, zone),
                .. Cost(status.X),
                .. status.X.IsOn || status.X.Left > 0 ? Lookups(status.X, zone) : [],
                Heading("Telling Teams", "Default"),
                .. Delivery(status, zone),
            ]);
    }

    private static IEnumerable<JsonObject> Remarks(BotStatus status)
    {
        foreach (var remark in status.Remarks.Take(MostRemarks))
        {
            yield return Rich(Run($"• {Foreign.Inline(remark, 400)}")).Spaced("Small");
        }

        if (status.Remarks.Count > MostRemarks)
        {
            yield return Rich(Run($"and {Words.Figure(status.Remarks.Count - MostRemarks)} more", subtle: true)).Spaced("Small");
        }
    }

    private static IEnumerable<JsonObject> Reading(XReport x, TimeZoneInfo zone)
    {
        if (!x.IsOn)
        {
            yield return Line("X", "isn't read, because X:BearerToken isn't set");
            yield break;
        }

        if (x.Status is not { } status || x.AsOf is not { } asOf)
        {
            yield return Line("X", "nothing is known yet: no instance has begun to read");
            yield break;
        }

        yield return Line("Connected", status.ConnectedSince is { } since ? $"since {Words.Time(since, zone)}" : "not now");
        yield return Line("Last post", status.LastPostAt is { } post ? Words.Time(post, zone) : "none since the start");
        yield return Line("Last sign of life", status.LastSignOfLifeAt is { } life ? Words.Time(life, zone) : "none since the start");
        yield return Line("Gaps filled by search", Words.Figure(status.GapsFilled));
        yield return Line("Rules", status.Rules is { } rules ? $"{Words.Figure(rules)}{(status.RuleCap is { } cap ? $" of {Words.Figure(cap)}" : "")}" : "not known yet");
        foreach (var wait in status.Waits)
        {
            yield return Line($"Waiting, {Foreign.Inline(wait.What, 40)}", $"until {Words.Time(wait.Until, zone)}: {Foreign.Inline(wait.Why, 300)}");
        }

        yield return Line("As of", x.IsHeard ? Words.Time(asOf, zone) : $"{Words.Time(asOf, zone)}, and nothing has been heard since");
    }

    private static IEnumerable<JsonObject> Cost(XReport x)
    {
        if (x.Days.Count == 0 && !x.IsOn)
        {
            yield break;
        }

        var (today, month) = (x.Today, x.Days.Sum(d => d.Dollars));
        yield return Heading("What X costs", "Default");
        yield return Line(
            "Today (UTC)",
            $"{Words.Count(today.Posts, "post", "posts")} and {Words.Count(today.People, "person", "people")}, {Dollars(today.Dollars)}"
            + (today.Budget is { } budget ? $" of {Dollars(budget)} ({Words.Figure(today.Percent ?? 0)} %)" : ", no budget set"));
        yield return Line("Last days, at most a month", Dollars(month));
    }

    private static IEnumerable<JsonObject> Lookups(XReport x, TimeZoneInfo zone)
    {
        var round = x.Round;
        yield return Heading("Looking up whether posts are still there", "Default");
        yield return Line("Round of", Words.Time(round.Since, zone));
        yield return Line(
            "So far",
            $"{Words.Figure(round.Checked)} looked up, {Words.Figure(round.Removed)} removed, {Words.Figure(round.Edited)} edited, {Words.Figure(round.Unclear)} unclear");
        yield return Line("Left", Words.Figure(x.Left));
        yield return Line("Today (UTC)", $"{Words.Figure(x.Today.Lookups)} of {Words.Figure(x.LookupsPerDay)} look-ups");
        if (round.LastAt is { } last)
        {
            yield return Line("Last look-up", Words.Time(last, zone));
        }
    }

    private static IEnumerable<JsonObject> Delivery(BotStatus status, TimeZoneInfo zone)
    {
        var delivery = status.Delivery;
        yield return Line("Waiting", delivery.OldestSince is { } since ? $"{Words.Figure(delivery.Waiting)}, the oldest since {Words.Time(since, zone)}" : Words.Figure(delivery.Waiting));
        yield return Line("Waiting for a ward's channel", Words.Figure(delivery.WithoutChannel.Values.Sum()));
        yield return Line("Waiting for quiet hours to end", Words.Figure(delivery.Postponed));
        yield return Line("Couldn't be delivered", Words.Figure(delivery.GivenUp));
    }

    private static JsonObject Line(string what, string value) => Rich(Run($"{what}: ", subtle: true), Run(value)).Spaced("Small");

    private static string Dollars(decimal dollars) => Invariant($"{dollars:N2} dollars");
}
