using FeedbackBot.Wards;

namespace FeedbackBot.Triage;

/// <summary>Every ward's place words, word by word, so that ten thousand wards cost a text no more than ten.</summary>
public sealed class PlaceTrie
{
    /// <summary>Hyphens multiply readings; past this a place's words are odd enough to be taken as written.</summary>
    private const int MostReadings = 32;

    private readonly Node _root = new();

    public PlaceTrie(IReadOnlyList<Ward> wards)
    {
        var words = Readings(wards, w => w.Words);
        var names = Readings(wards, w => [w.Name]);

        // An operator's own words win over another ward's name, and plain readings over guessed ones.
        AddAll(words, plain: true, rank: 1);
        AddAll(words, plain: false, rank: 2);
        AddAll(names, plain: true, rank: 3);
        AddAll(names, plain: false, rank: 4);
    }

    /// <summary>The places a text names, in order; where several overlap, the longest.</summary>
    public IReadOnlyList<PlaceAt> Find(WordLattice text)
    {
        var found = new List<PlaceAt>();
        for (var from = 0; from < text.Count; from++)
        {
            if (text.IsBoundary(from))
            {
                Walk(text, _root, from, from, -1, found);
            }
        }

        if (found.Count < 2)
        {
            return found;
        }

        var taken = new bool[text.Count];
        var kept = new List<PlaceAt>(found.Count);
        foreach (var place in found.OrderByDescending(p => p.Length).ThenBy(p => p.Start))
        {
            var span = taken.AsSpan(place.From, place.To - place.From);
            if (!span.Contains(true))
            {
                span.Fill(true);
                kept.Add(place);
            }
        }

        kept.Sort((a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }

    private static void Walk(WordLattice text, Node node, int from, int at, int length, List<PlaceAt> found)
    {
        if (node.Place is { } place && text.IsBoundary(at))
        {
            found.Add(new PlaceAt(place, text.Start(from), length, from, at));
        }

        if (node.Next is null)
        {
            return;
        }

        foreach (var edge in text.From(at))
        {
            if (node.Next.TryGetValue(edge.Label, out var next))
            {
                Walk(text, next, from, edge.To, length + 1 + edge.Label.Length, found);
            }
        }
    }

    private static List<(Place Place, List<List<string>> Readings)> Readings(IReadOnlyList<Ward> wards, Func<Ward, IReadOnlyList<string>> wordsOf) =>
        [.. wards.SelectMany(ward => wordsOf(ward).Select(words => (new Place(ward, words.Trim()), Readings(words))))];

    private static List<List<string>> Readings(string words)
    {
        // A hashtag's words aren't place words in a post; in the settings the mark can only be decoration.
        var lattice = WordLattice.OfPlace(new WordReader(words.Replace('#', ' ').Replace('@', ' ')).Words);
        var readings = new List<List<string>>();
        if (lattice.Count > 0)
        {
            Collect(lattice, 0, [], readings);
        }

        return readings;
    }

    private static void Collect(WordLattice lattice, int at, List<string> path, List<List<string>> readings)
    {
        if (at == lattice.Count - 1)
        {
            readings.Add([.. path]);
            return;
        }

        foreach (var edge in lattice.From(at))
        {
            if (readings.Count == MostReadings)
            {
                return;
            }

            path.Add(edge.Label);
            Collect(lattice, edge.To, path, readings);
            path.RemoveAt(path.Count - 1);
        }
    }

    private void AddAll(List<(Place Place, List<List<string>> Readings)> places, bool plain, int rank)
    {
        foreach (var (place, readings) in places)
        {
            foreach (var reading in plain ? readings.Take(1) : readings.Skip(1))
            {
                Add(reading, place, rank);
            }
        }
    }

    private void Add(List<string> reading, Place place, int rank)
    {
        var node = _root;
        foreach (var word in reading)
        {
            node.Next ??= new(StringComparer.Ordinal);
            if (!node.Next.TryGetValue(word, out var next))
            {
                node.Next[word] = next = new Node();
            }

            node = next;
        }

        if (node.Rank == 0)
        {
            (node.Place, node.Rank) = (place, rank);
        }
        else if (node.Rank == rank && node.Place?.Ward.Id != place.Ward.Id)
        {
            // Two wards with equal claims: the words mean neither, and people at the front desk decide.
            node.Place = null;
        }
    }

    private sealed class Node
    {
        public Dictionary<string, Node>? Next { get; set; }

        public Place? Place { get; set; }

        /// <summary>0 while no place's words end here.</summary>
        public int Rank { get; set; }
    }
}
