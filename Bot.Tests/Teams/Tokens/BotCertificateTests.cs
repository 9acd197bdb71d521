using FeedbackBot.Teams.Tokens;

namespace FeedbackBot.Tests.Teams.Tokens;

public sealed class BotCertificateTests : IDisposable
{
    private readonly CertificateFiles _files = new();

    [Theory]
    [InlineData("bot.pfx")]
    [InlineData("bot.pem")]
    public void A_file_with_certificate_and_private_key_is_whole(string name)
    {
        using var certificate = BotCertificate.Load(_files.Path(name));

        Assert.Null(BotCertificate.FaultOf(_files.Path(name)));
        Assert.Equal(_files.Thumbprint, certificate.Thumbprint);
        Assert.True(certificate.HasPrivateKey);
    }

    [Theory]
    [InlineData("missing.pfx", "no such file")]
    [InlineData("nowhere/bot.pem", "no such file")]
    [InlineData("public.pem", "nor a PEM file with a certificate and its private key")]
    [InlineData("public.pfx", "no RSA private key")]
    [InlineData("locked.pfx", "isn't a PFX without a password")]
    [InlineData("curve.pem", "no RSA private key")]
    [InlineData("garbage.pfx", "isn't a PFX without a password")]
    [InlineData(".", "can't be read")]
    public void A_file_that_does_not_do_says_why(string name, string why) =>
        Assert.Contains(why, BotCertificate.FaultOf(_files.Path(name)), StringComparison.Ordinal);

    public void Dispose() => _files.Dispose();
}
