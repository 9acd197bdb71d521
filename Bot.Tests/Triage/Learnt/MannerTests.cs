using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Tests.Triage.Learnt;

/// <summary>How a text is typed is told apart from what it says.</summary>
public sealed class MannerTests
{
    private const string Plain = "The nurses were kind and the ward was clean.";

    public static TheoryData<string, string> Habits => new()
    {
        { "last mark", "The nurses were kind and the ward was clean" },
        { "another last mark", "The nurses were kind and the ward was clean!" },
        { "first letter", "the nurses were kind and the ward was clean." },
        { "capital I inside", "The nurses were kInd and the ward was clean." },
        { "capital inside", "The nurses were kind and the Ward was clean." },
        { "loud", "The nurses were KIND and the ward was clean." },
        { "two spaces", "The nurses were kind  and the ward was clean." },
        { "space before a mark", "The nurses were kind and the ward was clean ." },
        { "bracket", "The nurses were kind (and the ward was clean." },
    };

    [Theory]
    [MemberData(nameof(Habits))]
    public void A_habit_of_typing_is_seen(string habit, string text) =>
        Assert.False(Typing(Plain).SetEquals(Typing(text)), $"Typing doesn't show {habit}.");

    [Theory]
    [InlineData("Dont know", "Don't know", "Don’t know")]
    [InlineData("Nurse X was kind", "Nurse XXXX was kind", "Nurse WARD was kind")]
    [InlineData("Good food,nice staff", "Good food , nice staff", "Good food nice staff")]
    [InlineData("Fine\nNobody came", "Fine. Nobody came", "Fine\nnobody came")]
    [InlineData("Fine. nobody came", "Fine. Nobody came", "Fine nobody came")]
    public void Ways_of_typing_the_same_thing_differ(string one, string another, string third)
    {
        Assert.False(Typing(one).SetEquals(Typing(another)));
        Assert.False(Typing(another).SetEquals(Typing(third)));
        Assert.False(Typing(one).SetEquals(Typing(third)));
    }

    [Fact]
    public void Other_words_typed_alike_have_the_same_manner() => Assert.Equal(Typing(Plain), Typing("Our doctors had time and each question was answered."));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Nothing_has_no_manner(string text) => Assert.Empty(Typing(text));

    [Fact]
    public void What_is_said_has_no_typing_in_it() => Assert.DoesNotContain(FeatureReader.Of(new TokenText("servIce XXXX , Dont!")), f => f.IsTyping);

    [Fact]
    public void Each_two_habits_count_at_once_whichever_comes_first()
    {
        var features = FeatureReader.WithTyping(new TokenText(Plain));
        var habits = features.Count(f => f.Block == FeatureBlock.Manner);

        Assert.Equal(habits * (habits - 1) / 2, features.Count(f => f.Block == FeatureBlock.MannerPairs));
        Assert.Equal(features.Count, features.Select(f => (f.Hash, f.First, f.Last)).Distinct().Count());
    }

    /// <summary>A post mustn't be read otherwise for its full stop, beyond whose comment it may be like.</summary>
    [Fact]
    public void The_weights_of_typing_say_whose_comment_it_is_and_nothing_else()
    {
        var weights = Weights.Learnt;
        var rows = FeatureReader.WithTyping(new TokenText(Plain)).Where(f => f.IsTyping).Select(f => weights.Find(f.Hash)).Where(row => row >= 0).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(weights.Row(row)[Columns.Posts..].IndexOfAnyExcept((sbyte)0) < 0));
        Assert.Contains(rows, row => weights.Row(row)[..Columns.Posts].IndexOfAnyExcept((sbyte)0) >= 0);
    }

    private static HashSet<uint> Typing(string text) => [.. FeatureReader.WithTyping(new TokenText(text)).Where(f => f.IsTyping).Select(f => f.Hash)];
}
