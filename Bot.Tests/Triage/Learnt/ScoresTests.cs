using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Tests.Triage.Learnt;

/// <summary>Texts of four origins are read by four readers, each counting for as much as the text reads like theirs.</summary>
public sealed class ScoresTests
{
    private const string Text = "lukewarm";
    private const float Bit = 0.01f;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_text_that_reads_like_one_origin_is_read_by_its_reader_alone(int origin)
    {
        // Each origin's reader is sure of another tone and another topic.
        var scores = Scores.OfTone(Learnt(column => column == origin ? 40 : column == Columns.Posts ? -40 : IsOwn(column) ? 20 : 0), Text);

        var (complaint, neutral, compliment, mixed) = Scores.Chances(scores.Whole);
        Assert.Equal(1, new[] { complaint, neutral, mixed, compliment }[origin], Bit);
        Assert.Equal(origin == Columns.Posts ? 1 : 0, scores.LikeAPost, Bit);
        Assert.Equal(1, Scores.Chance(scores.Whole[Weights.FirstTopic + origin]), Bit);
        Assert.Equal(0.5f, Scores.Chance(scores.Whole[Weights.FirstTopic + ((origin + 1) % Columns.Origins)]), Bit);
    }

    [Fact]
    public void Half_a_post_is_read_half_by_the_reader_of_posts_and_the_rest_by_those_whose_comments_it_is_like()
    {
        // Nothing is said of what it reads like: as likely a post as none, and of the three who write comments none more likely than another.
        var scores = Scores.OfTone(Learnt(column => IsOwn(column) ? 20 : 0), Text);

        Assert.Equal(0.5f, scores.LikeAPost, Bit);
        for (var origin = 0; origin < Columns.Posts; origin++)
        {
            Assert.Equal((1f / 6) + (5f / 12), Scores.Chance(scores.Whole[Weights.FirstTopic + origin]), Bit);
        }

        Assert.Equal(0.5f + 0.25f, Scores.Chance(scores.Whole[Weights.FirstTopic + Columns.Posts]), Bit);
    }

    [Fact]
    public void Typing_tells_whose_comment_it_is_like_and_nothing_more()
    {
        var typing = FeatureReader.WithTyping(new TokenText(Text)).First(f => f.IsTyping);
        var weights = Learnt(typing.Hash, column => column is 1 ? 40 : column == Columns.Posts ? -40 : 0, [.. Enumerable.Range(0, Columns.Count).Select(c => IsOwn(c) ? 20f : c == Columns.Posts ? -20 : 0)]);

        var (_, neutral, _, _) = Scores.Chances(Scores.OfTone(weights, Text).Whole);
        var (complaint, _, _, mixed) = Scores.Chances(Scores.OfToneWithoutTyping(weights, Text).Whole);

        Assert.Equal(1, neutral, Bit);
        Assert.Equal(1f / 3, complaint, Bit);
        Assert.Equal(1f / 3, mixed, Bit);
    }

    [Fact]
    public void The_network_has_its_say_in_the_tone_and_not_the_only_one()
    {
        // The regression is sure that it is a complaint, the network that it is a compliment.
        var weights = Learnt(column => column == Columns.Posts ? 40 : column == Columns.Tone(Columns.Posts) + Weights.Complaint ? 20 : 0);

        var (complaint, _, compliment, _) = Scores.Chances(Scores.OfTone(weights, Text).Whole);

        Assert.Equal(1, complaint + compliment, Bit);
        Assert.InRange(compliment, 0.2f, complaint);
    }

    [Fact]
    public void A_vectors_numbers_are_bent_before_the_network_weighs_them()
    {
        var numbers = new float[Heads.Size];
        numbers[Weights.Complaint] = 20;
        var weights = Learnt(column => column == Columns.Posts ? 40 : column == Columns.Vector ? 100 : 0, new Heads(numbers));

        // A vector of 100 is as good as one of 1: 20 for a complaint, and not 2,000.
        Span<float> chances = stackalloc float[Weights.Tones];
        weights.Heads.Tones([1, .. new float[Columns.VectorSize - 1]], chances);
        Assert.Equal(1, chances[Weights.Complaint], Bit);
        Assert.Equal(0.25f, Scores.Chances(Scores.OfTone(Learnt(column => column == Columns.Posts ? 40 : 0, new Heads(numbers)), Text).Whole).Complaint, Bit);
        Assert.True(Scores.Chances(Scores.OfTone(weights, Text).Whole).Complaint > 0.3f);
    }

    [Fact]
    public void What_must_not_wait_is_read_from_columns_of_its_own_and_says_the_same_of_every_origin()
    {
        var weights = Learnt(column => column == Columns.MustNotWait ? 3 : column == Columns.MustNotWait + 2 ? -3 : 0);

        var scores = Scores.OfAlarm(weights, Text);

        Assert.Equal((3, -3, 0), (MathF.Round(scores.Whole[Weights.MustNotWait]), MathF.Round(scores.Whole[Weights.FirstAlarm + 1]), MathF.Round(scores.Whole[Weights.FirstAlarm])));
    }

    /// <summary>Origin 0's complaint and first topic, origin 1's neutral and second topic, origin 2's mixed and third topic, the posts' compliment and fourth topic.</summary>
    private static bool IsOwn(int column) =>
        Enumerable.Range(0, Columns.Origins).Any(origin => column == Columns.Tone(origin) + (origin < 2 ? origin : 5 - origin) || column == Columns.Topic(origin) + origin);

    /// <summary>Weights that know one word, which says so much in each column, and a network that is sure of praise, and of what must not wait says a logarithm of odds of 3.</summary>
    private static Weights Learnt(Func<int, int> says)
    {
        var numbers = new float[Heads.Size];
        numbers[(Columns.VectorSize * Weights.Tones) + Weights.Compliment] = 20;
        numbers.AsSpan(^(Heads.AlarmAnswers - 1)..).Fill(3 - MathF.Log(Heads.AlarmAnswers - 1));
        return Learnt(says, new Heads(numbers));
    }

    private static Weights Learnt(Func<int, int> says, Heads heads) =>
        Learnt(FeatureReader.Of(new TokenText(Text)).First(f => f.Block == FeatureBlock.Words).Hash, says, new float[Columns.Count], heads);

    private static Weights Learnt(uint feature, Func<int, int> says, float[] bias, Heads? heads = null) =>
        new([feature], [.. Enumerable.Range(0, Columns.Count).Select(c => (sbyte)says(c))], [.. Enumerable.Repeat(1f, Columns.Count)], bias, heads ?? new Heads(new float[Heads.Size]), Thresholds.Even);
}
