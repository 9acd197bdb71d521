namespace FeedbackBot.Wards;

/// <summary>Several wards in words, as short as a title or sentence wants them.</summary>
public static class WardNames
{
    private const int Most = 3;

    /// <summary>"Ward 7", "Ward 7 and X-ray", "Royal Infirmary" where they are all of a site's, else "12 wards".</summary>
    public static string Of(IReadOnlyList<string> wardIds, Organisation organisation)
    {
        var settings = organisation.Now;
        if (wardIds.Count > 1 && settings.Find(wardIds[0])?.Site is { } site && settings.WardsOf(site).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(wardIds))
        {
            return site.Name;
        }

        return wardIds.Count switch
        {
            1 => organisation.NameOf(wardIds[0]),
            <= Most => $"{string.Join(", ", wardIds.SkipLast(1).Select(organisation.NameOf))} and {organisation.NameOf(wardIds[^1])}",
            _ => $"{wardIds.Count} wards",
        };
    }
}
