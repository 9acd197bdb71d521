using FeedbackBot.Cases.Patterns;
using FeedbackBot.Triage;

namespace FeedbackBot.Tests.Cases.Patterns;

public sealed class PatternFinderTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly PatternRule Rule = new(new PatternOptions());

    /// <summary>Beside "loos dirty", by ann in ward 7 at hour 0: what comes next, and whether the two are a pattern.</summary>
    public static TheoryData<string, Func<Complaint, Complaint>, bool> Pairs => new()
    {
        { "another person, the same thing", c => c, true },
        { "just within the window", c => c with { At = Start.AddHours(48) }, true },
        { "just too late", c => c with { At = Start.AddHours(48).AddTicks(1) }, false },
        { "posted before, read after", c => c with { At = Start.AddHours(-48) }, true },
        { "posted long before, read after", c => c with { At = Start.AddHours(-49) }, false },
        { "another ward", c => c with { WardId = "ward8" }, false },
        { "another topic", c => c with { Topic = Topic.Food }, false },
        { "the same author", c => c with { Author = "@ann" }, false },
        { "another toilet", c => c with { Spot = SpotReader.Read("ladies' toilet") }, false },
        { "another room", c => c with { Spot = SpotReader.Read("corridor") }, false },
        { "no spot named", c => c with { Spot = Spot.Anywhere }, true },
        { "closed already", c => c with { IsOpen = false }, false },
        { "taken out", c => c with { IsTakenOut = true }, false },
        { "nobody knows where", c => c with { IsPlaceKnown = false }, false },
        { "somebody's words passed on", c => c with { TextKey = "the mens loos on ward are dirty" }, false },
        { "a short text, the same by chance", c => c with { TextKey = null }, true },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_people_who_complain_about_one_thing_make_a_pattern_at_once(string why, Func<Complaint, Complaint> next, bool isPattern)
    {
        var first = At(0, "1", "@ann") with { TextKey = "the mens loos on ward are dirty", Spot = SpotReader.Read("men's loos") };
        var second = next(At(1, "2", "@bob") with { Spot = SpotReader.Read("men's toilet") });
        var now = Start.AddHours(1);

        Assert.Null(PatternFinder.Decide(first, [], [], Rule, Start).Change);
        var change = PatternFinder.Decide(second, [], [first, second], Rule, now).Change;

        Assert.True(isPattern == change is PatternChange.Opened, why);
        if (change is PatternChange.Opened { Pattern: var pattern })
        {
            Assert.Equal((2, now, now, (DateTimeOffset?)now), (pattern.People, pattern.OpenedAt, pattern.ToldAt, pattern.TellAt));
            Assert.Equal("2:0:Cleanliness", pattern.Id);
        }

        // The one that was there may be the one that doesn't count.
        Assert.True(isPattern == PatternFinder.Decide(first, [], [second], Rule, now).Change is PatternChange.Opened, why + ", the other way round");
    }

    [Theory]
    [InlineData("Cleanliness", 48, true)]
    [InlineData("Food", 49, false)]
    [InlineData("Waiting", 24 * 7, true)]
    [InlineData("Waiting", (24 * 7) + 1, false)]
    public void Every_topic_has_its_window(string topic, double hours, bool isPattern) =>
        Assert.Equal(isPattern, Second(Enum.Parse<Topic>(topic), hours, new PatternOptions()));

    [Fact]
    public void A_window_is_a_setting_and_nought_is_none()
    {
        var options = new PatternOptions { Hours = { ["food"] = "0", ["Waiting"] = "2" } };

        Assert.False(Second(Topic.Food, 1, options));
        Assert.True(Second(Topic.Waiting, 2, options));
        Assert.False(Second(Topic.Waiting, 3, options));
        Assert.Empty(options.Faults());
    }

    [Fact]
    public void Settings_that_make_no_sense_are_named_with_their_cure()
    {
        var options = new PatternOptions { Hours = { ["Foood"] = "3", ["Food"] = "-1" }, UpdateMinutes = -1, AgainDays = 1000 };

        Assert.Collection(
            options.Faults().Order(),
            f => Assert.StartsWith("Patterns:AgainDays is 1000. Use days from 0", f, StringComparison.Ordinal),
            f => Assert.StartsWith("Patterns:Hours:Food is '-1'. Use hours from 0", f, StringComparison.Ordinal),
            f => Assert.StartsWith("Patterns:Hours:Foood is no topic. Use one of Cleanliness, Food,", f, StringComparison.Ordinal),
            f => Assert.StartsWith("Patterns:UpdateMinutes is -1.", f, StringComparison.Ordinal));
    }

    [Fact]
    public void Later_ones_update_the_card_every_quarter_of_an_hour_at_most_and_a_rise_in_severity_never_waits()
    {
        var pattern = Opened(At(0, "1", "@ann"), At(1, "2", "@bob"));
        var told = pattern.ToldAt;

        pattern = Joined(pattern, At(1, "3", "@cat"), told.AddMinutes(4));
        Assert.Equal(told.AddMinutes(15), pattern.TellAt);

        pattern = Joined(pattern, At(1, "4", "@dan"), told.AddMinutes(9));
        Assert.Equal(told.AddMinutes(15), pattern.TellAt);

        pattern = Joined(pattern, At(1, "5", "@eve") with { Severity = 3 }, told.AddMinutes(10));
        Assert.Equal(told.AddMinutes(10), pattern.TellAt);

        pattern = PatternFinder.Told(pattern, told.AddMinutes(10));
        Assert.Null(pattern.TellAt);

        pattern = Joined(pattern, At(1, "6", "@fay") with { Severity = 3 }, told.AddMinutes(11));
        Assert.Equal(told.AddMinutes(25), pattern.TellAt);

        pattern = Joined(PatternFinder.Told(pattern, told.AddMinutes(25)), At(2, "7", "@gus"), told.AddMinutes(60));
        Assert.Equal((told.AddMinutes(60), 7), (pattern.TellAt, pattern.People));
    }

    /// <summary>A ward leaves one case open, and people go on complaining for years.</summary>
    [Fact]
    public void What_is_closed_and_was_written_longer_before_than_the_window_is_left_behind_while_two_people_remain()
    {
        var closed = At(0, "1", "@ann") with { IsOpen = false, ResolvedAt = Start };
        var pattern = Opened(At(0, "2", "@bob"), At(1, "3", "@cat")) with { Complaints = [closed, At(0, "2", "@bob"), At(1, "3", "@cat")] };

        Assert.Equal(["1", "2", "3", "4"], Joined(pattern, At(40, "4", "@dan"), Start.AddHours(40)).Complaints.Select(c => c.CaseId));
        Assert.Equal(["2", "3", "4"], Joined(pattern, At(49, "4", "@dan"), Start.AddHours(49)).Complaints.Select(c => c.CaseId));

        var alone = pattern with { Complaints = [closed, At(10, "2", "@bob")] };
        Assert.Equal(3, Joined(alone, At(49, "4", "@bob"), Start.AddHours(49)).Complaints.Count);
    }

    [Fact]
    public void Who_complains_again_is_listed_and_counts_once()
    {
        var pattern = Joined(Opened(At(0, "1", "@ann"), At(1, "2", "@bob")), At(2, "3", "@ann"), Start.AddHours(2));

        Assert.Equal((3, 2), (pattern.Complaints.Count, pattern.People));
    }

    [Fact]
    public void A_pattern_that_is_told_which_toilet_is_no_longer_about_another()
    {
        var pattern = Opened(At(0, "1", "@ann"), At(1, "2", "@bob") with { Spot = SpotReader.Read("men's loo") });
        var ladies = At(2, "3", "@cat") with { Spot = SpotReader.Read("ladies' loo") };

        Assert.Null(PatternFinder.Decide(ladies, [pattern], pattern.Complaints, Rule, Start.AddHours(2)).Change);
        Assert.Equal("Room=toilet;Whose=men", pattern.Spot.Text);
    }

    [Fact]
    public void Of_two_patterns_the_one_joins_that_names_the_same_spot()
    {
        var mens = Opened(At(0, "1", "@ann") with { Spot = SpotReader.Read("men's loo") }, At(1, "2", "@bob") with { Spot = SpotReader.Read("men's loo") });
        var ladies = Opened(At(2, "3", "@cat") with { Spot = SpotReader.Read("ladies' loo") }, At(3, "4", "@dan") with { Spot = SpotReader.Read("ladies' loo") });

        Assert.Equal(mens.Id, Which("5", "gents"));
        Assert.Equal(ladies.Id, Which("6", "ladies toilet"));
        Assert.Equal(ladies.Id, Which("7", "so dirty"));

        string Which(string id, string text) => Assert.IsType<PatternChange.Joined>(
            PatternFinder.Decide(At(4, id, "@eve") with { Spot = SpotReader.Read(text) }, [mens, ladies], [], Rule, Start.AddHours(4)).Change).Pattern.Id;
    }

    [Fact]
    public void One_that_names_no_spot_meets_whom_it_can_among_two_that_contradict_each_other()
    {
        var mens = At(0, "1", "@ann") with { Spot = SpotReader.Read("men's loo") };
        var ladies = At(1, "2", "@bob") with { Spot = SpotReader.Read("ladies' loo") };

        // Bob's own second complaint makes no pattern with his first, though that one is the later.
        var decision = PatternFinder.Decide(At(2, "3", "@bob"), [], [mens, ladies], Rule, Start.AddHours(2));

        Assert.Equal(["1", "3"], Assert.IsType<PatternChange.Opened>(decision.Change).Pattern.Complaints.Select(c => c.CaseId));
    }

    [Fact]
    public void A_case_that_was_taken_out_stays_out_and_the_rest_may_be_too_few()
    {
        var pattern = Joined(Opened(At(0, "1", "@ann"), At(1, "2", "@bob")), At(2, "3", "@cat"), Start.AddHours(2));

        var left = Assert.IsType<PatternChange.Left>(PatternFinder.Leave(pattern, "2", Start.AddHours(3)));
        Assert.Equal((2, Start.AddHours(3)), (left.Pattern.People, left.Pattern.TellAt));

        var ended = Assert.IsType<PatternChange.Ended>(PatternFinder.Leave(left.Pattern, "1", Start.AddHours(4)));
        Assert.Equal("A case was taken out of it, and fewer than two people are left.", ended.Why);

        var out2 = At(1, "2", "@bob") with { IsTakenOut = true };
        Assert.Null(PatternFinder.Decide(out2, [left.Pattern], left.Pattern.Complaints, Rule, Start.AddHours(5)).Change);
        Assert.Null(PatternFinder.Decide(At(5, "4", "@ann"), [], [At(0, "1", "@ann"), out2], Rule, Start.AddHours(5)).Change);
    }

    [Fact]
    public void A_pattern_ends_when_its_cases_are_closed()
    {
        var pattern = Opened(At(0, "1", "@ann"), At(1, "2", "@bob"));
        var one = pattern with { Complaints = [pattern.Complaints[0] with { IsOpen = false, ResolvedAt = Start.AddHours(2) }, pattern.Complaints[1]] };
        Assert.Null(PatternFinder.Expire(one, Rule, Start.AddHours(3)));

        var all = PatternFinder.Expire(one with { Complaints = [.. one.Complaints.Select(c => c with { IsOpen = false })] }, Rule, Start.AddHours(4));
        Assert.Equal("All of its cases are closed.", all?.Why);
        Assert.Null(PatternFinder.Decide(At(5, "3", "@cat"), [all!.Pattern], all.Pattern.Complaints, Rule, Start.AddHours(5)).Change);
    }

    [Fact]
    public void A_pattern_ends_when_its_last_open_case_leaves_it()
    {
        var closed = new[] { At(0, "1", "@ann"), At(1, "2", "@bob") }.Select(c => c with { IsOpen = false });
        var pattern = Opened(At(0, "1", "@ann"), At(1, "2", "@bob")) with { Complaints = [.. closed, At(2, "3", "@cat")] };

        Assert.Equal("All of its cases are closed.", Assert.IsType<PatternChange.Ended>(PatternFinder.Leave(pattern, "3", Start.AddHours(3))).Why);
    }

    [Fact]
    public void A_pattern_stays_where_it_was_found_though_its_first_case_goes_elsewhere()
    {
        var pattern = Opened(At(0, "1", "@ann"), At(1, "2", "@bob"));
        var moved = pattern with { Complaints = [pattern.Complaints[0] with { WardId = "ward8" }, pattern.Complaints[1]] };

        Assert.Equal("ward7", moved.WardId);
        Assert.Equal(["2"], moved.Belonging.Select(c => c.CaseId));
    }

    [Fact]
    public void A_case_that_is_put_back_makes_a_pattern_of_its_own_where_its_first_has_ended()
    {
        var first = Opened(At(0, "1", "@ann"), At(1, "2", "@bob") with { CaseVersion = 1 });
        var again = PatternFinder.Decide(At(1, "2", "@bob") with { CaseVersion = 4 }, [], [At(0, "1", "@ann")], Rule, Start.AddHours(2)).Change;

        Assert.NotEqual(first.Id, Assert.IsType<PatternChange.Opened>(again).Pattern.Id);
    }

    [Fact]
    public void A_pattern_ends_when_nobody_complains_any_more()
    {
        var pattern = Opened(At(0, "1", "@ann"), At(1, "2", "@bob"));

        Assert.Null(PatternFinder.Expire(pattern, Rule, Start.AddHours(49)));
        Assert.Equal("Nobody has complained about it for 48 hours.", PatternFinder.Expire(pattern, Rule, Start.AddHours(49.1))?.Why);
        Assert.Null(PatternFinder.Decide(At(49.1, "3", "@cat"), [pattern], pattern.Complaints, Rule, Start.AddHours(49.1)).Change);
    }

    [Theory]
    [InlineData(1, "again")]
    [InlineData(14 * 24, "again")]
    [InlineData((14 * 24) + 1, "not again")]
    [InlineData(-1, "not again")]
    public void What_was_resolved_a_fortnight_ago_at_most_is_again_after_fixing(double hours, string again)
    {
        var resolved = At(0, "1", "@ann") with { IsOpen = false, ResolvedAt = Start };
        var dismissed = At(0, "0", "@ann") with { IsOpen = false };
        var elsewhere = resolved with { CaseId = "9", Spot = SpotReader.Read("men's loo"), ResolvedAt = Start.AddMinutes(30) };
        var next = At(hours, "2", "@ann") with { Spot = SpotReader.Read("ladies' loo") };

        var decision = PatternFinder.Decide(next, [], [elsewhere, dismissed, resolved], Rule, next.At);

        Assert.Equal(again == "again" ? "1" : null, decision.AgainAfter?.CaseId);
        Assert.Null(decision.Change);
    }

    [Fact]
    public void Who_only_passes_on_what_somebody_wrote_is_no_further_complaint()
    {
        var pattern = Opened(At(0, "1", "@ann") with { TextKey = "a" }, At(1, "2", "@bob"));
        var passedOn = pattern with { Complaints = [.. pattern.Complaints, At(5, "3", "@cat") with { TextKey = "a" }] };

        Assert.Equal((2, Start.AddHours(1), Start.AddHours(5)), (passedOn.People, passedOn.LastInOwnWordsAt, passedOn.LastAt));
    }

    [Fact]
    public void A_case_that_is_decided_twice_is_in_its_pattern_once()
    {
        var pattern = Opened(At(0, "1", "@ann"), At(1, "2", "@bob"));

        Assert.Null(PatternFinder.Decide(pattern.Complaints[1], [pattern], pattern.Complaints, Rule, Start.AddHours(2)).Change);
    }

    [Fact]
    public void In_whatever_order_others_are_handed_over_the_decision_is_the_same()
    {
        var random = new Random(17);
        string[] texts = ["men's loo", "ladies' loo", "toilet", "", "floor 2 toilet", "corridor"];
        for (var round = 0; round < 300; round++)
        {
            var others = Enumerable.Range(0, 8).Select(i => At(random.Next(30), $"{i}", $"@{random.Next(4)}") with { Spot = SpotReader.Read(texts[random.Next(texts.Length)]) }).ToArray();
            var next = At(30, "9", "@1") with { Spot = SpotReader.Read(texts[random.Next(texts.Length)]) };

            var one = PatternFinder.Decide(next, [], others, Rule, next.At).Change?.Pattern;
            random.Shuffle(others);
            var other = PatternFinder.Decide(next, [], others, Rule, next.At).Change?.Pattern;

            Assert.Equal(one?.Complaints.Select(c => c.CaseId), other?.Complaints.Select(c => c.CaseId));
            Assert.True(one is null || one.People >= 2);
        }
    }

    [Theory]
    [InlineData("@Ann", "@ann")]
    [InlineData("ANN", "@ann")]
    public void An_author_is_one_however_the_handle_is_written(string handle, string key) =>
        Assert.Equal(key, AuthorKey.Of(new("Ann", handle, null)));

    [Theory]
    [InlineData("The loos on ward 7 are dirty! #ward7", "the loos on ward 7 are dirty")]
    [InlineData("RT @ann The loos on ward 7 are dirty!", "the loos on ward 7 are dirty")]
    [InlineData("“The loos on ward 7 are dirty” via @ann", "the loos on ward 7 are dirty")]
    [InlineData("Loos on ward 7 dirty", null)]
    public void Words_that_are_passed_on_are_known_again(string text, string? key) => Assert.Equal(key, AuthorKey.OfText(text));

    [Fact]
    public void The_rule_says_itself_in_words() => Assert.Equal(
        "Rule 1: different people complain about the same topic (noise) in the same place within 7 days of each other, and a case is still open. "
        + "Reposts and one author's further posts count once; complaints that name different spots, such as the men's and the ladies' toilet, don't count together.",
        Rule.InWords(Topic.Noise, "noise"));

    private static bool Second(Topic topic, double hours, PatternOptions options)
    {
        var (first, second) = (At(0, "1", "@ann") with { Topic = topic }, At(hours, "2", "@bob") with { Topic = topic });
        return PatternFinder.Decide(second, [], [first], new PatternRule(options), second.At).Change is PatternChange.Opened;
    }

    private static Complaint At(double hours, string caseId, string author) =>
        new(caseId, "ward7", Topic.Cleanliness, author, null, 2, Start.AddHours(hours));

    private static Pattern Opened(Complaint first, Complaint second) => PatternFinder.Told(
        Assert.IsType<PatternChange.Opened>(PatternFinder.Decide(second, [], [first], Rule, second.At).Change).Pattern, second.At);

    private static Pattern Joined(Pattern pattern, Complaint complaint, DateTimeOffset now) =>
        Assert.IsType<PatternChange.Joined>(PatternFinder.Decide(complaint, [pattern], pattern.Complaints, Rule, now).Change).Pattern;
}
