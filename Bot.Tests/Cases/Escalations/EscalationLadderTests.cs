using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Cases.Escalations;

public sealed class EscalationLadderTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Night = new(2026, 11, 23, 23, 0, 0, TimeSpan.Zero);

    /// <summary>Kind, when, quiet hours: who is told or (in brackets) reminded after how many minutes, while nobody takes it for a day.</summary>
    public static TheoryData<EscalationKind, bool, string, string> Days => new()
    {
        { EscalationKind.Pattern, false, "off", "0 wendy | 60 anna bert" },
        { EscalationKind.Look, false, "off", "0 wendy | 60 anna bert" },
        { EscalationKind.Praise, false, "off", "0 wendy" },
        { EscalationKind.MustNotWait, false, "off", "0 lead | 10 (lead) | 20 dan (lead) | 30 (lead dan) | 40 eve (lead dan) | 50 (lead dan eve) | 60 wendy anna bert (lead dan eve) | 70 (lead dan eve wendy anna bert)" },
        { EscalationKind.Pattern, true, "22:00-07:00", "480 wendy | 540 anna bert" },
        { EscalationKind.Praise, true, "22:00-07:00", "480 wendy" },
        { EscalationKind.MustNotWait, true, "22:00-07:00", "0 lead | 10 (lead) | 20 dan (lead) | 30 (lead dan) | 40 eve (lead dan) | 50 (lead dan eve) | 60 wendy anna bert (lead dan eve) | 70 (lead dan eve wendy anna bert)" },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void What_nobody_takes_goes_on_to_the_next(EscalationKind kind, bool atNight, string quiet, string day)
    {
        var ladder = Ladder(kind, quiet);
        var start = atNight ? Night : Morning;
        var escalation = new Escalation(kind, "1", "ward7", start);
        var (told, people) = (new List<string>(), new List<string>());
        for (var minute = 0; minute < 24 * 60 && told.Count < 8; minute++)
        {
            var step = ladder.Step(escalation, people, start.AddMinutes(minute));
            escalation = step.Escalation;
            people.AddRange(step.Tell);
            if (step.Tell.Count + step.Remind.Count > 0)
            {
                told.Add($"{minute} {string.Join(' ', step.Tell)}{(step.Remind.Count > 0 ? $"{(step.Tell.Count > 0 ? " " : "")}({string.Join(' ', step.Remind)})" : "")}");
            }
        }

        Assert.Equal(day, string.Join(" | ", told.Take(8)));
    }

    [Theory]
    [InlineData(EscalationKind.Pattern)]
    [InlineData(EscalationKind.Look)]
    [InlineData(EscalationKind.Praise)]
    [InlineData(EscalationKind.MustNotWait)]
    public void Looking_only_when_asked_to_look_again_tells_the_same_people_at_the_same_times(EscalationKind kind)
    {
        var ladder = Ladder(kind, "22:00-07:00");
        var start = Morning.AddHours(12.5);
        Assert.Equal(Told(minutely: true), Told(minutely: false));

        List<string> Told(bool minutely)
        {
            var (escalation, told, people, now) = (new Escalation(kind, "1", "ward7", start), new List<string>(), new List<string>(), start);
            while (now < start.AddDays(1))
            {
                var step = ladder.Step(escalation, people, now);
                escalation = step.Escalation;
                people.AddRange(step.Tell);
                if (step.Tell.Count + step.Remind.Count > 0)
                {
                    told.Add($"{now:o} {string.Join(' ', step.Tell)} {string.Join(' ', step.Remind)}");
                }

                Assert.True(step.LookAgainAt is null || step.LookAgainAt > now);
                if (!minutely && step.LookAgainAt is null)
                {
                    break;
                }

                now = minutely ? now.AddMinutes(1) : step.LookAgainAt!.Value;
            }

            return told;
        }
    }

    [Fact]
    public void Who_was_told_late_in_the_evening_has_the_morning_before_the_next_are_told()
    {
        var evening = new Escalation(EscalationKind.Pattern, "1", "ward7", Morning.AddHours(12.75)) { Rungs = 1, RungAt = Morning.AddHours(12.75), ToldAt = Morning.AddHours(12.75) };

        Assert.Equal(Morning.AddDays(1).AddHours(-1), Ladder(EscalationKind.Pattern, "22:00-07:00").Step(evening, ["wendy"], Night).LookAgainAt);
    }

    [Fact]
    public void After_a_long_outage_there_is_one_step_and_no_burst()
    {
        var before = new Escalation(EscalationKind.MustNotWait, "1", "ward7", Morning) { Rungs = 1, RungAt = Morning, ToldAt = Morning };

        var step = Ladder(EscalationKind.MustNotWait, "off").Step(before, ["lead"], Morning.AddHours(5));

        Assert.Equal(["dan"], step.Tell);
        Assert.Equal(["lead"], step.Remind);
        Assert.Equal((2, Morning.AddHours(5).AddMinutes(10)), (step.Escalation.Rungs, step.LookAgainAt));
    }

    [Theory]
    [InlineData(EscalationState.Taken)]
    [InlineData(EscalationState.Done)]
    public void Nobody_hears_more_of_what_somebody_has_taken(EscalationState state)
    {
        var taken = new Escalation(EscalationKind.MustNotWait, "1", "ward7", Morning) { Rungs = 1, RungAt = Morning, ToldAt = Morning, State = state };
        var step = Ladder(EscalationKind.MustNotWait, "off").Step(taken, ["lead"], Morning.AddHours(5));

        Assert.Equal((taken, 0, 0, null), (step.Escalation, step.Tell.Count, step.Remind.Count, step.LookAgainAt));
    }

    [Fact]
    public void What_must_not_wait_is_repeated_at_once_when_it_is_given_back()
    {
        var person = new Person("lead", "Lea");
        var taken = new Escalation(EscalationKind.MustNotWait, "1", "ward7", Morning) { Rungs = 1, RungAt = Morning, ToldAt = Morning, State = EscalationState.Taken, TakenBy = person };

        var back = Assert.IsType<EscalationOutcome.Changed>(EscalationMachine.Decide(taken, new EscalationAction.GiveBack(), person, Audience(EscalationKind.MustNotWait), Morning.AddMinutes(3))).Escalation;

        Assert.Equal(["lead"], Ladder(EscalationKind.MustNotWait, "off").Step(back, ["lead"], Morning.AddMinutes(3)).Remind);
    }

    /// <summary>Without a lead an alarm is for the ward's bosses: where its case goes to another ward, whoever acknowledged it can't close it there.</summary>
    [Fact]
    public void What_must_not_wait_and_goes_where_others_answer_for_it_is_repeated_to_them_at_once()
    {
        var taken = new Escalation(EscalationKind.MustNotWait, "1", "ward7", Morning)
        {
            Rungs = 1,
            RungAt = Morning,
            ToldAt = Morning,
            State = EscalationState.Taken,
            TakenBy = new Person("wendy", "Wendy"),
            TakenAt = Morning,
        };
        var ladder = new EscalationLadder(new EscalationAudience([["xenia"]]), new EscalationOptions(), QuietHours.Off, London);

        var step = ladder.Step(taken, ["wendy"], Morning.AddMinutes(3));

        Assert.Equal(["xenia"], step.Tell.Concat(step.Remind));
        Assert.Equal((EscalationState.Open, null), (step.Escalation.State, step.Escalation.TakenBy));
    }

    [Theory]
    [InlineData(EscalationKind.Look)]
    [InlineData(EscalationKind.MustNotWait)]
    public void Where_the_only_one_who_was_told_is_no_boss_any_more_the_next_are_told(EscalationKind kind)
    {
        var before = new Escalation(kind, "1", "ward7", Morning) { Rungs = 1, RungAt = Morning, ToldAt = Morning };

        var step = new EscalationLadder(new EscalationAudience([["anna", "bert"]]), new EscalationOptions(), QuietHours.Off, London).Step(before, ["WENDY"], Morning.AddHours(1));

        Assert.Equal(["anna", "bert"], step.Tell.Concat(step.Remind));
        Assert.Equal(1, step.Escalation.Rungs);
    }

    [Fact]
    public void Where_a_rung_that_was_told_is_gone_the_one_above_has_its_turn()
    {
        var before = new Escalation(EscalationKind.Look, "1", "ward7", Morning) { Rungs = 2, RungAt = Morning.AddHours(1), ToldAt = Morning.AddHours(1) };
        var ladder = new EscalationLadder(new EscalationAudience([["nora"], ["anna", "bert"]]), new EscalationOptions(), QuietHours.Off, London);

        var early = ladder.Step(before, ["wendy", "nora"], Morning.AddHours(1.5));
        var step = ladder.Step(before, ["wendy", "nora"], Morning.AddHours(2));

        Assert.Equal((0, Morning.AddHours(2)), (early.Tell.Count, early.LookAgainAt));
        Assert.Equal(["anna", "bert"], step.Tell);
        Assert.Equal(2, step.Escalation.Rungs);
    }

    [Fact]
    public void Who_comes_to_a_rung_that_was_told_is_told_at_once_and_in_quiet_hours_in_the_morning()
    {
        var audience = new EscalationAudience([["anna", "bert"], ["cora"]]);
        var before = new Escalation(EscalationKind.Look, "1", "ward7", Morning) { Rungs = 2, RungAt = Morning, ToldAt = Morning };

        var step = new EscalationLadder(audience, new EscalationOptions(), QuietHours.Off, London).Step(before, ["anna", "cora"], Morning.AddHours(3));
        var atNight = new EscalationLadder(audience, new EscalationOptions(), QuietHours.Read("22:00-07:00")!, London).Step(before, ["anna", "cora"], Night);

        Assert.Equal(["bert"], step.Tell);
        Assert.Equal((2, null), (step.Escalation.Rungs, step.LookAgainAt));
        Assert.Equal((0, Night.AddHours(8)), (atNight.Tell.Count, atNight.LookAgainAt));
    }

    [Fact]
    public void Who_is_put_below_those_who_were_told_is_told_at_once_and_the_others_have_their_turn_after()
    {
        var before = new Escalation(EscalationKind.Look, "1", "ward7", Morning) { Rungs = 1, RungAt = Morning, ToldAt = Morning };

        var step = new EscalationLadder(new EscalationAudience([["xenia"], ["nora"]]), new EscalationOptions(), QuietHours.Off, London).Step(before, ["nora"], Morning.AddMinutes(5));

        Assert.Equal(["xenia"], step.Tell);
        Assert.Equal(Morning.AddMinutes(65), step.LookAgainAt);
    }

    [Fact]
    public void Where_nobody_is_named_nobody_is_told()
    {
        var step = new EscalationLadder(new EscalationAudience([]), new EscalationOptions(), QuietHours.Off, London).Step(new Escalation(EscalationKind.Look, "1", "ward7", Morning), [], Morning);

        Assert.Equal((0, null), (step.Tell.Count, step.LookAgainAt));
    }

    [Fact]
    public void What_must_not_wait_is_told_as_soon_as_somebody_is_named()
    {
        var escalation = new Escalation(EscalationKind.MustNotWait, "1", "ward7", Morning);

        var step = new EscalationLadder(new EscalationAudience([]), new EscalationOptions(), QuietHours.Off, London).Step(escalation, [], Morning);

        Assert.Equal((0, Morning.AddMinutes(10)), (step.Tell.Count, step.LookAgainAt));
        Assert.Equal(["lead"], Ladder(EscalationKind.MustNotWait, "off").Step(step.Escalation, [], step.LookAgainAt!.Value).Tell);
    }

    [Fact]
    public void Settings_that_make_no_sense_are_named_with_their_cure() => Assert.Equal(
        [
            "Escalations:NextMinutes is 0. Use minutes from 1 to 1440; 60 is the default.",
            "Escalations:RepeatMinutes is NaN. Use minutes from 1 to 60; 10 is the default.",
            "Escalations:MustNotWaitNextMinutes is 999. Use minutes from 1 to 240; 20 is the default.",
        ],
        new EscalationOptions { NextMinutes = 0, RepeatMinutes = double.NaN, MustNotWaitNextMinutes = 999 }.Faults());

    private static EscalationLadder Ladder(EscalationKind kind, string quiet) =>
        new(Audience(kind), new EscalationOptions(), QuietHours.Read(quiet)!, London);

    private static EscalationAudience Audience(EscalationKind kind) => EscalationAudience.Of(kind, "ward7", EscalationAudienceTests.Hospital().Now);
}
