using System.Globalization;

namespace FeedbackBot.Triage.Alarms;

/// <summary>
/// The phrases of words/*.txt, ready to compare. A line is a phrase: words in their order; <c>a|b</c> either; <c>stem*</c> any word that begins so;
/// <c>word~</c> also mistyped; <c>{set}</c> a set of the first file; <c>..3</c> up to three other words; <c>word?</c> may be missing;
/// a line that begins with <c>&amp;5</c> has its words in any order with up to five others between.
/// </summary>
internal sealed class PhraseBook
{
    private readonly Dictionary<string, int> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _beginnings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sets = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<Phrase>> _byFirst = [];
    private int _longestBeginning;

    /// <param name="files">Each a heading such as [SelfHarm] or [Harmless] and the phrases under it.</param>
    public PhraseBook(IEnumerable<string> files)
    {
        AlarmKind? kind = null;
        foreach (var line in files.SelectMany(f => f.Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != ';'))
        {
            if (line[0] == '[')
            {
                kind = line == "[Harmless]" ? null : Enum.Parse<AlarmKind>(line.Trim('[', ']'));
            }
            else if (line.Split(" = ") is [var name, var words])
            {
                AddSet(name, words);
            }
            else
            {
                AddPhrase(kind, line);
            }
        }
    }

    public Spelling Spelling { get; } = new();

    public int Count { get; private set; }

    /// <summary>The numbers of everything that a word is in the phrases.</summary>
    public int[] Terms(string word)
    {
        List<int>? terms = null;
        if (_whole.TryGetValue(word, out var whole))
        {
            (terms = []).Add(whole);
        }

        var beginnings = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length, _longestBeginning); length > 1; length--)
        {
            if (beginnings.TryGetValue(word.AsSpan(0, length), out var beginning))
            {
                (terms ??= []).Add(beginning);
            }
        }

        return terms?.ToArray() ?? [];
    }

    public IReadOnlyList<Phrase> BeginningWith(int term) => _byFirst.TryGetValue(term, out var phrases) ? phrases : [];

    /// <summary>"no one = nobody" joins two words; "{person} = he|she" names a set.</summary>
    private void AddSet(string name, string words)
    {
        if (name[0] == '{')
        {
            _sets.Add(name, string.Join('|', words.Split('|').Select(w => _sets.GetValueOrDefault(w, w))));
        }
        else
        {
            var pair = name.Split(' ');
            Spelling.AddPair(pair[0], pair[1], words);
        }
    }

    private void AddPhrase(AlarmKind? kind, string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var anyOrder = parts[0][0] == '&' ? int.Parse(parts[0].AsSpan(1), CultureInfo.InvariantCulture) : (int?)null;
        var slots = new List<PhraseSlot>();
        var gap = 0;
        foreach (var part in parts.Skip(anyOrder is null ? 0 : 1))
        {
            if (part.StartsWith("..", StringComparison.Ordinal))
            {
                gap = int.Parse(part.AsSpan(2), CultureInfo.InvariantCulture);
                continue;
            }

            slots.Add(new PhraseSlot(Numbers(part.TrimEnd('?')), anyOrder ?? gap, part[^1] == '?'));
            gap = 0;
        }

        foreach (var order in anyOrder is null ? [slots] : Orders(slots))
        {
            var phrase = new Phrase(kind, [.. order]);
            Count++;
            foreach (var term in order[0].Terms)
            {
                (_byFirst.TryGetValue(term, out var phrases) ? phrases : _byFirst[term] = []).Add(phrase);
            }
        }
    }

    private static IEnumerable<List<PhraseSlot>> Orders(List<PhraseSlot> slots) => slots.Count <= 1
        ? [slots]
        : slots.SelectMany((first, i) => Orders([.. slots.Where((_, j) => j != i)]).Select(rest => (List<PhraseSlot>)[first, .. rest]));

    private HashSet<int> Numbers(string alternatives) =>
        [.. alternatives.Split('|').SelectMany(a => a[0] == '{' ? _sets[a].Split('|') : [a]).Select(Number)];

    private int Number(string word)
    {
        var next = _whole.Count + _beginnings.Count;
        if (word[^1] == '*')
        {
            var stem = word[..^1];
            Spelling.AddBeginning(stem);
            _longestBeginning = Math.Max(_longestBeginning, stem.Length);
            return _beginnings.TryGetValue(stem, out var known) ? known : _beginnings[stem] = next;
        }

        var plain = word.TrimEnd('~');
        Spelling.Add(plain);
        if (plain.Length < word.Length)
        {
            Spelling.AddMistyped(plain);
        }

        return _whole.TryGetValue(plain, out var number) ? number : _whole[plain] = next;
    }
}
