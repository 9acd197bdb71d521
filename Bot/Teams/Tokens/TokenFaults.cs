using System.Text.RegularExpressions;

namespace FeedbackBot.Teams.Tokens;

/// <summary>What Microsoft's login means when it gives no token, and which setting cures it. Pure.</summary>
public static partial class TokenFaults
{
    /// <param name="error">OAuth's code or MSAL's; null when the login couldn't be reached.</param>
    /// <param name="words">What came with it: only its AADSTS number is kept, since the rest may hold anything.</param>
    public static string Of(TeamsOptions options, string? error, string? words)
    {
        var number = Number().Match(words ?? "");
        var code = number.Success ? number.Value : error;
        var cure = number.Success ? Cure(number.Value) : null;
        return (code, options.ManagedIdentityClientId) switch
        {
            (null, null or "") => $"the login at {options.LoginUrl} (Teams:LoginUrl) can't be reached",
            (null, _) => "this machine's managed identity service can't be reached; Teams:ManagedIdentityClientId works on Azure only",
            (_, null or "") => $"the login says {code}{(cure is null ? "" : $": {cure}")}",
            _ => $"the managed identity service says {code}: see that the identity of Teams:ManagedIdentityClientId ({options.ManagedIdentityClientId}) is assigned to this host",
        };
    }

    /// <summary>Microsoft's numbers: learn.microsoft.com, "Microsoft Entra authentication and authorization error codes".</summary>
    private static string? Cure(string number) => number switch
    {
        "AADSTS7000215" => "Teams:ClientSecret isn't a secret of this app. Copy the secret's value, not its id",
        "AADSTS7000222" => "Teams:ClientSecret has expired. Make a new one",
        "AADSTS700027" => "the certificate of Teams:CertificatePath isn't one of this app's, or has expired. Upload it to the app registration",
        "AADSTS700016" => "the app of Teams:AppId isn't known in the tenant of Teams:TenantId. Check both",
        "AADSTS90002" or "AADSTS900023" => "the tenant of Teams:TenantId isn't known",
        "AADSTS7000112" => "the app of Teams:AppId is disabled. An administrator can enable it",
        _ => null,
    };

    [GeneratedRegex(@"AADSTS\d+")]
    private static partial Regex Number();
}
