using System.Buffers;

namespace FeedbackBot.Triage.Alarms;

/// <summary>Finds the word that a disguised, stretched or mistyped one stands for. It only knows the words of the phrases: all others stay as they are.</summary>
internal sealed class Spelling
{
    private const string Vowels = "aeiou";
    private static readonly SearchValues<char> Lookalikes = SearchValues.Create("013457$!@");

    /// <summary>Shorter words have too many neighbours.</summary>
    private const int ShortestMistyped = 6;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _mistyped = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), string> _pairs = [];
    private int _longestBeginning;

    public void AddPair(string first, string second, string one) => _pairs[(first, second)] = one;

    public string? Pair(string first, string second) => _pairs.GetValueOrDefault((first, second));

    public void Add(string word) => _known.Add(word);

    public void AddBeginning(string beginning)
    {
        _beginnings.Add(beginning);
        _longestBeginning = Math.Max(_longestBeginning, beginning.Length);
    }

    /// <summary>A word that people misspell: one letter too many, too few, wrong or swapped is still this word.</summary>
    public void AddMistyped(string word)
    {
        foreach (var shorter in Shorter(word))
        {
            _mistyped.TryAdd(shorter, word);
        }
    }

    public string Mend(string word)
    {
        if (IsKnown(word))
        {
            return word;
        }

        foreach (var guess in Undisguised(word))
        {
            if (guess != word && IsKnown(guess))
            {
                return guess;
            }
        }

        return word.Length >= ShortestMistyped - 1 && Mistyped(word) is { } meant ? meant : word;
    }

    /// <summary>"wanttodie" in its words; null where some of it is no word of the phrases.</summary>
    public IReadOnlyList<string>? Split(string hashtag)
    {
        const int Most = 40;
        if (hashtag.Length is < 5 or > Most || _known.Contains(hashtag))
        {
            return null;
        }

        // From the back: which piece a split that reaches the end begins with, the longest first.
        var pieces = new string?[hashtag.Length + 1];
        for (var from = hashtag.Length - 1; from >= 0; from--)
        {
            for (var to = hashtag.Length; to > from && pieces[from] is null; to--)
            {
                if ((to == hashtag.Length || pieces[to] is not null) && (to - from > 1 || hashtag[from] is 'i' or 'a') && IsKnown(hashtag[from..to]))
                {
                    pieces[from] = hashtag[from..to];
                }
            }
        }

        if (pieces[0] is null)
        {
            return null;
        }

        var split = new List<string>();
        for (var at = 0; at < hashtag.Length; at += pieces[at]!.Length)
        {
            split.Add(pieces[at]!);
        }

        return split;
    }

    private bool IsKnown(string word)
    {
        if (_known.Contains(word))
        {
            return true;
        }

        var beginnings = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, _longestBeginning); length > 2; length--)
        {
            if (beginnings.Contains(word.AsSpan(0, length)))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Undisguised(string word)
    {
        if (word.Length > 2 && word.AsSpan().ContainsAny(Lookalikes) && word.Any(char.IsAsciiLetter))
        {
            var plain = word.Replace('0', 'o').Replace('3', 'e').Replace('4', 'a').Replace('5', 's').Replace('7', 't').Replace('$', 's').Replace('@', 'a').Replace('!', 'i');
            yield return plain.Replace('1', 'i');
            yield return plain.Replace('1', 'l');
        }

        if (word.Contains('*', StringComparison.Ordinal))
        {
            foreach (var vowel in Vowels)
            {
                yield return word.Replace('*', vowel);
            }

            yield return word.Replace("*", "", StringComparison.Ordinal);
        }

        if (IsStretched(word))
        {
            yield return Squeezed(word, 1);
            yield return Squeezed(word, 2);
        }
    }

    private static bool IsStretched(string word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (word[i] == word[i - 1] && word[i] == word[i - 2])
            {
                return true;
            }
        }

        return false;
    }

    private static string Squeezed(string word, int most) =>
        string.Concat(word.Where((c, i) => i < most || Enumerable.Range(1, most).Any(back => word[i - back] != c)));

    /// <summary>Two words are a typing error apart when taking one letter from either, or from both, makes them the same.</summary>
    private string? Mistyped(string word)
    {
        if (_mistyped.GetValueOrDefault(word) is { } whole)
        {
            return whole;
        }

        var lookup = _mistyped.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> shorter = stackalloc char[word.Length <= 24 ? word.Length - 1 : 0];
        for (var gone = 0; gone < word.Length && shorter.Length > 0; gone++)
        {
            word.AsSpan(0, gone).CopyTo(shorter);
            word.AsSpan(gone + 1).CopyTo(shorter[gone..]);
            if (lookup.TryGetValue(shorter, out var meant) && word[0] == meant[0])
            {
                return meant;
            }
        }

        return null;
    }

    private static IEnumerable<string> Shorter(string word) =>
        Enumerable.Range(0, word.Length).Select(i => word.Remove(i, 1)).Prepend(word);
}
