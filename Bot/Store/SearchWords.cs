using System.Text;
using FeedbackBot.Triage;

namespace FeedbackBot.Store;

/// <summary>The words that someone looks for. Case, accents, apostrophes and marks don't matter; nothing in them is a wildcard.</summary>
public sealed class SearchWords
{
    private const int Most = 10;

    /// <summary>A shorter word would be found inside any other: "rat" in "great". From here on it is found in "#OswinLoos" too.</summary>
    private const int ShortestAnywhere = 4;

    private readonly List<string> _sought;

    public SearchWords(string? text) => _sought =
    [
        .. Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(Most).Select(w => IsFoundAnywhere(w) ? w : $" {w}"),
    ];

    public bool IsEmpty => _sought.Count == 0;

    /// <summary>Each word stands in one of the texts.</summary>
    public bool AreIn(params IEnumerable<string?> texts)
    {
        var folded = string.Concat(texts.Select(t => Fold(t ?? "")));
        return _sought.TrueForAll(w => folded.Contains(w, StringComparison.Ordinal));
    }

    private static bool IsFoundAnywhere(string word) => word.Length >= ShortestAnywhere || !Ascii.IsValid(word);

    /// <summary>Words as they are compared, with a space before each and after the last.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(" ", text.Length + 2);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\'' or '’' or '‘' or 'ʼ' || Folding.IsIgnored(rune) || Folding.TryAppend(rune, folded))
            {
                continue;
            }

            if (folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded[^1] == ' ' ? folded.ToString() : folded.Append(' ').ToString();
    }
}
