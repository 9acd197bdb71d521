using FeedbackBot.Cases;
using FeedbackBot.Summary;
using FeedbackBot.Triage;

namespace FeedbackBot.Tests.Summary;

public sealed class DailySummaryTests
{
    private const int Yesterday = -24 * 60;
    private static readonly OrganisationDay London = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
    private static readonly string[] Wards = ["desk", "ward7", "ward9"];
    private static readonly string[] Spoken = ["claim", "assign", "release", "resolve", "reopen", "move", "dismiss", "thank"];

    /// <summary>What happened to one case, and what today's figures at noon say of it: ward:received/waiting/claimed/resolved/dismissed.</summary>
    public static TheoryData<string, Func<History>, string, string> OneCase => new()
    {
        { "arrived", () => new("1", "ward7", 60), "ward7:1/1/0/0/0", "-/-" },
        { "arrived yesterday", () => new("1", "ward7", Yesterday), "ward7:0/1/0/0/0", "-/-" },
        { "arrived at midnight", () => new("1", "ward7", 0), "ward7:1/1/0/0/0", "-/-" },
        { "arrives after now", () => new("1", "ward7", 721), "", "-/-" },
        { "claimed", () => new History("1", "ward7", 60).Claim(70), "ward7:1/0/1/0/0", "10/-" },
        { "assigned", () => new History("1", "ward7", 60).Assign(75), "ward7:1/0/1/0/0", "15/-" },
        { "claimed, then assigned", () => new History("1", "ward7", 60).Claim(70).Assign(90), "ward7:1/0/1/0/0", "10/-" },
        { "released", () => new History("1", "ward7", 60).Claim(70).Release(80), "ward7:1/1/0/0/0", "10/-" },
        { "claimed after now", () => new History("1", "ward7", 60).Claim(800), "ward7:1/1/0/0/0", "-/-" },
        { "claimed yesterday, again today", () => new History("1", "ward7", Yesterday).Claim(Yesterday + 5).Release(10).Claim(20), "ward7:0/0/1/0/0", "-/-" },
        { "resolved", () => new History("1", "ward7", 60).Claim(70).Resolve(100), "ward7:1/0/0/1/0", "10/40" },
        { "resolved without a claim", () => new History("1", "ward7", 60).Resolve(100), "ward7:1/0/0/1/0", "-/40" },
        { "resolved yesterday", () => new History("1", "ward7", Yesterday).Resolve(-1), "", "-/-" },
        { "resolved today, old", () => new History("1", "ward7", Yesterday).Resolve(60), "ward7:0/0/0/1/0", "-/1500" },
        { "resolved and reopened", () => new History("1", "ward7", 60).Resolve(100).Reopen(110), "ward7:1/1/0/0/0", "-/-" },
        { "resolved twice", () => new History("1", "ward7", 60).Resolve(100).Reopen(110).Resolve(120), "ward7:1/0/0/1/0", "-/60" },
        { "thanked and edited after", () => new History("1", "ward7", 60).Resolve(100).Thank(110).Edit(120), "ward7:1/0/0/1/0", "-/40" },
        { "dismissed", () => new History("1", "ward7", 60).Dismiss(100), "ward7:1/0/0/0/1", "-/-" },
        { "moved", () => new History("1", "ward7", 60).Move("ward9", 70), "ward7:1/0/0/0/0 ward9:0/1/0/0/0", "-/-" },
        { "moved and claimed there", () => new History("1", "ward7", 60).Move("ward9", 70).Claim(80), "ward7:1/0/0/0/0 ward9:0/0/1/0/0", "20/-" },
        { "moved, resolved there", () => new History("1", "ward9", 60).Move("desk", 70).Resolve(80), "desk:0/0/0/1/0 ward9:1/0/0/0/0", "-/20" },
        { "in a ward that is configured no more", () => new("1", "closed", 60), "closed:1/1/0/0/0", "-/-" },
    };

    [Theory]
    [MemberData(nameof(OneCase))]
    public void A_case_counts_where_and_when_it_should(string what, Func<History> history, string wards, string medians)
    {
        Assert.NotNull(what);
        var summary = At(SummaryRange.Today, 12 * 60, history());

        Assert.Equal(wards, string.Join(' ', summary.Wards.Select(w => $"{w.Key}:{Counts(w.Value)}")));
        Assert.Equal(medians, $"{Minutes(summary.All.ToClaim)}/{Minutes(summary.All.ToResolve)}");
    }

    [Theory]
    [InlineData("10", "10")]
    [InlineData("10 20", "15")]
    [InlineData("20 10", "15")]
    [InlineData("30 10 20", "20")]
    [InlineData("1 2 3 100", "2.5")]
    [InlineData("0 0", "0")]
    public void A_median_of_an_even_number_is_the_mean_of_the_middle_two(string waits, string median)
    {
        var histories = waits.Split(' ').Select((w, i) => new History($"{i}", "ward7", 60).Claim(60 + int.Parse(w, null))).ToArray();

        Assert.Equal(median, Minutes(At(SummaryRange.Today, 720, histories).All.ToClaim));
    }

    [Fact]
    public void Wards_come_in_the_organisations_order_and_unknown_ones_last()
    {
        var summary = At(SummaryRange.Today, 720, new("1", "zoo", 1), new("2", "ward9", 2), new("3", "attic", 3), new("4", "desk", 4));

        Assert.Equal(["desk", "ward9", "attic", "zoo"], summary.Wards.Select(w => w.Key));
    }

    [Fact]
    public void The_longest_wait_is_counted_from_when_the_case_became_new_again()
    {
        var reopened = new History("1", "ward7", 10).Resolve(20).Reopen(100);
        var moved = new History("2", "ward7", 10).Move("ward9", 90);
        var claimed = new History("3", "ward7", 5).Claim(6);

        Assert.Equal(new LongestWait("2", "ward9", History.At(90)), At(SummaryRange.Today, 720, reopened, moved, claimed).Longest);
        Assert.Null(At(SummaryRange.Today, 720, claimed).Longest);
    }

    [Fact]
    public void Of_two_equally_long_waits_the_answer_is_always_the_same_one()
    {
        Assert.Equal("1", At(SummaryRange.Today, 720, new("2", "ward7", 10), new("1", "ward7", 10)).Longest?.CaseId);
        Assert.Equal("1", At(SummaryRange.Today, 720, new("1", "ward7", 10), new("2", "ward7", 10)).Longest?.CaseId);
    }

    [Fact]
    public void Yesterday_is_told_as_it_stood_at_its_end()
    {
        var summary = At(SummaryRange.Yesterday, 720, new("1", "ward7", 5), new History("2", "ward7", Yesterday + 5).Claim(5), new History("3", "ward7", Yesterday).Resolve(-10).Reopen(30));

        Assert.Equal("2/1/0/1/0", Counts(summary.All));
        Assert.Equal("2", summary.Longest?.CaseId);
    }

    /// <summary>What came in late is corrected in the morning: it was read wrongly yesterday.</summary>
    [Fact]
    public void Yesterdays_readings_that_were_corrected_today_were_wrong_yesterday()
    {
        var summary = At(SummaryRange.Yesterday, 720, new History("1", "ward7", Yesterday + 5).Correct(30), new History("2", "ward7", Yesterday + 6).Correct(800), new History("3", "ward7", 5).Correct(10));

        Assert.Equal((2, 1), (summary.All.Received, summary.All.Corrected));
    }

    [Fact]
    public void Yesterday_stands_beside_today()
    {
        var summary = At(SummaryRange.Today, 720, new("1", "ward7", 5), new History("2", "ward7", Yesterday + 5).Claim(Yesterday + 15), new History("3", "ward7", Yesterday * 2));

        Assert.Equal("1/2/1/0/0", Counts(summary.All));
        Assert.Equal("1/1/1/0/0", Counts(summary.Before));
        Assert.Equal(TimeSpan.FromMinutes(10), summary.Before.ToClaim);
    }

    [Fact]
    public void One_wards_summary_is_about_that_ward_alone()
    {
        var (span, before) = SummarySpan.Of(SummaryRange.Today, History.At(720), London);
        CaseFacts[] cases = [new History("1", "ward7", 5).Facts, new History("2", "ward9", 9).Facts, new History("3", "ward9", Yesterday).Move("ward7", 7).Facts];

        var summary = DailySummary.Of(cases, span, before, History.At(720), Wards, ["WARD9"]);

        Assert.Equal(("1/1/0/0/0", "1/1/0/0/0", "2"), (Counts(summary.All), Counts(summary.Before), summary.Longest?.CaseId));
        Assert.Equal("ward9", Assert.Single(summary.Wards).Key);
    }

    [Fact]
    public void A_summary_of_several_wards_counts_those_and_no_other()
    {
        var (span, before) = SummarySpan.Of(SummaryRange.Today, History.At(720), London);
        CaseFacts[] cases = [new History("1", "ward7", 5).Facts, new History("2", "ward9", 9).Facts, new History("3", "desk", 11).Facts];

        var summary = DailySummary.Of(cases, span, before, History.At(720), Wards, ["ward7", "WARD9"]);

        Assert.Equal(("2/2/0/0/0", "ward7 ward9"), (Counts(summary.All), string.Join(' ', summary.Wards.Select(w => w.Key))));
    }

    /// <summary>Complaints/praise/thanked/corrected, and the topics of each.</summary>
    public static TheoryData<string, Func<History>, string, string> OneVoice => new()
    {
        { "complaint and praise", () => new("1", "ward7", 60), "1/1/0/0", "Cleanliness|StaffAttitude" },
        { "before the span", () => new("1", "ward7", Yesterday), "0/0/0/0", "|" },
        { "corrected to a complaint", () => new History("1", "ward7", 60).Correct(70), "1/0/0/1", "Food|" },
        { "corrected twice is one correction", () => new History("1", "ward7", 60).Correct(70).Correct(80, Tone.Compliment), "0/1/0/1", "|Food" },
        { "corrected back was read rightly", () => new History("1", "ward7", 60).Correct(70).CorrectBack(80), "1/1/0/0", "Cleanliness|StaffAttitude" },
        { "corrected after now", () => new History("1", "ward7", 60).Correct(800), "1/0/0/0", "Food|" },
        { "thanked twice is thanked once", () => new History("1", "ward7", 60).Thank(70).Thank(80), "1/1/1/0", "Cleanliness|StaffAttitude" },
        { "thanked for an old one", () => new History("1", "ward7", Yesterday).Thank(70), "0/0/1/0", "|" },
        { "PALS has it", () => new History("1", "ward7", 60).HandToPals(70).Acknowledge(75).Remove(80), "1/1/0/0", "Cleanliness|StaffAttitude" },
    };

    [Theory]
    [MemberData(nameof(OneVoice))]
    public void What_patients_say_is_counted_where_it_arrived(string what, Func<History> history, string figures, string topics)
    {
        Assert.NotNull(what);
        var summary = At(SummaryRange.Today, 720, history());

        Assert.Equal(figures, $"{summary.All.Complaints}/{summary.All.Praise}/{summary.All.Thanked}/{summary.All.Corrected}");
        Assert.Equal(topics, $"{string.Join(',', summary.Complained.Select(t => t.Key))}|{string.Join(',', summary.Praised.Select(t => t.Key))}");
    }

    [Fact]
    public void Alarms_are_counted_with_those_in_vain_and_those_that_staff_saw_as_they_were_then()
    {
        CaseAction raise = new CaseAction.RaiseAlarm("She is alone."), lift = new CaseAction.LiftAlarm("She is safe.");
        CaseFacts[] cases =
        [
            new History("1", "ward7", 5).Do(raise, 6).Facts,
            new History("2", "ward9", 7).Do(raise, 8).Do(lift, 9).Do(raise, 10).Facts,
            new History("3", "ward9", 8).Do(raise, 9).Do(lift, 800).Facts,
            new History("4", "ward9", 9).Facts,
        ];
        var (span, before) = SummarySpan.Of(SummaryRange.Today, History.At(720), London);

        var all = DailySummary.Of(cases, span, before, History.At(720), Wards, null).All;

        Assert.Equal((3, 1, 3), (all.Alarms, all.AlarmsLifted, all.AlarmsRaised));
    }

    [Fact]
    public void What_is_complained_of_again_is_counted_in_the_span_in_which_it_came()
    {
        CaseFacts[] cases =
        [
            new History("1", "ward7", 5).Facts,
            new History("2", "ward9", 7).Facts with { Marks = CaseMarks.None with { IsAgain = true } },
            new History("3", "ward9", Yesterday).Facts with { Marks = CaseMarks.None with { IsAgain = true } },
            new History("4", "ward9", 8).Facts with { Marks = CaseMarks.None with { IsAgain = true } },
        ];
        var (span, before) = SummarySpan.Of(SummaryRange.Today, History.At(720), London);

        var summary = DailySummary.Of(cases, span, before, History.At(720), Wards, null);

        Assert.Equal((2, 1), (summary.All.Again, summary.Before.Again));
    }

    [Fact]
    public void Topics_come_by_how_often_they_are_spoken_of_and_only_of_the_ward_that_is_asked_about()
    {
        CaseFacts[] cases = [new History("1", "ward7", 5).Correct(6).Facts, new History("2", "ward9", 7).Facts, new History("3", "ward9", 8).Correct(9).Facts, new History("4", "ward9", 9).Correct(10).Facts];
        var (span, before) = SummarySpan.Of(SummaryRange.Today, History.At(720), London);

        Assert.Equal(
            [new(Topic.Food, 2), new(Topic.Cleanliness, 1)],
            DailySummary.Of(cases, span, before, History.At(720), Wards, ["ward9"]).Complained);
    }

    [Fact]
    public void No_cases_are_noughts()
    {
        var summary = At(SummaryRange.Week, 720);

        Assert.Equal("0/0/0/0/0", Counts(summary.All));
        Assert.Empty(summary.Wards);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Whatever_happens_the_figures_add_up(int seed)
    {
        var dice = new Random(seed);
        var cases = Enumerable.Range(0, 300).Select(i => AnyHistory(dice, i)).ToArray();
        foreach (var range in Enum.GetValues<SummaryRange>())
        {
            var summary = At(range, 600, cases);
            var end = summary.Span.To < History.At(600) ? summary.Span.To.AddTicks(-1) : History.At(600);
            var standings = cases.Select(c => CaseReplay.At(c.Facts.Events, end)).OfType<CaseStanding>().ToList();

            Assert.Equal(summary.All.Received, summary.Wards.Sum(w => w.Value.Received));
            Assert.Equal(summary.All.Waiting, summary.Wards.Sum(w => w.Value.Waiting));
            Assert.Equal(summary.All.Claimed, summary.Wards.Sum(w => w.Value.Claimed));
            Assert.Equal(summary.All.Resolved, summary.Wards.Sum(w => w.Value.Resolved));
            Assert.Equal(summary.All.Dismissed, summary.Wards.Sum(w => w.Value.Dismissed));
            Assert.Equal(
                cases.Count(c => c.Case.ReceivedAt <= end),
                summary.All.Waiting + summary.All.Claimed + standings.Count(s => s.State is CaseState.Resolved or CaseState.Dismissed));
        }
    }

    [Fact]
    public void What_the_replay_says_at_the_end_is_what_the_state_machine_says()
    {
        var dice = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var history = AnyHistory(dice, i);
            var standing = CaseReplay.At(history.Facts.Events, DateTimeOffset.MaxValue);

            Assert.Equal((history.Case.WardId, history.Case.State), (standing?.WardId, standing?.State));
        }
    }

    private static History AnyHistory(Random dice, int id)
    {
        double minutes = dice.Next(Yesterday * 10, 700);
        var history = new History($"{id}", Wards[dice.Next(Wards.Length)], minutes);
        for (var i = dice.Next(8); i > 0; i--)
        {
            minutes += dice.Next(1, 2000);
            _ = Spoken[dice.Next(Spoken.Length)] switch
            {
                "claim" => history.Claim(minutes),
                "assign" => history.Assign(minutes),
                "release" => history.Release(minutes),
                "resolve" => history.Resolve(minutes),
                "reopen" => history.Reopen(minutes),
                "move" => history.Move(Wards[dice.Next(Wards.Length)], minutes),
                "dismiss" => history.Dismiss(minutes),
                _ => history.Thank(minutes),
            };
        }

        return history;
    }

    private static DailySummary At(SummaryRange range, double minutes, params History[] histories)
    {
        var (span, before) = SummarySpan.Of(range, History.At(minutes), London);
        return DailySummary.Of(histories.Select(h => h.Facts), span, before, History.At(minutes), Wards);
    }

    private static string Counts(WardFigures f) => $"{f.Received}/{f.Waiting}/{f.Claimed}/{f.Resolved}/{f.Dismissed}";

    private static string Minutes(TimeSpan? time) => time?.TotalMinutes.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-";
}
