namespace FeedbackBot.Triage.Tones;

/// <summary>Tone and topics as a sentence's part: "Complaint about cleanliness and food; praise for staff".</summary>
public static class ToneSentence
{
    /// <returns>Empty where a post says nothing good or bad about anything we know.</returns>
    public static string Of(Reading reading)
    {
        var (bad, good) = (About(reading, Tone.Complaint), About(reading, Tone.Compliment));
        return (reading.Tone, bad.Count, good.Count) switch
        {
            (Tone.Complaint, _, _) => With("Complaint about", "Complaint", Topics(reading)),
            (Tone.Compliment, _, _) => With("Praise for", "Praise", Topics(reading)),
            (Tone.Mixed, 0, 0) => "Complaint and praise",
            (Tone.Mixed, _, 0) => $"{With("Complaint about", "Complaint", bad)}; praise too",
            (Tone.Mixed, 0, _) => $"{With("Praise for", "Praise", good)}; a complaint too",
            (Tone.Mixed, _, _) => $"{With("Complaint about", "Complaint", bad)}; {With("praise for", "praise", good)}",
            _ => With("About", "", Topics(reading)),
        };
    }

    /// <summary>"cleanliness, food and staff".</summary>
    public static string List(IReadOnlyList<string> names) =>
        names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";

    private static string With(string about, string alone, List<Topic> topics) =>
        topics.Count == 0 ? alone : $"{about} {List([.. topics.Select(t => Name(t, about))])}";

    /// <summary>Whoever praises praises the staff, not their attitude.</summary>
    private static string Name(Topic topic, string about) =>
        topic == Topic.StaffAttitude && about.StartsWith("praise", StringComparison.OrdinalIgnoreCase) ? "staff" : ToneNames.Of(topic);

    private static List<Topic> Topics(Reading reading) => [.. reading.Topics.Select(t => t.Topic)];

    private static List<Topic> About(Reading reading, Tone tone) => [.. reading.Topics.Where(t => t.Tone == tone).Select(t => t.Topic)];
}
