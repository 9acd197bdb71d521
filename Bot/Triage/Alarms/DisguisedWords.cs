using System.Buffers;
using System.Reflection;

namespace FeedbackBot.Triage.Alarms;

/// <summary>
/// Finds the word that a disguised or stretched one stands for, and the words of a hashtag. It knows only the words of disguised-words.txt: all others
/// stay as they are. Slips of the finger need no mending: what is learnt knows words by their letters, too.
/// </summary>
internal static class DisguisedWords
{
    private const int FewestLetters = 2;
    private const int ShortestHashtag = 5;
    private const int LongestHashtag = 40;
    private const int LongestDisguised = 40;

    private static readonly SearchValues<char> Lookalikes = SearchValues.Create("013457$!@|");

    /// <summary>What people write stars for most of all, and mean no more by it than that.</summary>
    private static readonly string[] Swearing = ["shit", "shits", "shite", "shitty"];

    private static readonly HashSet<string> Known = Load();

    /// <summary>The word meant; null where the word is none of ours in disguise.</summary>
    public static string? Of(string word) => word.Length > LongestDisguised || Known.Contains(word) ? null : Undisguised(word).FirstOrDefault(Known.Contains);

    /// <summary>What letters that stand apart spell, in words: "die" for "d i e"; null where some of it is none of ours.</summary>
    public static string? OfLetters(string letters) => Known.Contains(letters) ? letters : letters.Length > LongestHashtag ? null : Split(letters);

    /// <summary>"wanttodie" in its words; null where some of it is none of ours.</summary>
    public static string? OfHashtag(string folded) => folded.Length is < ShortestHashtag or > LongestHashtag ? null : Split(folded);

    private static string? Split(string folded)
    {
        // From the back: with which piece a split that reaches the end begins, the longest first.
        var pieces = new string?[folded.Length + 1];
        for (var from = folded.Length - 1; from >= 0; from--)
        {
            for (var to = folded.Length; to > from && pieces[from] is null; to--)
            {
                if ((to == folded.Length || pieces[to] is not null) && Known.Contains(folded[from..to]))
                {
                    pieces[from] = folded[from..to];
                }
            }
        }

        var words = new List<string>();
        for (var at = 0; at < folded.Length && pieces[at] is { } piece; at += piece.Length)
        {
            words.Add(piece);
        }

        return words.Count == 0 ? null : string.Join(' ', words);
    }

    private static IEnumerable<string> Undisguised(string word)
    {
        // "H17" is a room.
        if (word.Count(char.IsAsciiLetter) < FewestLetters)
        {
            yield break;
        }

        if (word.AsSpan().ContainsAny(Lookalikes))
        {
            var plain = word.Replace('0', 'o').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't').Replace('$', 's').Replace('@', 'a').Replace('!', 'i').Replace('|', 'i');
            yield return plain.Replace('1', 'i');
            yield return plain.Replace('1', 'l');
        }

        if (word.Contains('*', StringComparison.Ordinal) && !Swearing.Any(swearing => Fits(word, swearing)))
        {
            yield return Known.FirstOrDefault(known => Fits(word, known)) ?? word.Replace("*", "", StringComparison.Ordinal);
        }

        if (Enumerable.Range(2, Math.Max(0, word.Length - 2)).Any(i => word[i] == word[i - 1] && word[i] == word[i - 2]))
        {
            yield return Squeezed(word, 1);
            yield return Squeezed(word, 2);
        }
    }

    /// <summary>Each star stands for a letter.</summary>
    private static bool Fits(string starred, string word) => starred.Length == word.Length && starred.Zip(word).All(pair => pair.First == '*' || pair.First == pair.Second);

    private static string Squeezed(string word, int most) =>
        string.Concat(word.Where((c, i) => i < most || Enumerable.Range(1, most).Any(back => word[i - back] != c)));

    private static HashSet<string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("disguised-words.txt")
            ?? throw new InvalidOperationException("disguised-words.txt isn't embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith(';'))
            .SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
    }
}
