using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Tests.Triage.Learnt;

/// <summary>Texts of three origins are read by three readers, each counting for as much as the text reads like theirs.</summary>
public sealed class ScoresTests
{
    private const string Text = "lukewarm";
    private const float Bit = 0.01f;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_text_that_reads_like_one_origin_is_read_by_its_reader_alone(int origin)
    {
        // Each origin's reader is sure of another tone and another topic.
        var scores = Scores.OfTone(Learnt(column => column == origin ? 40 : IsOwn(column) ? 20 : 0), Text);

        var (complaint, neutral, compliment, _) = Scores.Chances(scores.Whole);
        Assert.Equal(1, new[] { complaint, neutral, compliment }[origin], Bit);
        Assert.Equal(1, Scores.Chance(scores.Whole[Weights.FirstTopic + origin]), Bit);
        Assert.Equal(0.5f, Scores.Chance(scores.Whole[Weights.FirstTopic + ((origin + 1) % Columns.Origins)]), Bit);
    }

    [Fact]
    public void A_text_that_reads_like_all_is_read_by_all_and_their_chances_are_mixed()
    {
        var scores = Scores.OfTone(Learnt(column => IsOwn(column) ? 20 : 0), Text);

        var (complaint, neutral, compliment, mixed) = Scores.Chances(scores.Whole);
        Assert.All([complaint, neutral, compliment], chance => Assert.Equal(1f / 3, chance, Bit));
        Assert.Equal(0, mixed, Bit);
        Assert.Equal((1 + 0.5f + 0.5f) / 3, Scores.Chance(scores.Whole[Weights.FirstTopic]), Bit);
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

    /// <summary>Origin 0's complaint and first topic, origin 1's neutral and second topic, origin 2's compliment and third topic.</summary>
    private static bool IsOwn(int column) =>
        Enumerable.Range(0, Columns.Origins).Any(origin => column == Columns.Tone(origin) + origin || column == Columns.Topic(origin) + origin);

    /// <summary>Weights that know one word, which says so much in each column, and a network that is sure of praise, and of what must not wait says a logarithm of odds of 3.</summary>
    private static Weights Learnt(Func<int, int> says)
    {
        var numbers = new float[Heads.Size];
        numbers[(Columns.VectorSize * Weights.Tones) + Weights.Compliment] = 20;
        numbers.AsSpan(^(Heads.AlarmAnswers - 1)..).Fill(3 - MathF.Log(Heads.AlarmAnswers - 1));
        return Learnt(says, new Heads(numbers));
    }

    private static Weights Learnt(Func<int, int> says, Heads heads)
    {
        var word = FeatureReader.Of(new TokenText(Text)).First(f => f.Block == FeatureBlock.Words);
        return new Weights([word.Hash], [.. Enumerable.Range(0, Columns.Count).Select(c => (sbyte)says(c))], [.. Enumerable.Repeat(1f, Columns.Count)], new float[Columns.Count], heads, Thresholds.Even);
    }
}
