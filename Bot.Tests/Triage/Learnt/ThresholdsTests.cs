using FeedbackBot.Triage.Learnt;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Tests.Triage.Learnt;

/// <summary>Bars for comments and for posts, and what becomes of a post that is mixed by its length alone.</summary>
public sealed class ThresholdsTests
{
    private const float Bit = 0.001f;

    private static readonly Thresholds Uneven = new(
        new Bars(2, 1, [.. Enumerable.Range(0, Thresholds.TopicCount).Select(i => 0.1f + (i * 0.01f))]),
        new Bars(1, 0.5f, [.. Enumerable.Range(0, Thresholds.TopicCount).Select(i => 0.5f + (i * 0.01f))]),
        0.9f,
        0.05f);

    [Theory]
    [InlineData(0, 2, 1, 0.12f)]
    [InlineData(0.5f, 1.5f, 0.75f, 0.32f)]
    [InlineData(1, 1, 0.5f, 0.52f)]
    public void A_text_has_the_bars_of_what_it_reads_like(float likeAPost, float complaint, float neutral, float third)
    {
        Assert.Equal(complaint, Uneven.Complaint(likeAPost), Bit);
        Assert.Equal(neutral, Uneven.Neutral(likeAPost), Bit);
        Assert.Equal(third, Uneven.Topic(2, likeAPost), Bit);
    }

    [Fact]
    public void Weights_come_back_from_their_file_with_their_bars()
    {
        var heads = new Heads([.. Enumerable.Range(0, Heads.Size).Select(i => i * 0.5f)]);
        var rows = Enumerable.Range(0, 2 * Columns.Count).Select(i => (sbyte)(i % 100)).ToArray();
        float[] steps = [.. Enumerable.Range(0, Columns.Count).Select(i => i + 0.25f)], bias = [.. Enumerable.Range(0, Columns.Count).Select(i => i + 0.5f)];
        using var file = new MemoryStream();
        new Weights([7, 5], rows, steps, bias, heads, Uneven).Write(file);
        file.Position = 0;

        var read = Weights.Read(file);

        Assert.Equal((Uneven.Comments.Complaint, Uneven.Posts.Complaint, Uneven.Mixed, Uneven.MustNotWait), (read.Thresholds.Comments.Complaint, read.Thresholds.Posts.Complaint, read.Thresholds.Mixed, read.Thresholds.MustNotWait));
        Assert.Equal((Uneven.Comments.Neutral, Uneven.Posts.Neutral), (read.Thresholds.Comments.Neutral, read.Thresholds.Posts.Neutral));
        Assert.Equal(Uneven.Comments.Topics, read.Thresholds.Comments.Topics);
        Assert.Equal(Uneven.Posts.Topics, read.Thresholds.Posts.Topics);
        Assert.Equal(rows.AsSpan(0, Columns.Count), read.Row(read.Find(7)));
        Assert.Equal(rows.AsSpan(Columns.Count), read.Row(read.Find(5)));
        Assert.Equal(steps, read.Steps);
        Assert.Equal(bias, read.Bias);
        Assert.Equal(heads.Numbers, read.Heads.Numbers);
    }

    [Fact]
    public void Where_all_of_a_post_complains_and_none_of_it_praises_it_is_no_praise_however_long()
    {
        // One sentence is a complaint rather than praise; two of them, by their number alone, are mixed, and praise rather than a complaint.
        const string Sentence = "lukewarm";
        var tones = Columns.Tone(Columns.Posts);
        var (steps, bias) = (new float[Columns.Count], new float[Columns.Count]);
        (bias[Columns.Posts], bias[tones + Weights.Complaint], bias[tones + Weights.Compliment], bias[tones + 3]) = (40, 2, -3.2f, -10.2f);
        Array.Fill(steps, 1);
        var row = new sbyte[Columns.Count];
        (row[tones + Weights.Compliment], row[tones + 3]) = (5, 10);
        var word = FeatureReader.Of(new TokenText(Sentence)).First(f => f.Block == FeatureBlock.Words).Hash;
        var weights = new Weights([word], row, steps, bias, new Heads(new float[Heads.Size]), Thresholds.Even);

        var scores = Scores.OfTone(weights, $"{Sentence}. {Sentence}");

        var (complaint, _, compliment, mixed) = Scores.Chances(scores.Whole);
        Assert.True(mixed > compliment && compliment > complaint);
        Assert.Equal(FeedbackBot.Triage.Tone.Complaint, ToneReader.ToneOf(scores, Thresholds.Even));
    }
}
