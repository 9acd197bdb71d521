namespace FeedbackBot.Triage.Learnt;

/// <summary>How sure the reader must be of one sort of texts.</summary>
/// <param name="Complaint">What the chance of a complaint is multiplied by before the likeliest tone is taken.</param>
/// <param name="Neutral">The same for neutral.</param>
/// <param name="Topics">From which chance on a topic is named, in the order of <see cref="Topic"/>.</param>
public sealed record Bars(float Complaint, float Neutral, IReadOnlyList<float> Topics)
{
    /// <summary>Before anything was tuned.</summary>
    public static Bars Even { get; } = new(1, 1, [.. Enumerable.Repeat(0.5f, Thresholds.TopicCount)]);

    public void WriteTo(BinaryWriter to)
    {
        to.Write(Complaint);
        to.Write(Neutral);
        foreach (var topic in Topics)
        {
            to.Write(topic);
        }
    }

    public static Bars Read(BinaryReader from) => new(from.ReadSingle(), from.ReadSingle(), [.. Enumerable.Range(0, Thresholds.TopicCount).Select(_ => from.ReadSingle())]);
}
