using System.Globalization;
using System.Runtime.CompilerServices;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Tones;
using Xunit.Abstractions;

namespace FeedbackBot.Tests.Triage.Tones;

/// <summary>Posts by people who had seen neither the reader nor what it learns from: how well it reads what it has never seen.</summary>
public sealed class KeptApartTests(ITestOutputHelper output)
{
    private const double LeastRight = 0.78;
    private const double LeastComplaintsFound = 0.88;
    private const double LeastTopicF1 = 0.7;

    [Theory]
    [InlineData("kept-apart.txt")]
    [InlineData("kept-apart-second.txt")]
    public void Posts_that_nothing_was_learnt_from_are_mostly_read_right(string file)
    {
        var posts = Posts(file).Select(p => (p.Tone, p.Topics, Read: ToneReader.Learnt.Read(p.Text), Rings: SafeguardingReader.Read(p.Text) is not null)).ToList();
        var complaints = posts.Where(p => p.Tone == Tone.Complaint).ToList();
        var right = posts.Average(p => p.Read.Tone == p.Tone ? 1.0 : 0);
        var found = complaints.Average(p => p.Read.Tone is Tone.Complaint or Tone.Mixed ? 1.0 : 0);
        var hits = posts.Sum(p => p.Read.Topics.Count(t => p.Topics.Contains(t.Topic)));
        var topicF1 = 2.0 * hits / (posts.Sum(p => p.Topics.Count) + posts.Sum(p => p.Read.Topics.Count));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{posts.Count} posts: tone of four {right:F3}, complaints found {found:F3}, topics micro-F1 {topicF1:F3}; {posts.Average(p => p.Rings ? 1.0 : 0):F3} ring."));
        foreach (var (tone, count) in posts.GroupBy(p => (p.Tone, p.Read.Tone)).Select(g => (g.Key, g.Count())).OrderBy(g => g))
        {
            output.WriteLine($"{tone.Item1} read as {tone.Item2}: {count}");
        }

        Assert.InRange(right, LeastRight, 1);
        Assert.InRange(found, LeastComplaintsFound, 1);
        Assert.InRange(topicF1, LeastTopicF1, 1);
    }

    private static IEnumerable<(Tone Tone, HashSet<Topic> Topics, string Text)> Posts(string file, [CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', 3))
            .Select(cells => (
                Enum.Parse<Tone>(cells[0], ignoreCase: true),
                cells[1].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Topic>).ToHashSet(),
                cells[2]));
}
