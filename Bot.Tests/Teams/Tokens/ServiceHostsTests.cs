using FeedbackBot.Deliver;
using FeedbackBot.Teams;
using FeedbackBot.Teams.Tokens;
using Microsoft.AspNetCore.Http;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>Where the bot sends its token and its cards, and where it doesn't.</summary>
public sealed class ServiceHostsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/", true)]
    [InlineData("https://SMBA.trafficmanager.net:443/emea", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/teams", true)]
    [InlineData("https://teams.example/bot/v3", true)]
    [InlineData("http://smba.trafficmanager.net/teams/", false)]
    [InlineData("https://smba.trafficmanager.net:444/teams/", false)]
    [InlineData("https://evil.trafficmanager.net/teams/", false)]
    [InlineData("https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://x@smba.trafficmanager.net/", false)]
    [InlineData("https://evil.example/https://smba.trafficmanager.net/", false)]
    [InlineData("https://xsmba.trafficmanager.net/", false)]
    [InlineData("https://teams.example:8443/", false)]
    [InlineData("http://127.0.0.1/", false)]
    public void Only_Teams_and_what_an_operator_allows_is_spoken_with(string url, bool isAllowed)
    {
        var options = new TeamsOptions { AppId = Knock.AppId };
        options.AllowedServiceUrls.Add("https://teams.example/bot");

        Assert.Equal(isAllowed, ServiceHosts.Of(options).Allows(new Uri(url)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/local/connector", true)]
    [InlineData("http://localhost/", true)]
    [InlineData("http://[::1]:80/", true)]
    [InlineData("https://smba.trafficmanager.net/teams/", false)]
    [InlineData("http://evil.localhost/", false)]
    [InlineData("http://127.0.0.1.evil.example/", false)]
    public void Local_mode_speaks_with_this_machine_only(string url, bool isAllowed) =>
        Assert.Equal(isAllowed, ServiceHosts.Of(new TeamsOptions()).Allows(new Uri(url)));

    [Fact]
    public async Task Nothing_goes_to_a_foreign_host()
    {
        await using var outbound = await Outbound.Start();

        var verdict = Assert.IsType<SendVerdict.GiveUp>(await outbound.Send(outbound.Foreign.Url));
        await Assert.ThrowsAsync<ForeignHostException>(() => outbound.Client.MembersAsync(outbound.Foreign.Url, "19:ward7@thread.tacv2", CancellationToken.None));

        Assert.Equal(GiveUpReason.Refused, verdict.Reason);
        Assert.Contains($"'{outbound.Foreign.Url[..^7]}'", verdict.Why, StringComparison.Ordinal);
        Assert.Contains("Teams:AllowedServiceUrls", verdict.Why, StringComparison.Ordinal);
        Assert.Empty(outbound.Foreign.Authorizations);
        Assert.Equal(0, outbound.Login.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_points_elsewhere_is_not_followed()
    {
        await using var outbound = await Outbound.Start();
        outbound.Connector.Answer = _ => Results.Redirect(outbound.Foreign.Url, permanent: false, preserveMethod: true);

        Assert.Equal(new SendVerdict.GiveUp(GiveUpReason.Refused, "Teams answered 307"), await outbound.Send());

        Assert.Empty(outbound.Foreign.Authorizations);
    }

    [Fact]
    public async Task Local_mode_has_no_token_and_refuses_the_real_Teams()
    {
        await using var outbound = await Outbound.Start(o => o.AppId = null);

        Assert.IsType<SendVerdict.Delivered>(await outbound.Send());
        var verdict = Assert.IsType<SendVerdict.GiveUp>(await outbound.Send("https://smba.trafficmanager.net/teams/"));

        Assert.Equal([""], outbound.Connector.Authorizations);
        Assert.Contains("local mode speaks with loopback addresses only", verdict.Why, StringComparison.Ordinal);
        Assert.Equal(0, outbound.Login.Requests.Count);
    }
}
