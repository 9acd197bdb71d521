using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace FeedbackBot.Tests.Triage;

/// <summary>What is kept apart to judge the readers by is not, not even nearly, among what they learn from: writers think of the same jokes.</summary>
public sealed partial class KeptApartTests
{
    /// <summary>Two posts that have so much of their words in common are nearly the same.</summary>
    private const double NearlyTheSame = 0.5;

    [Theory]
    [InlineData("Tones", "kept-apart.txt", 3)]
    [InlineData("Alarms", "kept-apart.txt", 1)]
    [InlineData("Tones", "kept-apart-second.txt", 3)]
    [InlineData("Alarms", "kept-apart-hints.txt", 1)]
    [InlineData("Alarms", "kept-apart-third.txt", 1)]
    public void Nothing_that_is_kept_apart_is_learnt_from(string folder, string file, int cells)
    {
        var kept = Lines("Triage", folder, file).Select(line => cells == 1 ? line[2..] : line.Split('|', cells)[^1]).Select(text => (Text: text, Words: WordsOf(text))).ToList();
        var byWord = kept.SelectMany(k => k.Words.Select(word => (word, k))).ToLookup(p => p.word, p => p.k);

        var learnt = Directory.EnumerateFiles(Path.Combine(Folder(), "Learning", "own-posts"), "*.txt", SearchOption.AllDirectories).SelectMany(path => Lines(path)).Select(line => line.Split('|', 5)[^1]);
        var twice = learnt.Select(post => (post, Near: Nearest(WordsOf(post), byWord))).Where(p => p.Near.Share >= NearlyTheSame).Select(p => $"'{p.post}' is learnt from and '{p.Near.Text}' kept apart");

        Assert.Empty(twice);
    }

    private static (double Share, string Text) Nearest(HashSet<string> words, ILookup<string, (string Text, HashSet<string> Words)> byWord)
    {
        var nearest = (Share: 0.0, Text: "");

        // Who shares half of the words shares one of the rarer half, and "the" needn't be looked up.
        foreach (var (text, theirs) in words.OrderBy(word => byWord[word].Count()).Take((words.Count / 2) + 1).SelectMany(word => byWord[word]))
        {
            var shared = words.Count(theirs.Contains);
            var share = (double)shared / (words.Count + theirs.Count - shared);
            nearest = share > nearest.Share ? (share, text) : nearest;
        }

        return nearest;
    }

    private static HashSet<string> WordsOf(string text) => [.. Word().Matches(Hashtag().Replace(text.ToLowerInvariant(), "")).Select(m => m.Value)];

    private static IEnumerable<string> Lines(params string[] path) => File.ReadLines(Path.Combine([Folder(), .. path])).Where(line => line.Length > 0 && line[0] != '#');

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, ".."));

    [GeneratedRegex("#\\w+")]
    private static partial Regex Hashtag();

    [GeneratedRegex("[a-z0-9']+")]
    private static partial Regex Word();
}
