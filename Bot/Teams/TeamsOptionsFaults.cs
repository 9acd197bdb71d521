using FeedbackBot.Teams.Tokens;

namespace FeedbackBot.Teams;

/// <summary>Every fault in the setting <c>Teams</c>, each naming the setting, its value (unless it's the secret) and the cure.</summary>
public static class TeamsOptionsFaults
{
    /// <returns>One sentence or two per fault; empty when the settings are whole, and in local mode, which uses none of them.</returns>
    public static IReadOnlyList<string> Of(TeamsOptions options) => options.IsLocal
        ? []
        : [.. OfIds(options), .. OfCredential(options), .. OfMicrosoft(options), .. OfServices(options)];

    private static IEnumerable<string> OfIds(TeamsOptions options)
    {
        if (!IsId(options.AppId))
        {
            yield return $"Teams:AppId is '{options.AppId}', which isn't a GUID. Copy the application (client) id of the bot's app registration, or remove it for local mode.";
        }

        if (string.IsNullOrWhiteSpace(options.TenantId))
        {
            yield return "Teams:TenantId is missing. Set it to the directory (tenant) id of your organisation: the bot serves that one only.";
        }
        else if (!IsId(options.TenantId))
        {
            yield return $"Teams:TenantId is '{options.TenantId}', which isn't a GUID. Copy the directory (tenant) id from Entra; a domain name doesn't do, since Teams sends the id.";
        }
    }

    private static IEnumerable<string> OfCredential(TeamsOptions options)
    {
        var given = new[]
        {
            (Setting: "Teams:ClientSecret", Value: options.ClientSecret),
            (Setting: "Teams:CertificatePath", Value: options.CertificatePath),
            (Setting: "Teams:ManagedIdentityClientId", Value: options.ManagedIdentityClientId),
        }.Where(c => !string.IsNullOrWhiteSpace(c.Value)).Select(c => c.Setting).ToList();
        if (given.Count == 0)
        {
            yield return "Teams:AppId is set, but nothing to prove it with. Set one of Teams:ClientSecret, Teams:CertificatePath and Teams:ManagedIdentityClientId.";
        }
        else if (given.Count > 1)
        {
            yield return $"{SettingNames.Are(given)} set. Keep one of them: the bot can't know which one is meant.";
        }

        if (!string.IsNullOrWhiteSpace(options.CertificatePath) && BotCertificate.FaultOf(options.CertificatePath) is { } fault)
        {
            yield return $"Teams:CertificatePath is '{options.CertificatePath}': {fault}";
        }

        if (!string.IsNullOrWhiteSpace(options.ManagedIdentityClientId) && !IsId(options.ManagedIdentityClientId))
        {
            yield return $"Teams:ManagedIdentityClientId is '{options.ManagedIdentityClientId}', which isn't a GUID. Copy the client id of the user-assigned managed identity.";
        }
    }

    private static IEnumerable<string> OfMicrosoft(TeamsOptions options)
    {
        var defaults = new TeamsOptions();
        foreach (var (setting, value, usual) in new[]
        {
            ("Teams:OpenIdMetadataUrl", options.OpenIdMetadataUrl, defaults.OpenIdMetadataUrl),
            ("Teams:LoginUrl", options.LoginUrl, defaults.LoginUrl),
        })
        {
            if (!IsSafe(value))
            {
                yield return $"{setting} is '{value}', which isn't an https URL (http is for loopback only). Use {usual}, or leave it out.";
            }
        }
    }

    private static IEnumerable<string> OfServices(TeamsOptions options)
    {
        for (var i = 0; i < options.AllowedServiceUrls.Count; i++)
        {
            var value = options.AllowedServiceUrls[i];
            if (!IsSafe(value))
            {
                yield return $"Teams:AllowedServiceUrls:{i} is '{value}', which isn't an https URL (http is for loopback only). Use one such as https://smba.infra.gcc.teams.microsoft.com/teams, or remove it.";
            }
            else if (ServiceHosts.IsAnybodys(new Uri(value)))
            {
                yield return $"Teams:AllowedServiceUrls:{i} is '{value}'. Names under trafficmanager.net belong to anyone who asks, and the bot would send its token there. Remove it: {ServiceHosts.Teams} is allowed anyway.";
            }
        }
    }

    private static bool IsId(string? value) => Guid.TryParseExact(value?.Trim(), "D", out _);

    private static bool IsSafe(string? value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.UserInfo.Length == 0 && url.Query.Length == 0 && url.Fragment.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
