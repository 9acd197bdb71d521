using FeedbackBot.Posts;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Triage;

namespace FeedbackBot.Tests.Triage;

/// <summary>X brings posts because of what they quote; a post's own words come first all the same.</summary>
public sealed class QuoteTests
{
    private static readonly WardMatcher Matcher = new(CardSamples.Organisation());

    public static TheoryData<string, string?, string, string> Quotes => new()
    {
        // own text, quoted text (null: not to be had), ward, reason
        { "Still no paper #ward7", "X-ray waiting room stinks #StOswins", "ward7", "It has the hashtag #ward7." },
        { "X-ray waiting room too #StOswins", "No paper #ward7", "xray", "It names \"X-ray waiting room\"." },
        { "X-ray waiting room too", "No paper #ward7", "xray", "It names \"X-ray waiting room\"." },
        { "Same here!", "No paper #ward7", "ward7", "The post it quotes has the hashtag #ward7." },
        { "Same here! #StOswins", "No paper #ward7", "ward7", "The post it quotes has the hashtag #ward7." },
        { "Same here!", "X-ray waiting room stinks #StOswins", "xray", "The post it quotes names \"X-ray waiting room\"." },
        { "Same here! #StOswins", "X-ray waiting room stinks, says my paper", "desk", "It names no ward." },
        { "Same here!", "Shut it down #StOswins", "desk", "The post it quotes has our hashtag, and neither names a ward." },
        { "Same here!", "No paper in Ward 7", "desk", "It has neither a ward's hashtag nor ours." },
        { "Same here!", null, "desk", "It has neither a ward's hashtag nor ours, and the post it quotes can't be read here." },
        { "No paper #ward7", null, "ward7", "It has the hashtag #ward7." },
    };

    [Theory]
    [MemberData(nameof(Quotes))]
    public void A_posts_own_words_decide_and_where_they_name_no_ward_those_that_it_quotes(string text, string? quoted, string ward, string reason)
    {
        var verdict = Matcher.Match(Saying(text) with { Quote = new("1", quoted is null ? null : Saying(quoted)) });

        Assert.Equal((ward, reason), (verdict.Ward.Id, verdict.Reason));
        Assert.Equal(ward != "desk", verdict.IsNamed);
    }

    [Fact]
    public void Whoever_names_no_ward_does_not_name_the_front_desk() => Assert.Empty(Matcher.Match(Saying("Lovely #StOswins")).Named);

    [Fact]
    public void Whoever_names_several_names_the_first_one_too() =>
        Assert.Equal(["ward7", "xray"], Matcher.Match(Saying("X-ray waiting room is worse #ward7")).Named.Select(w => w.Id));

    private static Post Saying(string text) => CardSamples.Post() with { Text = text };
}
