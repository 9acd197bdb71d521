namespace FeedbackBot.Triage.Tones;

/// <summary>Tones and topics as people read them.</summary>
public static class ToneNames
{
    public static string Of(Tone tone) => tone switch
    {
        Tone.Complaint => "complaint",
        Tone.Compliment => "compliment",
        Tone.Mixed => "mixed",
        _ => "neutral",
    };

    public static string Of(Topic topic) => topic switch
    {
        Topic.Cleanliness => "cleanliness",
        Topic.Food => "food",
        Topic.StaffAttitude => "staff attitude",
        Topic.Waiting => "waiting",
        Topic.Noise => "noise",
        Topic.Environment => "environment",
        Topic.Communication => "communication",
        Topic.Dignity => "dignity",
        Topic.Parking => "parking and transport",
        Topic.Safety => "safety",
        Topic.Staffing => "staffing",
        _ => throw new ArgumentOutOfRangeException(nameof(topic), topic, "A topic without a name."),
    };
}
