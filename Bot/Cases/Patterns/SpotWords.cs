using FeedbackBot.Triage;

namespace FeedbackBot.Cases.Patterns;

/// <summary>A text's words as spots are read from them: slips forgiven, "bay3" as two words, and what stands between them.</summary>
internal sealed class SpotWords
{
    private readonly List<(string Text, bool Ends, bool Pauses, bool IsUpper)> _words = [];

    public SpotWords(string text)
    {
        var words = new WordReader(text).Words;
        for (var i = 0; i < words.Count; i++)
        {
            var end = i + 1 < words.Count ? words[i + 1].Start : text.Length;
            var between = text.AsSpan(words[i].Start, end - words[i].Start);
            var pauses = between.ContainsAny(",;()\n") || between.IndexOf(" - ", StringComparison.Ordinal) >= 0;
            Add(words[i].Text, words[i].Next == WordGap.Break, pauses, char.IsUpper(text[words[i].Start]));
        }
    }

    public int Count => _words.Count;

    /// <summary>Empty beyond the text's ends.</summary>
    public string this[int at] => at >= 0 && at < _words.Count ? _words[at].Text : "";

    /// <summary>The words from <paramref name="from"/> to <paramref name="to"/>, both included, are of one sentence.</summary>
    public bool IsOneSentence(int from, int to) => from >= 0 && to < _words.Count && !_words[from..to].Exists(w => w.Ends);

    /// <summary>Likewise, and not even a comma is between them.</summary>
    public bool IsInOneBreath(int from, int to) => IsOneSentence(from, to) && !_words[from..to].Exists(w => w.Pauses);

    /// <summary>The number or letter of a place, after "no." or "number" at most: "3", "three", "C", "12a".</summary>
    /// <returns>Null where none stands here, or where it counts something: "floor 2 days in a row".</returns>
    public (string Value, int To)? Number(int at)
    {
        var from = this[at] is "no" or "number" or "num" or "nr" ? at + 1 : at;
        if (from >= _words.Count || !IsInOneBreath(at - 1, from))
        {
            return null;
        }

        var value = NumberWords.Together(this[from], this[from + 1]) is { } together ? together : NumberWords.InDigits(this[from]);
        var to = value == NumberWords.InDigits(this[from]) ? from + 1 : from + 2;
        var isNumber = value.Length <= 4 && char.IsAsciiDigit(value[0]) && value[..^1].All(char.IsAsciiDigit) && SpotVocabulary.OrdinalOf(value) is null;
        var isLetter = value.Length == 1 && value[0] is >= 'a' and <= 'h' && (value != "a" || _words[from].IsUpper);
        return (isNumber && !(IsInOneBreath(to - 1, to) && SpotVocabulary.IsUnit(this[to]))) || isLetter ? (value, to) : null;
    }

    private void Add(string word, bool ends, bool pauses, bool isUpper)
    {
        var figures = word.AsSpan().IndexOfAnyInRange('0', '9');
        if (figures > 1 && word.AsSpan(figures).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            _words.Add((SpotVocabulary.Meant(word[..figures]), false, false, isUpper));
            _words.Add((word[figures..], ends, pauses, false));
        }
        else
        {
            _words.Add((SpotVocabulary.Meant(word), ends, pauses, isUpper));
        }
    }
}
