using FeedbackBot.Teams;
using FeedbackBot.Teams.Tokens;

namespace FeedbackBot.Tests.Teams.Tokens;

public sealed class TokenFaultsTests
{
    [Theory]
    [InlineData("AADSTS7000215: Invalid client secret", "Teams:ClientSecret isn't a secret of this app")]
    [InlineData("AADSTS7000222: expired", "Teams:ClientSecret has expired")]
    [InlineData("AADSTS700027: The certificate is not registered", "Teams:CertificatePath")]
    [InlineData("AADSTS700016: Application not found", "Teams:AppId isn't known in the tenant of Teams:TenantId")]
    [InlineData("AADSTS90002: Tenant not found", "the tenant of Teams:TenantId isn't known")]
    [InlineData("AADSTS7000112: disabled", "the app of Teams:AppId is disabled")]
    [InlineData("AADSTS53003: blocked by Conditional Access", "the login says AADSTS53003")]
    [InlineData("something with the s3cret in it", "the login says invalid_client")]
    public void What_the_login_says_becomes_the_setting_that_cures_it(string words, string expected)
    {
        var fault = TokenFaults.Of(new TeamsOptions { AppId = Knock.AppId, ClientSecret = "s3cret" }, "invalid_client", words);

        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_without_managed_identities_is_told_so() => Assert.Contains(
        "works on Azure only",
        TokenFaults.Of(new TeamsOptions { AppId = Knock.AppId, ManagedIdentityClientId = Knock.AppId }, null, null),
        StringComparison.Ordinal);
}
