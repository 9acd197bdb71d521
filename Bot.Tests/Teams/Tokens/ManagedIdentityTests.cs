using FeedbackBot.Deliver;
using Microsoft.AspNetCore.Http;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>A token without a secret: from the identity service that an Azure host has. The environment says where it is, so these run one after another.</summary>
public sealed class ManagedIdentityTests : IDisposable
{
    private const string Endpoint = "IDENTITY_ENDPOINT";
    private const string Header = "IDENTITY_HEADER";

    [Fact]
    public async Task A_managed_identity_gets_a_token_for_Teams()
    {
        var identity = Guid.NewGuid().ToString();
        await using var outbound = await Outbound.Start(o => (o.ClientSecret, o.ManagedIdentityClientId) = (null, identity));
        Environment.SetEnvironmentVariable(Endpoint, outbound.Login.Url + "/msi/token");
        Environment.SetEnvironmentVariable(Header, "header");

        Assert.IsType<SendVerdict.Delivered>(await outbound.Send());
        Assert.IsType<SendVerdict.Delivered>(await outbound.Send());

        Assert.Equal(["Bearer token-1", "Bearer token-1"], outbound.Connector.Authorizations);
        var asked = Assert.Single(outbound.Login.Forms);
        Assert.Equal(("https://api.botframework.com", identity), (asked["resource"], asked["client_id"]));
    }

    [Fact]
    public async Task An_identity_that_the_host_does_not_have_is_named()
    {
        var identity = Guid.NewGuid().ToString();
        await using var outbound = await Outbound.Start(o => (o.ClientSecret, o.ManagedIdentityClientId) = (null, identity));
        Environment.SetEnvironmentVariable(Endpoint, outbound.Login.Url + "/msi/token");
        Environment.SetEnvironmentVariable(Header, "header");
        outbound.Login.Refusal = Results.Json(new { statusCode = 400, message = "No User Assigned Managed Identity found." }, statusCode: 400);

        var later = Assert.IsType<SendVerdict.RetryAfter>(await outbound.Send());

        Assert.Contains($"Teams:ManagedIdentityClientId ({identity})", later.Why, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Endpoint, null);
        Environment.SetEnvironmentVariable(Header, null);
    }
}
