using FeedbackBot.Cards;
using FeedbackBot.Posts.X;
using FeedbackBot.Store;

namespace FeedbackBot.Tests.Cards;

/// <summary>How the bot may be doing.</summary>
internal static class StatusSamples
{
    private static readonly DateTimeOffset Now = CardSamples.T0;

    public static BotStatus Well() => Of(Report() with
    {
        Status = new XStatus { ConnectedSince = Now.AddDays(-3), LastPostAt = Now.AddMinutes(-4), LastSignOfLifeAt = Now.AddSeconds(-12), GapsFilled = 2, Rules = 14, RuleCap = 1000 },
        AsOf = Now.AddSeconds(-5),
    });

    public static BotStatus Trouble() => Of(Report() with
    {
        Status = new XStatus
        {
            LastPostAt = Now.AddHours(-2),
            LastSignOfLifeAt = Now.AddHours(-1),
            GapsFilled = 7,
            Waits = [new XWait("stream", "X's credit is used up (402): this is a bill, not an outage. Buy credit in X's developer portal.", Now.AddMinutes(4))],
            Remarks = ["X refuses the hashtag #ward 7 of ward 'ward7'. Change it in Wards:N:Hashtags."],
        },
        AsOf = Now.AddMinutes(-1),
        Round = new XRound { Since = Now.Date.AddHours(4), Checked = 61, Removed = 2, Edited = 1, Unclear = 3, LastAt = Now.AddHours(-2), Trouble = "X answered 503." },
        Left = 1240,
        Today = Day(1890, 1205, 21.50m, 20m),
    });

    public static BotStatus WithoutX() => Of(Report() with { IsOn = false, Days = [], Today = Day(0, 0, 0, null) });

    private static BotStatus Of(XReport report) => new(
        report,
        new OutboxHealth(report.Round.Trouble is null ? 0 : 12, report.Round.Trouble is null ? null : Now.AddMinutes(-20), new Dictionary<string, int> { ["xray"] = 3 }, new Dictionary<string, string>(), 2, 0, null),
        [.. report.Remarks()]);

    private static XReport Report() => new()
    {
        IsOn = true,
        Now = Now,
        Round = new XRound { Since = Now.Date.AddHours(4), Checked = 61, Removed = 2, LastAt = Now.Date.AddHours(4) },
        LookupsPerDay = 1000,
        Days = [Day(120, 98, 1.58m, 20m), Day(240, 180, 3m, 20m)],
        Today = Day(120, 98, 1.58m, 20m),
    };

    private static XDayCost Day(int posts, int people, decimal dollars, decimal? budget) => new(DateOnly.FromDateTime(Now.Date), posts, people, 61, dollars, budget);
}
