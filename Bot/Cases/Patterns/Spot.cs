using FeedbackBot.Triage;

namespace FeedbackBot.Cases.Patterns;

/// <summary>Where in its ward a complaint is about, as far as its text says; most say nothing. A value.</summary>
public sealed class Spot : IEquatable<Spot>
{
    /// <summary>A dirty bed and a dirty lift are two things; a cold dinner in bed 4 and in bed 7 come from one kitchen, and noise carries.</summary>
    private static readonly HashSet<Topic> AboutASpot =
        [Topic.Cleanliness, Topic.Environment, Topic.Safety, Topic.Parking];

    private readonly SortedDictionary<SpotKind, SortedSet<string>> _said;

    private Spot(SortedDictionary<SpotKind, SortedSet<string>> said)
    {
        _said = said;
        Text = string.Join(';', said.Select(s => $"{s.Key}={string.Join(',', s.Value)}"));
    }

    /// <summary>The text names no spot.</summary>
    public static Spot Anywhere { get; } = new([]);

    /// <summary>As it is stored: "Room=toilet;Whose=men". Empty for <see cref="Anywhere"/>.</summary>
    public string Text { get; }

    public static Spot Of(IEnumerable<(SpotKind Kind, string Value)> said)
    {
        var sets = new SortedDictionary<SpotKind, SortedSet<string>>();
        foreach (var (kind, value) in said)
        {
            if (!sets.TryGetValue(kind, out var values))
            {
                sets[kind] = values = new(StringComparer.Ordinal);
            }

            values.Add(value);
        }

        return new Spot(sets);
    }

    /// <summary>The spot that was stored as a text; what an older or newer version wrote and this one doesn't know is left out.</summary>
    public static Spot Parse(string text) => Of(text
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2))
        .Where(part => part.Length == 2 && Enum.TryParse<SpotKind>(part[0], out _))
        .SelectMany(part => part[1].Split(','), (part, value) => (Enum.Parse<SpotKind>(part[0]), value)));

    public IReadOnlyCollection<string> this[SpotKind kind] => _said.TryGetValue(kind, out var values) ? values : [];

    /// <summary>Both say where, and not the same.</summary>
    public bool Contradicts(Spot other, Topic topic)
    {
        // Room 12 and the loo in room 12 are one place to the cleaner.
        var isSameRoom = Overlap(SpotKind.NumberedRoom, other);
        return _said.Keys.Any(kind => Matters(kind, topic) && other._said.ContainsKey(kind) && !Overlap(kind, other) && !(isSameRoom && kind == SpotKind.Room));
    }

    /// <summary>In how many ways both say the same.</summary>
    public int Shared(Spot other, Topic topic) =>
        _said.Keys.Count(kind => Matters(kind, topic) && Overlap(kind, other));

    /// <summary>What both allow, for two that don't contradict each other.</summary>
    public Spot With(Spot other)
    {
        if (Equals(other) || other._said.Count == 0)
        {
            return this;
        }

        var both = new SortedDictionary<SpotKind, SortedSet<string>>();
        foreach (var kind in _said.Keys.Union(other._said.Keys))
        {
            var (mine, theirs) = (_said.GetValueOrDefault(kind), other._said.GetValueOrDefault(kind));
            var common = mine is null ? theirs! : theirs is null ? mine : new(mine.Intersect(theirs), StringComparer.Ordinal);
            both[kind] = common.Count > 0 ? common : mine!;
        }

        return new Spot(both);
    }

    public bool Equals(Spot? other) => other is not null && Text == other.Text;

    public override bool Equals(object? obj) => Equals(obj as Spot);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private bool Overlap(SpotKind kind, Spot other) =>
        _said.TryGetValue(kind, out var mine) && other._said.TryGetValue(kind, out var theirs) && mine.Overlaps(theirs);

    private static bool Matters(SpotKind kind, Topic topic) => kind switch
    {
        SpotKind.Floor or SpotKind.Block => true,
        SpotKind.Outlet => topic == Topic.Food,
        _ => AboutASpot.Contains(topic),
    };
}
