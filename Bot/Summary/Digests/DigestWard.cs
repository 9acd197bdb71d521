namespace FeedbackBot.Summary.Digests;

/// <summary>One ward in figures.</summary>
/// <param name="Received">Since the last digest.</param>
/// <param name="Waiting">New now.</param>
/// <param name="Claimed">Claimed now.</param>
/// <param name="Resolved">Since the last digest.</param>
public sealed record DigestWard(string WardId, int Received, int Waiting, int Claimed, int Resolved)
{
    /// <summary>Of those received: a person put right how they were read.</summary>
    public int Corrected { get; init; }
}
