namespace FeedbackBot.Teams.Tokens;

/// <summary>The keys known so far, and when it is time to ask for them again. Pure.</summary>
/// <param name="Keys">By key id; null until they were read once.</param>
/// <param name="ReadAt">When they were read last.</param>
/// <param name="SoughtAt">When they were last read for the sake of an unknown key id.</param>
/// <param name="FailedAt">Since the last reading, the last attempt that failed; null where none did.</param>
public sealed record KeyRing(
    IReadOnlyDictionary<string, SigningKey>? Keys,
    DateTimeOffset ReadAt,
    DateTimeOffset? SoughtAt,
    DateTimeOffset? FailedAt)
{
    /// <summary>Anyone can make up a key id: they can't make us ask Microsoft more often than this.</summary>
    public static readonly TimeSpan BetweenSearches = TimeSpan.FromHours(1);

    /// <summary>A key that Microsoft has withdrawn is honoured no longer than this.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>After a failure: soon while nobody can be let in, seldom while the known keys do.</summary>
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LaterRetry = TimeSpan.FromMinutes(1);

    public static KeyRing Empty { get; } = new(null, DateTimeOffset.MinValue, null, null);

    /// <summary>Whether an id that isn't here is surely none of Microsoft's, as far as the hour's limit lets us know.</summary>
    public bool IsCertain => Keys is not null && FailedAt is null;

    public SigningKey? Find(string keyId) => Keys?.GetValueOrDefault(keyId);

    public bool IsDue(string keyId, DateTimeOffset now)
    {
        if (FailedAt is { } failed && now - failed < (Keys is null ? FirstRetry : LaterRetry))
        {
            return false;
        }

        return Keys is null || now - ReadAt >= Lifetime || (Find(keyId) is null && (SoughtAt is null || now - SoughtAt >= BetweenSearches));
    }

    public KeyRing Read(IReadOnlyDictionary<string, SigningKey> keys, string keyId, DateTimeOffset now) =>
        new(keys, now, Keys is not null && Find(keyId) is null ? now : SoughtAt, null);

    public KeyRing Failed(DateTimeOffset now) => this with { FailedAt = now };
}
