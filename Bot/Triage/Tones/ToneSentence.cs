namespace FeedbackBot.Triage.Tones;

/// <summary>Tone and topics as a sentence's part: "Complaint about cleanliness and food, perhaps noise; praise for staff".</summary>
public static class ToneSentence
{
    /// <returns>Empty where a post says nothing good or bad about anything we know.</returns>
    public static string Of(Reading reading)
    {
        var (bad, good) = (About(reading, Tone.Complaint), About(reading, Tone.Compliment));
        return (reading.Tone, bad.Count, good.Count) switch
        {
            (Tone.Complaint, _, _) => With("Complaint", "about", reading.Topics),
            (Tone.Compliment, _, _) => With("Praise", "for", reading.Topics),
            (Tone.Mixed, 0, 0) => "Complaint and praise",
            (Tone.Mixed, _, 0) => $"{With("Complaint", "about", bad)}; praise too",
            (Tone.Mixed, 0, _) => $"{With("Praise", "for", good)}; a complaint too",
            (Tone.Mixed, _, _) => $"{With("Complaint", "about", bad)}; {With("praise", "for", good)}",
            _ => Capital(With("", "about", reading.Topics).TrimStart(' ', ',')),
        };
    }

    /// <summary>"cleanliness, food and staff".</summary>
    public static string List(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    /// <inheritdoc cref="List(IReadOnlyList{string})"/>
    public static string List(IReadOnlyList<Topic> topics) => List([.. topics.Select(ToneNames.Of)]);

    /// <summary>The same with a capital letter.</summary>
    public static string Capital(string words) => words.Length == 0 ? "" : $"{char.ToUpperInvariant(words[0])}{words[1..]}";

    /// <summary>What the reader isn't sure of is said to be so: no pattern counts it until a person says it is.</summary>
    private static string With(string said, string about, IEnumerable<TopicReading> topics)
    {
        var names = topics.ToLookup(t => t.IsSure, t => Name(t));
        var (sure, perhaps) = (List([.. names[true]]), List([.. names[false]]));
        return (sure.Length, perhaps.Length) switch
        {
            (0, 0) => said,
            (0, _) => $"{said}, perhaps {about} {perhaps}",
            (_, 0) => $"{said} {about} {sure}",
            _ => $"{said} {about} {sure}, perhaps {perhaps}",
        };
    }

    /// <summary>Whoever praises praises the staff, not their attitude.</summary>
    private static string Name(TopicReading topic) =>
        topic is { Topic: Topic.StaffAttitude, Tone: Tone.Compliment } ? "staff" : ToneNames.Of(topic.Topic);

    private static List<TopicReading> About(Reading reading, Tone tone) => [.. reading.Topics.Where(t => t.Tone == tone)];
}
