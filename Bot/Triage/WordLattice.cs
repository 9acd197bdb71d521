namespace FeedbackBot.Triage;

/// <summary>
/// A text's words with the ways in which they may be read: "X-ray" as two words or as one, "ward7" as "ward 7", "twenty-one" as 21,
/// "Maternity's" as "Maternity". Nodes stand between words in the order of the text; an edge is one reading of what lies between two nodes.
/// </summary>
public sealed class WordLattice
{
    /// <summary>Enough for "ear-nose-and-throat"; keeps the work per word constant.</summary>
    private const int LongestJoin = 4;

    private readonly List<Node> _nodes = [];
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    private WordLattice()
    {
    }

    public int Count => _nodes.Count;

    /// <summary>The readings of a post's text.</summary>
    public static WordLattice OfText(IReadOnlyList<Word> words) => Of(words, withStems: true);

    /// <summary>The readings of a ward's place words: all connected, and only as the operator wrote them.</summary>
    public static WordLattice OfPlace(IReadOnlyList<Word> words) =>
        Of([.. words.Select(w => w with { Next = w.Next == WordGap.Break ? WordGap.Space : w.Next })], withStems: false);

    /// <summary>Readings that begin here, the plain one first.</summary>
    public IReadOnlyList<Edge> From(int node) => _nodes[node].Edges;

    /// <summary>Whether a word begins or ends here, rather than a part of one.</summary>
    public bool IsBoundary(int node) => _nodes[node].IsBoundary;

    /// <summary>Where the word that begins here stands in the text, in characters.</summary>
    public int Start(int node) => _nodes[node].Start;

    private static WordLattice Of(IReadOnlyList<Word> written, bool withStems)
    {
        var lattice = new WordLattice();
        var words = WithNumbersTogether(written);
        for (var i = 0; i < words.Count; i++)
        {
            lattice.Add(words[i], connected: i > 0 && words[i - 1].Next != WordGap.Break, withStems);
        }

        for (var i = 0; i < words.Count; i++)
        {
            lattice.AddJoins(words, i, withStems);
        }

        return lattice;
    }

    /// <summary>"Ward twenty one" never names ward 20: the two words are one number before anything else looks at them.</summary>
    private static List<Word> WithNumbersTogether(IReadOnlyList<Word> words)
    {
        var result = new List<Word>(words.Count);
        foreach (var word in words)
        {
            if (result.Count > 0 && result[^1].Next != WordGap.Break && NumberWords.Together(result[^1].Text, word.Stem ?? word.Text) is { } number)
            {
                result[^1] = new Word(number, null, result[^1].Start, word.Next);
            }
            else
            {
                result.Add(word);
            }
        }

        return result;
    }

    private void Add(Word word, bool connected, bool withStems)
    {
        var start = connected ? _ends[^1] : NewNode();
        _nodes[start].IsBoundary = true;
        _nodes[start].Start = word.Start;
        var from = start;
        var before = start;
        var runs = Runs(word.Text);
        foreach (var run in runs)
        {
            var to = NewNode();
            AddEdge(from, to, run);
            (before, from) = (from, to);
        }

        _nodes[from].IsBoundary = true;
        _starts.Add(start);
        _ends.Add(from);
        if (withStems && word.Stem is { } stem)
        {
            // "7's" is two runs, 7 and s: its stem spans both.
            var stemRuns = Runs(stem);
            AddEdge(stemRuns.Count < runs.Count ? before - 1 : before, from, stemRuns[^1]);
        }
    }

    private void AddJoins(List<Word> words, int first, bool withStems)
    {
        var joined = words[first].Text;
        for (var last = first; last + 1 < words.Count && last - first + 1 < LongestJoin; last++)
        {
            var next = words[last + 1];
            if (!MayJoin(words[last], isFirst: last == first) || !next.Text.All(char.IsLetter))
            {
                return;
            }

            if (withStems && next.Stem is { } stem)
            {
                AddEdge(_starts[first], _ends[last + 1], joined + stem);
            }

            joined += next.Text;
            AddEdge(_starts[first], _ends[last + 1], joined);
        }
    }

    /// <summary>Across a hyphen, or from a letter that stands alone as in "x ray"; "a" and "I" are words.</summary>
    private static bool MayJoin(Word word, bool isFirst) => word.Next switch
    {
        WordGap.Hyphen => word.Text.All(char.IsLetter),
        WordGap.Space => isFirst && word.Text.Length == 1 && char.IsLetter(word.Text[0]) && word.Text is not ("a" or "i"),
        _ => false,
    };

    private static List<string> Runs(string word)
    {
        var runs = new List<string>(1);
        var from = 0;
        for (var i = 1; i <= word.Length; i++)
        {
            if (i == word.Length || char.IsAsciiDigit(word[i]) != char.IsAsciiDigit(word[i - 1]))
            {
                runs.Add(word[from..i]);
                from = i;
            }
        }

        return runs;
    }

    private int NewNode()
    {
        _nodes.Add(new Node());
        return _nodes.Count - 1;
    }

    private void AddEdge(int from, int to, string label) => _nodes[from].Edges.Add(new Edge(NumberWords.InDigits(label), to));

    /// <summary>One reading of a stretch of text.</summary>
    public readonly record struct Edge(string Label, int To);

    private sealed class Node
    {
        public List<Edge> Edges { get; } = new(1);

        public bool IsBoundary { get; set; }

        public int Start { get; set; }
    }
}
