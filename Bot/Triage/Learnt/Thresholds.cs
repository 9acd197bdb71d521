namespace FeedbackBot.Triage.Learnt;

/// <summary>How sure the reader must be; chosen by cross-validation, since a complaint that is overlooked costs more than one too many.</summary>
/// <param name="Complaint">What the chance of a complaint is multiplied by before the likeliest tone is taken.</param>
/// <param name="Neutral">The same for neutral.</param>
/// <param name="Mixed">How likely one clause must be a complaint, and another one praise, for a text to be mixed.</param>
/// <param name="MustNotWait">From which chance on somebody is told at once.</param>
/// <param name="Topics">From which chance on a topic is named, in the order of <see cref="Topic"/>.</param>
public sealed record Thresholds(float Complaint, float Neutral, float Mixed, float MustNotWait, IReadOnlyList<float> Topics)
{
    public static readonly int TopicCount = Enum.GetValues<Topic>().Length;

    /// <summary>Before anything was tuned.</summary>
    public static Thresholds Even { get; } = new(1, 1, 0.7f, 0.5f, [.. Enumerable.Repeat(0.5f, TopicCount)]);

    public void WriteTo(BinaryWriter to)
    {
        to.Write(Complaint);
        to.Write(Neutral);
        to.Write(Mixed);
        to.Write(MustNotWait);
        foreach (var topic in Topics)
        {
            to.Write(topic);
        }
    }

    public static Thresholds Read(BinaryReader from) =>
        new(from.ReadSingle(), from.ReadSingle(), from.ReadSingle(), from.ReadSingle(), [.. Enumerable.Range(0, TopicCount).Select(_ => from.ReadSingle())]);
}
