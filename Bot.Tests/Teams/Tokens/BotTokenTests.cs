using System.Security.Cryptography.X509Certificates;
using FeedbackBot.Deliver;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>How the bot comes by its token, and what happens when it doesn't.</summary>
public sealed class BotTokenTests
{
    [Fact]
    public async Task Many_sends_at_once_ask_the_login_once()
    {
        await using var outbound = await Outbound.Start();

        var verdicts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => outbound.Send()));

        Assert.All(verdicts, v => Assert.IsType<SendVerdict.Delivered>(v));
        Assert.All(outbound.Connector.Authorizations, a => Assert.Equal("Bearer token-1", a));
        var form = Assert.Single(outbound.Login.Forms);
        Assert.Equal(("client_credentials", "https://api.botframework.com/.default"), (form["grant_type"], form["scope"]));
        Assert.Equal((Knock.AppId, "s3cret~value"), (form["client_id"], form["client_secret"]));
    }

    [Fact]
    public async Task A_token_is_renewed_before_its_end()
    {
        await using var outbound = await Outbound.Start();
        outbound.Login.ExpiresIn = 240;

        await outbound.Send();
        await outbound.Send();

        Assert.Equal(["Bearer token-1", "Bearer token-2"], outbound.Connector.Authorizations);
    }

    [Theory]
    [InlineData("bot.pfx")]
    [InlineData("bot.pem")]
    public async Task A_certificate_signs_an_assertion_that_the_login_can_check(string file)
    {
        using var files = new CertificateFiles();
        await using var outbound = await Outbound.Start(o => (o.ClientSecret, o.CertificatePath) = (null, files.Path(file)));

        Assert.IsType<SendVerdict.Delivered>(await outbound.Send());

        var form = Assert.Single(outbound.Login.Forms);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.False(form.ContainsKey("client_secret"));
        using var certificate = X509CertificateLoader.LoadCertificate(X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(files.Path("public.pem"))).RawData);
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(form["client_assertion"], new TokenValidationParameters
        {
            IssuerSigningKey = new X509SecurityKey(certificate),
            ValidIssuer = Knock.AppId,
            AudienceValidator = (audiences, _, _) => audiences.Single().EndsWith($"/{Knock.TenantId}/oauth2/v2.0/token", StringComparison.Ordinal),
        });
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal(Knock.AppId, result.Claims["sub"]);
    }

    [Fact]
    public async Task A_wrong_secret_waits_and_names_its_setting_once_and_never_itself()
    {
        await using var outbound = await Outbound.Start();
        outbound.Login.Refusal = FakeLogin.Says("invalid_client", "AADSTS7000215: Invalid client secret provided: 's3cret~value'.");

        var verdicts = new[] { await outbound.Send(), await outbound.Send(), await outbound.Send() };

        Assert.All(verdicts, v =>
        {
            var later = Assert.IsType<SendVerdict.RetryAfter>(v);
            Assert.Contains("AADSTS7000215: Teams:ClientSecret isn't a secret of this app", later.Why, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cret", later.Why, StringComparison.Ordinal);
        });
        Assert.Equal(1, outbound.Login.Requests.Count);
        Assert.Single(outbound.Logs.Of(5040));
        Assert.DoesNotContain(outbound.Logs.Lines, l => l.Words.Contains("s3cret", StringComparison.Ordinal));
        Assert.Empty(outbound.Connector.Authorizations);

        outbound.Login.Refusal = null;
        outbound.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<SendVerdict.Delivered>(await outbound.Send());
        Assert.Single(outbound.Logs.Of(5041));
    }

    [Fact]
    public async Task Another_cause_is_another_line()
    {
        await using var outbound = await Outbound.Start();
        outbound.Login.Refusal = FakeLogin.Says("invalid_client", "AADSTS7000222: The provided client secret keys are expired.");
        await outbound.Send();
        outbound.Clock.Advance(TimeSpan.FromSeconds(5));
        outbound.Login.Refusal = FakeLogin.Says("unauthorized_client", "AADSTS700016: Application was not found in the directory.", 400);
        await outbound.Send();
        outbound.Clock.Advance(TimeSpan.FromSeconds(5));
        await outbound.Send();

        Assert.Collection(
            outbound.Logs.Of(5040),
            l => Assert.Contains("Teams:ClientSecret has expired", l, StringComparison.Ordinal),
            l => Assert.Contains("isn't known in the tenant of Teams:TenantId", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_login_that_is_away_is_named()
    {
        await using var outbound = await Outbound.Start(o => o.LoginUrl = "http://127.0.0.1:1");

        var later = Assert.IsType<SendVerdict.RetryAfter>(await outbound.Send());

        Assert.Contains("http://127.0.0.1:1 (Teams:LoginUrl) can't be reached", later.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_that_is_busy_is_left_alone_for_as_long_as_it_asks()
    {
        await using var outbound = await Outbound.Start();
        outbound.Login.Refusal = new Busy();
        await outbound.Send();
        outbound.Login.Refusal = null;
        outbound.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.IsType<SendVerdict.RetryAfter>(await outbound.Send());
        Assert.Equal(1, outbound.Login.Requests.Count);
    }

    [Fact]
    public async Task A_login_that_points_elsewhere_is_not_followed()
    {
        await using var outbound = await Outbound.Start();
        outbound.Login.Refusal = Results.Redirect(outbound.Foreign.Url, permanent: false, preserveMethod: true);

        Assert.IsType<SendVerdict.RetryAfter>(await outbound.Send());

        Assert.Empty(outbound.Foreign.Authorizations);
    }

    [Fact]
    public async Task A_token_that_Teams_refuses_is_dropped_once()
    {
        await using var outbound = await Outbound.Start();
        outbound.Connector.Answer = token => token == "Bearer token-1" ? Results.Unauthorized() : null;

        Assert.IsType<SendVerdict.Delivered>(await outbound.Send());
        Assert.IsType<SendVerdict.Delivered>(await outbound.Send());

        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-2"], outbound.Connector.Authorizations);
    }

    [Fact]
    public async Task A_bot_that_Teams_does_not_know_gives_up_and_leaves_the_login_alone()
    {
        await using var outbound = await Outbound.Start();
        outbound.Connector.Answer = _ => Results.Json(new { error = new { code = "BotNotRegistered" } }, statusCode: 401);

        var verdicts = new[] { await outbound.Send(), await outbound.Send(), await outbound.Send() };

        Assert.All(verdicts, v => Assert.Equal(new SendVerdict.GiveUp(GiveUpReason.Refused, "Teams answered 401 BotNotRegistered"), v));
        Assert.Equal((2, 4), (outbound.Login.Requests.Count, outbound.Connector.Authorizations.Count));
    }

    /// <summary>429, for a minute.</summary>
    private sealed class Busy : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = "60";
            return FakeLogin.Says("temporarily_unavailable", "AADSTS90055: too many requests.", 429).ExecuteAsync(httpContext);
        }
    }
}
