namespace FeedbackBot.Triage.Learnt;

/// <summary>FNV-1a with a last stir. The weights are filed under these hashes, so they stay the same on every machine and in every version.</summary>
public static class FeatureHash
{
    private const uint Prime = 16777619;
    private const uint Offset = 2166136261;

    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var c in text)
        {
            hash = (hash ^ (c & 0xFFu)) * Prime;
            hash = (hash ^ ((uint)c >> 8)) * Prime;
        }

        return Stirred(hash);
    }

    /// <summary>The two in this order: "not bad" isn't "bad not".</summary>
    public static uint Of(uint first, uint second) => Stirred((((first * Prime) ^ (second >> 16)) * Prime) ^ second);

    private static uint Stirred(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x7feb352d;
        hash ^= hash >> 15;
        hash *= 0x846ca68b;
        return hash ^ (hash >> 16);
    }
}
