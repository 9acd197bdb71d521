using FeedbackBot.Teams;
using Microsoft.Extensions.Configuration;

namespace FeedbackBot.Tests.Teams;

public sealed class TeamsOptionsTests
{
    public static TheoryData<string, Action<TeamsOptions>, string> Faults => new()
    {
        { "an app id that is none", o => o.AppId = "feedbackbot", "Teams:AppId is 'feedbackbot', which isn't a GUID" },
        { "no tenant", o => o.TenantId = " ", "Teams:TenantId is missing" },
        { "a tenant by its domain", o => o.TenantId = "oswin.example", "Teams:TenantId is 'oswin.example', which isn't a GUID" },
        { "no credential", o => o.ClientSecret = "", "nothing to prove it with" },
        { "two credentials", o => o.ManagedIdentityClientId = Guid.NewGuid().ToString(), "Teams:ClientSecret and Teams:ManagedIdentityClientId are both set" },
        { "an identity by its name", o => { o.ClientSecret = null; o.ManagedIdentityClientId = "bot-identity"; }, "Teams:ManagedIdentityClientId is 'bot-identity'" },
        { "a certificate that isn't there", o => { o.ClientSecret = null; o.CertificatePath = "nowhere/bot.pfx"; }, "Teams:CertificatePath is 'nowhere/bot.pfx': there is no such file" },
        { "metadata without https", o => o.OpenIdMetadataUrl = "http://login.example/keys", "Teams:OpenIdMetadataUrl is 'http://login.example/keys'" },
        { "a login that is no address", o => o.LoginUrl = "login.microsoftonline.com", "Teams:LoginUrl is 'login.microsoftonline.com'" },
        { "a service without https", o => o.AllowedServiceUrls.Add("http://teams.example"), "Teams:AllowedServiceUrls:0 is 'http://teams.example'" },
        { "a service with a password in it", o => o.AllowedServiceUrls.Add("https://smba.trafficmanager.net:x@evil.example"), "Teams:AllowedServiceUrls:0" },
        { "a service that anyone can have", o => o.AllowedServiceUrls.Add("https://evil.trafficmanager.net/teams"), "Names under trafficmanager.net belong to anyone" },
        { "another port of Teams' own", o => o.AllowedServiceUrls.Add("https://smba.trafficmanager.net:8443"), "Names under trafficmanager.net belong to anyone" },
        { "trafficmanager itself, in capitals and with a dot", o => o.AllowedServiceUrls.Add("https://EVIL.TrafficManager.Net./"), "Names under trafficmanager.net belong to anyone" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_names_its_setting_and_its_cure(string what, Action<TeamsOptions> spoil, string message)
    {
        Assert.NotNull(what);
        var options = Whole();
        spoil(options);

        Assert.Contains(message, Assert.Single(TeamsOptionsFaults.Of(options)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_in_one_message_that_does_not_show_the_secret()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Teams:AppId"] = "bot",
            ["Teams:ClientSecret"] = "s3cret",
            ["Teams:ManagedIdentityClientId"] = "bot-identity",
            ["Teams:LoginUrl"] = "ftp://login",
            ["Teams:AllowedServiceUrls:0"] = "teams",
        }).Build();

        var message = Assert.Throws<SettingsException>(() => SettingsException.ThrowIfAny(settings)).Message;

        foreach (var setting in new[] { "AppId", "TenantId", "ClientSecret and Teams:ManagedIdentityClientId", "ManagedIdentityClientId is", "LoginUrl", "AllowedServiceUrls:0" })
        {
            Assert.Contains($"Teams:{setting}", message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("s3cret", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_settings_have_no_fault_and_neither_has_local_mode()
    {
        var options = Whole();
        options.LoginUrl = "http://127.0.0.1:8123";
        options.AllowedServiceUrls.Add("http://localhost:8124/local/connector");

        Assert.Empty(TeamsOptionsFaults.Of(options));
        Assert.Empty(TeamsOptionsFaults.Of(new TeamsOptions { ClientSecret = "left over" }));
    }

    [Fact]
    public void The_secret_does_not_print() => Assert.DoesNotContain("s3cret", Whole().ToString(), StringComparison.Ordinal);

    private static TeamsOptions Whole() => new()
    {
        AppId = "5a1c0f60-1111-4222-8333-944445555666",
        TenantId = "6b2d1a71-1111-4222-8333-944445555666",
        ClientSecret = "s3cret",
    };
}
