namespace FeedbackBot.Triage.Alarms;

/// <summary>Words in a post that must not wait for a person to come by, or what staff made of it.</summary>
/// <param name="Kind">What they are about; the most pressing where there are several. Null where a person says so.</param>
/// <param name="Words">The words that decided, as their author wrote them.</param>
public sealed record Alarm(AlarmKind? Kind, IReadOnlyList<string> Words)
{
    /// <summary>Staff say so, whatever the words are.</summary>
    public static Alarm OfStaff { get; } = new(null, []);

    /// <summary>For the card. It speaks of words, not of anybody's health: whether someone is at risk is for a person to find out.</summary>
    public string Sentence => $"Someone may be at risk: {About(Kind)}.";

    /// <summary>Nothing in the other is new to whoever has seen to this one.</summary>
    public bool Covers(Alarm other) => Kind == other.Kind && other.Words.All(w => Words.Contains(w, StringComparer.OrdinalIgnoreCase));

    /// <summary>This one and what was found beside it: the most pressing kind names both.</summary>
    public Alarm With(Alarm? other) => other is null ? this : new Alarm(
        Kind is { } kind && other.Kind is { } another ? (AlarmKind)Math.Min((int)kind, (int)another) : Kind ?? other.Kind,
        [.. Words.Concat(other.Words).Distinct(StringComparer.OrdinalIgnoreCase)]);

    /// <summary>What remains of it where no more than these texts may be seen: the words that stand in them.</summary>
    public Alarm WithWordsOf(IReadOnlyCollection<string> texts) => this with { Words = [.. Words.Where(w => texts.Any(t => t.Contains(w, StringComparison.OrdinalIgnoreCase)))] };

    /// <summary>What remains of it when the post is gone.</summary>
    public Alarm WithoutWords() => this with { Words = [] };

    public bool Equals(Alarm? other) => other is not null && Kind == other.Kind && Words.SequenceEqual(other.Words);

    public override int GetHashCode() => HashCode.Combine(Kind, Words.Count);

    private static string About(AlarmKind? kind) => kind switch
    {
        null => "staff say so",
        AlarmKind.LifeAtRisk => "words about a life in danger",
        AlarmKind.SelfHarm => "words about suicide or self-harm",
        AlarmKind.Threat => "words about violence or a threat",
        AlarmKind.SexualHarm => "words about sexual harm",
        AlarmKind.ChildAtRisk => "words about a child in danger",
        AlarmKind.Abuse => "words about abuse",
        AlarmKind.Exploitation => "words about control or exploitation",
        AlarmKind.Missing => "words about a missing person",
        AlarmKind.Neglect => "words about neglect",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
