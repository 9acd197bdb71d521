using FeedbackBot.Cases.Patterns;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;
using Xunit.Abstractions;

namespace FeedbackBot.Tests.Cases.Patterns;

/// <summary>How many planted patterns are found, and how many of the found ones were planted.</summary>
public sealed class PlantedPatternsTests(ITestOutputHelper output)
{
    private const double Least = 0.95;

    /// <summary>With topics read from texts the figures are the tone reader's as much as the finder's; they may rise, not fall.</summary>
    private const double LeastOnTheWholePath = 0.7;

    private static readonly PatternRule Rule = new(new PatternOptions());

    /// <summary>The rule and the spots alone: everybody knows what a post complains about.</summary>
    [Theory]
    [InlineData(20261123)]
    [InlineData(4711)]
    [InlineData(99)]
    public void Planted_patterns_are_found_and_near_misses_are_not_where_topics_are_given(int seed) =>
        Measure(seed, Least, planted => planted.IsComplaint ? [(planted.Topic, 2)] : []);

    /// <summary>The whole path: tone and topics are read from the text, too.</summary>
    [Theory]
    [InlineData(20261123)]
    [InlineData(4711)]
    [InlineData(99)]
    public void On_the_whole_path_patterns_are_found_as_well_as_topics_are_read(int seed) =>
        Measure(seed, LeastOnTheWholePath, planted => ToneReader.Learnt.Read(planted.Post.Text).Topics.Where(t => t.IsComplaint && t.IsSure).Select(t => (t.Topic, t.Severity)));

    [Fact]
    public void The_same_seed_plants_the_same_posts() => Assert.Equal(
        new PlantedStream(7, Rule).Posts.Select(p => p.Post.Text),
        new PlantedStream(7, Rule).Posts.Select(p => p.Post.Text));

    /// <summary>The planted pattern that all of the found one's posts belong to; null where they don't belong together.</summary>
    private static string? GroupOf(Pattern pattern, Dictionary<string, PlantedPost> byId) =>
        pattern.Complaints.Select(c => byId[c.CaseId].Group).Distinct().ToList() is [var only] ? only : null;

    private void Measure(int seed, double least, Func<PlantedPost, IEnumerable<(Topic Topic, int Severity)>> topics)
    {
        var posts = new PlantedStream(seed, Rule).Posts;
        var run = new PatternRun(posts, Rule, topics);
        var byId = posts.ToDictionary(p => p.Post.Id);
        var groups = posts.Where(p => p.Group is not null).GroupBy(p => p.Group!).ToDictionary(g => g.Key, g => g.ToList());

        var right = run.Found.Where(p => GroupOf(p, byId) is not null).ToList();
        var wrong = run.Found.Except(right).ToList();
        var met = right.Select(p => GroupOf(p, byId)!).ToHashSet();
        var missed = groups.Where(g => !met.Contains(g.Key)).ToList();
        var inPatterns = right.SelectMany(p => p.Complaints).Select(c => c.CaseId).Distinct().Count();
        var (precision, recall) = ((double)right.Count / (right.Count + wrong.Count), (double)met.Count / groups.Count);

        output.WriteLine($"seed {seed}: {posts.Count} posts, {groups.Count} patterns planted, {right.Count + wrong.Count} found, {wrong.Count} of them wrong, {missed.Count} missed");
        output.WriteLine($"precision {precision:0.000}, recall {recall:0.000}; of the {groups.Values.Sum(g => g.Count)} posts in planted patterns {inPatterns} are in one that was found");
        output.WriteLine($"found by topic: {string.Join(", ", groups.GroupBy(g => g.Value[0].Topic).OrderBy(t => t.Key).Select(t => $"{ToneNames.Of(t.Key)} {t.Count(g => met.Contains(g.Key))} of {t.Count()}"))}");
        foreach (var scene in posts.GroupBy(p => p.Scene).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"  {scene.Key}: {scene.Count()} posts, {wrong.Count(p => p.Complaints.Any(c => byId[c.CaseId].Scene == scene.Key))} wrong patterns");
        }

        foreach (var pattern in wrong)
        {
            output.WriteLine("wrong:");
            List(pattern.Complaints.Select(c => byId[c.CaseId]), run);
        }

        foreach (var group in missed)
        {
            output.WriteLine("missed:");
            List(group.Value, run);
        }

        Assert.InRange(posts.Count, 3000, 9000);
        Assert.True(precision >= least, $"precision {precision:0.000}");
        Assert.True(recall >= least, $"recall {recall:0.000}");
    }

    private void List(IEnumerable<PlantedPost> posts, PatternRun run)
    {
        foreach (var planted in posts)
        {
            var complaints = run.ComplaintsOf(planted.Post.Id).ToList();
            output.WriteLine(
                $"    [{planted.Scene}, {planted.Topic}] {planted.Post.PostedAt:dd.MM. HH:mm} {complaints.FirstOrDefault()?.WardId} {string.Join('+', complaints.Select(c => c.Topic))} "
                + $"({complaints.FirstOrDefault()?.Spot}) @{planted.Post.Author.Handle}: {planted.Post.Text}");
        }
    }
}
