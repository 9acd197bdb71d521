using FeedbackBot.Cases.Patterns;
using Xunit.Abstractions;

namespace FeedbackBot.Tests.Cases.Patterns;

/// <summary>How many planted patterns are found, and how many of the found ones were planted.</summary>
public sealed class PlantedPatternsTests(ITestOutputHelper output)
{
    private const double Least = 0.95;

    private static readonly PatternRule Rule = new(new PatternOptions());

    [Theory]
    [InlineData(20261123)]
    [InlineData(4711)]
    [InlineData(99)]
    public void Planted_patterns_are_found_and_near_misses_are_not(int seed)
    {
        var posts = new PlantedStream(seed, Rule).Posts;
        var run = new PatternRun(posts, Rule);
        var byId = posts.ToDictionary(p => p.Post.Id);
        var groups = posts.Where(p => p.Group is not null).GroupBy(p => p.Group!).ToDictionary(g => g.Key, g => g.ToList());

        var right = run.Found.Where(p => GroupOf(p, byId) is not null).ToList();
        var wrong = run.Found.Except(right).ToList();
        var met = right.Select(p => GroupOf(p, byId)!).ToHashSet();
        var missed = groups.Where(g => !met.Contains(g.Key)).ToList();
        var inPatterns = right.Sum(p => p.Complaints.Count);
        var (precision, recall) = ((double)right.Count / (right.Count + wrong.Count), (double)met.Count / groups.Count);

        output.WriteLine($"seed {seed}: {posts.Count} posts, {groups.Count} patterns planted, {right.Count + wrong.Count} found, {wrong.Count} of them wrong, {missed.Count} missed");
        output.WriteLine($"precision {precision:0.000}, recall {recall:0.000}; of the {groups.Values.Sum(g => g.Count)} posts in planted patterns {inPatterns} are in one that was found");
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
        Assert.True(precision >= Least, $"precision {precision:0.000}");
        Assert.True(recall >= Least, $"recall {recall:0.000}");
    }

    [Fact]
    public void The_same_seed_plants_the_same_posts() => Assert.Equal(
        new PlantedStream(7, Rule).Posts.Select(p => p.Post.Text),
        new PlantedStream(7, Rule).Posts.Select(p => p.Post.Text));

    /// <summary>The planted pattern that all of the found one's posts belong to; null where they don't belong together.</summary>
    private static string? GroupOf(Pattern pattern, Dictionary<string, PlantedPost> byId) =>
        pattern.Complaints.Select(c => byId[c.CaseId].Group).Distinct().ToList() is [var only] ? only : null;

    private void List(IEnumerable<PlantedPost> posts, PatternRun run)
    {
        foreach (var planted in posts)
        {
            var complaint = run.ComplaintOf(planted.Post.Id);
            output.WriteLine($"    [{planted.Scene}] {planted.Post.PostedAt:dd.MM. HH:mm} {complaint?.WardId} {planted.Topic} ({complaint?.Spot}) @{planted.Post.Author.Handle}: {planted.Post.Text}");
        }
    }
}
