using System.Net.Http.Headers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FeedbackBot.Teams.Tokens;

/// <summary>Lets in what Microsoft signed for this bot, this service and this organisation (facts-teams.md, Tokens). Nothing turns it off.</summary>
public sealed class SignedDoorkeeper(SigningKeys keys, ServiceHosts hosts, TeamsOptions options, TimeProvider clock) : IDoorkeeper
{
    private readonly JsonWebTokenHandler _handler = new();
    private readonly string _appId = options.AppId!.Trim();
    private readonly string _tenantId = options.TenantId!.Trim();

    public async ValueTask<(Pass? Pass, Refusal? Refusal)> LookAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is not [{ } header]
            || !AuthenticationHeaderValue.TryParse(header, out var credential)
            || !credential.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            || string.IsNullOrWhiteSpace(credential.Parameter))
        {
            return (null, new Refusal(StatusCodes.Status401Unauthorized, "It came without a token."));
        }

        var (token, fault) = TeamsToken.Read(credential.Parameter, _appId, clock.GetUtcNow());
        if (token is null)
        {
            return (null, Forbidden(fault!));
        }

        var (key, isCertain) = await keys.FindAsync(token.KeyId, cancellationToken);
        if (key is null)
        {
            return (null, isCertain
                ? Forbidden("The token is signed with a key that isn't Microsoft's.")
                : new Refusal(StatusCodes.Status503ServiceUnavailable, "Microsoft's keys aren't known at the moment."));
        }

        var checkedToken = await _handler.ValidateTokenAsync(credential.Parameter, Demands(key));
        return checkedToken.IsValid
            ? (new Pass(token.ServiceUrl, key.Endorsements), null)
            : (null, Forbidden("The token's signature doesn't hold."));
    }

    public Refusal? Check(Pass pass, Activity activity)
    {
        var fault = activity.BotChannel is not { } channel || !pass.Endorsements.Contains(channel) ? "The token's key may not speak for the activity's channelId."
            : !IsSame(pass.ServiceUrl, activity.ServiceUrl) ? "The activity's serviceUrl isn't the token's."
            : !hosts.Allows(new Uri(activity.ServiceUrl)) ? $"Its serviceUrl is refused: {hosts.Cure}."
            : !string.Equals(activity.TenantId, _tenantId, StringComparison.OrdinalIgnoreCase) ? $"It is from another tenant than Teams:TenantId ({_tenantId})."
            : null;
        return fault is null ? null : Forbidden(fault);
    }

    /// <summary>The same place on the web: case counts in the path only, and a slash at its end doesn't.</summary>
    private static bool IsSame(string claimed, string named) => Uri.TryCreate(claimed, UriKind.Absolute, out var one)
        && Uri.TryCreate(named, UriKind.Absolute, out var other)
        && one.AbsoluteUri.TrimEnd('/') == other.AbsoluteUri.TrimEnd('/');

    private static Refusal Forbidden(string why) => new(StatusCodes.Status403Forbidden, why);

    /// <summary>The signature; and once more what <see cref="TeamsToken"/> has read, by the library's own eyes.</summary>
    private TokenValidationParameters Demands(SigningKey key) => new()
    {
        ValidAlgorithms = [TeamsToken.Algorithm],
        IssuerSigningKey = key.Key,
        ValidateIssuerSigningKey = true,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        ValidIssuer = TeamsToken.Issuer,
        AudienceValidator = (audiences, _, _) => audiences.All(a => string.Equals(a, _appId, StringComparison.OrdinalIgnoreCase)),
        RequireExpirationTime = true,
        // The library's clock is the machine's, which no test can set; TeamsToken has looked at the times.
        ValidateLifetime = false,
    };
}
