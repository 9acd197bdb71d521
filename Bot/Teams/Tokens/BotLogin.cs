using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace FeedbackBot.Teams.Tokens;

/// <summary>Asks Microsoft's login for the bot's token with whichever credential is set; MSAL keeps it and renews it before its end.</summary>
public sealed class BotLogin : IDisposable
{
    private const string Audience = "https://api.botframework.com";

    private readonly LoginHttp _http;
    private readonly IConfidentialClientApplication? _app;
    private readonly IManagedIdentityApplication? _identity;

    /// <param name="options">Without faults.</param>
    public BotLogin(TeamsOptions options)
    {
        _http = new LoginHttp(options.LoginUrl);
        if (!string.IsNullOrWhiteSpace(options.ManagedIdentityClientId))
        {
            _identity = ManagedIdentityApplicationBuilder
                .Create(ManagedIdentityId.WithUserAssignedClientId(options.ManagedIdentityClientId.Trim()))
                .WithHttpClientFactory(_http)
                .Build();
            return;
        }

        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId!.Trim())
            .WithAuthority(new Uri(_http.Authority, options.TenantId!.Trim()), validateAuthority: false)
            // It would ask another host of Microsoft's who the login is: the setting says so already.
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(_http);
        _app = (string.IsNullOrWhiteSpace(options.CertificatePath)
            ? builder.WithClientSecret(options.ClientSecret!.Trim())
            : builder.WithCertificate(BotCertificate.Load(options.CertificatePath))).Build();
    }

    /// <param name="anew">Even when MSAL has one.</param>
    /// <exception cref="MsalException">The login gives none.</exception>
    public async Task<string> AskAsync(bool anew, CancellationToken cancellationToken)
    {
        var result = _identity is not null
            ? await _identity.AcquireTokenForManagedIdentity(Audience).WithForceRefresh(anew).ExecuteAsync(cancellationToken)
            : await _app!.AcquireTokenForClient([$"{Audience}/.default"]).WithForceRefresh(anew).ExecuteAsync(cancellationToken);
        return result.AccessToken;
    }

    public void Dispose() => _http.Dispose();
}
