using System.Globalization;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Triage;

namespace FeedbackBot.Tests.Cases.Patterns;

/// <summary>What a card says of its pattern, and which cards have to be drawn anew when the pattern changes.</summary>
public sealed class PatternLineTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void It_says_how_many_people_complain_and_names_the_other_posts_the_first_first()
    {
        var pattern = Of(At(3, "c", "@cat"), At(1, "a", "@ann"), At(2, "b", "@ann"));

        var line = PatternLine.Of(pattern, "b")!;

        Assert.Equal((Topic.Cleanliness, 2, false), (line.Topic, line.People, line.HasMore));
        Assert.Equal([new OtherPost("a", Start.AddHours(1)), new OtherPost("c", Start.AddHours(3))], line.Others);
    }

    [Fact]
    public void It_says_nothing_of_a_pattern_that_the_case_is_not_in_or_in_which_one_person_is_left()
    {
        Assert.Null(PatternLine.Of(Of(At(1, "a", "@ann"), At(2, "b", "@bob")), "c"));
        Assert.Null(PatternLine.Of(Of(At(1, "a", "@ann"), At(2, "b", "@ann")), "a"));
    }

    [Fact]
    public void Of_a_crowd_it_counts_five_and_names_three()
    {
        var line = PatternLine.Of(Many(40), "5")!;

        Assert.Equal((PatternLine.ManyPeople, true), (line.People, line.HasMore));
        Assert.Equal(["0", "1", "2"], line.Others.Select(o => o.CaseId));
    }

    [Theory]
    [InlineData(1, "0,1")]
    [InlineData(2, "0,1,2")]
    [InlineData(3, "0,1,2,3")]
    [InlineData(4, "0,1,2,3,4")]
    [InlineData(5, "5")]
    [InlineData(300, "300")]
    public void Who_joins_a_crowd_changes_no_other_card(int before, string redrawn) =>
        Assert.Equal(redrawn.Split(','), PatternLine.Changed(before == 1 ? null : Many(before), Many(before + 1)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_open_card_changes_when_a_pattern_ends_and_a_closed_one_never_does()
    {
        var pattern = Of(At(1, "a", "@ann"), At(2, "b", "@bob") with { IsOpen = false }, At(3, "c", "@cat"));

        Assert.Equal(["a", "c"], PatternLine.Changed(pattern, null));
        Assert.Empty(PatternLine.Changed(pattern, pattern));
    }

    [Fact]
    public void Who_leaves_changes_the_cards_that_named_them()
    {
        var pattern = Of(At(1, "a", "@ann"), At(2, "b", "@bob"), At(3, "c", "@cat"));

        Assert.Equal(["a", "b", "c"], PatternLine.Changed(pattern, Of(At(1, "a", "@ann"), At(3, "c", "@cat"))));
    }

    private static Pattern Many(int count) => Of([.. Enumerable.Range(0, count).Select(i => At(i, i.ToString(CultureInfo.InvariantCulture), $"@{i}"))]);

    private static Pattern Of(params Complaint[] complaints) => new("x", PatternRule.Version, complaints, Start, Start);

    private static Complaint At(double hours, string caseId, string author) => new(caseId, "ward7", Topic.Cleanliness, author, null, 2, Start.AddHours(hours));
}
