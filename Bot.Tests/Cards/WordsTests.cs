using FeedbackBot.Cards;

namespace FeedbackBot.Tests.Cards;

public sealed class WordsTests
{
    public static TheoryData<int, string> Durations => new()
    {
        { 0, "under 1 min" },
        { 60, "1 min" },
        { 12 * 60, "12 min" },
        { 3600, "1 h" },
        { 3900, "1 h 5 min" },
        { 86400, "1 day" },
        { (2 * 86400) + (3 * 3600), "2 days 3 h" },
    };

    [Theory]
    [MemberData(nameof(Durations))]
    public void A_stretch_of_time_is_told_in_words(int seconds, string words) =>
        Assert.Equal(words, Words.Duration(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void No_time_is_a_dash() => Assert.Equal("–", Words.Duration(null));
}
