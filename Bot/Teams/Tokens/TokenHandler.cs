using System.Net;
using System.Net.Http.Headers;

namespace FeedbackBot.Teams.Tokens;

/// <summary>The last thing before the wire: lets requests out to allowed hosts only, and gives them the bot's token.</summary>
/// <param name="token">Null in local mode, which has none.</param>
public sealed class TokenHandler(ServiceHosts hosts, BotToken? token) : DelegatingHandler(new SocketsHttpHandler
{
    // Neither token nor card goes where an answer points to.
    AllowAutoRedirect = false,
    UseCookies = false,
    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
})
{
    /// <exception cref="ForeignHostException">The host isn't allowed; nothing was sent.</exception>
    /// <exception cref="TokenException">There is no token; nothing was sent.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } url || !hosts.Allows(url))
        {
            throw new ForeignHostException($"Nothing is sent to '{request.RequestUri?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}': {hosts.Cure}");
        }

        if (token is null)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var bearer = await token.GetAsync(cancellationToken);
        var response = await SendAsync(request, bearer, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || await token.RenewAsync(bearer, cancellationToken) is not { } renewed)
        {
            return response;
        }

        response.Dispose();
        return await SendAsync(request, renewed, cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string bearer, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return base.SendAsync(request, cancellationToken);
    }
}
