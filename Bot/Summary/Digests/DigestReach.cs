using FeedbackBot.Wards;

namespace FeedbackBot.Summary.Digests;

/// <summary>The wards that a person's digest is about.</summary>
/// <param name="WardIds">Null for all.</param>
public sealed record DigestReach(IReadOnlyList<string>? WardIds)
{
    /// <returns>Null for who gets no digest: neither a boss nor somebody who looks after the bot.</returns>
    public static DigestReach? Of(string personId, Organisation organisation)
    {
        if (organisation.IsBoss(personId) || organisation.IsAdmin(personId))
        {
            return new DigestReach(WardIds: null);
        }

        var own = organisation.Wards.Where(w => organisation.IsBossOf(personId, w.Id)).Select(w => w.Id).ToList();
        return own.Count == 0 ? null : new DigestReach(own);
    }
}
