namespace FeedbackBot.Wards;

/// <summary>Ids of people that can't be anybody's: the bot would start, and everything to that person would fail without a word.</summary>
public static class PeopleFaults
{
    private const string Cure = "Copy the Object ID from the person's page in Entra";

    public static IEnumerable<string> Of(OrganisationOptions options) => All(options).Select(p => p.Id.Trim() switch
    {
        "" => $"{p.Setting} is empty. {Cure}, or remove the entry.",
        var id when !IsUsable(id, options.IsInTenant) => $"{p.Setting} is '{id}', which is no Entra object id. {Cure}.",
        _ => null,
    }).OfType<string>();

    private static IEnumerable<(string Setting, string Id)> All(OrganisationOptions options) =>
    [
        .. Listed("People:Bosses", options.Bosses),
        .. Listed("People:Admins", options.Admins),
        .. string.IsNullOrWhiteSpace(options.Lead) ? Array.Empty<(string, string)>() : [("People:Lead", options.Lead)],
        .. Listed("People:Deputies", options.Deputies),
        .. options.Sites.SelectMany((s, i) => Listed($"Sites:{i}:Bosses", s.Bosses)),
        .. options.Wards.SelectMany((w, i) => Listed($"Wards:{i}:Fixers", w.Fixers).Concat(Listed($"Wards:{i}:Bosses", w.Bosses))),
    ];

    private static IEnumerable<(string Setting, string Id)> Listed(string setting, IEnumerable<string> ids) => ids.Select((id, i) => ($"{setting}:{i}", id));

    private static bool IsUsable(string id, bool isInTenant) =>
        isInTenant ? Guid.TryParseExact(id, "D", out _) : !id.Any(c => c == '@' || char.IsWhiteSpace(c));
}
