using Microsoft.Identity.Client;

namespace FeedbackBot.Teams.Tokens;

/// <summary>How MSAL reaches the login. MSAL knows https only, so a login on loopback is named https to it and http here.</summary>
internal sealed class LoginHttp : DelegatingHandler, IMsalHttpClientFactory
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _login;
    private readonly HttpClient _http;

    public LoginHttp(string login)
        // A redirect would carry the secret elsewhere.
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        _login = login.TrimEnd('/');
        Authority = new UriBuilder(new Uri(_login).GetLeftPart(UriPartial.Authority)) { Scheme = Uri.UriSchemeHttps, Port = new Uri(_login).Port }.Uri;
        _http = new HttpClient(this, disposeHandler: false) { Timeout = Patience };
    }

    /// <summary>The login's name as MSAL must know it.</summary>
    public Uri Authority { get; }

    public HttpClient GetHttpClient() => _http;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { } url && Uri.Compare(url, Authority, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0)
        {
            request.RequestUri = new Uri(_login + url.PathAndQuery);
        }

        return base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _http.Dispose();
        }

        base.Dispose(disposing);
    }
}
