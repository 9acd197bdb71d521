using FeedbackBot.Triage;

namespace FeedbackBot.Cases.Escalations;

/// <summary>What a single post is brought to people for. Patterns come from several and are found elsewhere.</summary>
public static class Deserves
{
    public const int SeverityAtTheTop = 4;

    /// <param name="severity">0 to 4, of the worst that the post says.</param>
    /// <param name="hasPhoto">A picture, or the still of a video.</param>
    /// <returns>Each kind with a sentence that says why, for the card; the most urgent first.</returns>
    public static IReadOnlyList<(EscalationKind Kind, string Why)> Of(Tone tone, int severity, bool hasPhoto, bool mustNotWait)
    {
        var deserved = new List<(EscalationKind, string)>();
        var complains = tone is Tone.Complaint or Tone.Mixed;
        if (mustNotWait)
        {
            deserved.Add((EscalationKind.MustNotWait, "Somebody may come to harm."));
        }

        if (complains && severity >= SeverityAtTheTop)
        {
            deserved.Add((EscalationKind.Look, "It is as severe as complaints get."));
        }
        else if (complains && hasPhoto)
        {
            deserved.Add((EscalationKind.Look, "It is a complaint with a picture."));
        }

        // "Nurse very nice, toilets disgusting": the nurse is to hear of it all the same.
        if (tone is Tone.Compliment or Tone.Mixed)
        {
            deserved.Add((EscalationKind.Praise, tone == Tone.Mixed ? "It praises somebody, beside what it complains about." : "It praises somebody."));
        }

        return deserved;
    }
}
