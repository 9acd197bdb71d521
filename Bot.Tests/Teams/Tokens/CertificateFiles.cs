using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>Certificates in all the shapes that an operator may have, good and bad, in a folder of their own.</summary>
internal sealed class CertificateFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedbackbot-certificates-");

    public CertificateFiles()
    {
        var (from, until) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=FeedbackBot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(from, until);
        using var bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        using var curveKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var curve = new CertificateRequest("CN=FeedbackBot", curveKey, HashAlgorithmName.SHA256).CreateSelfSigned(from, until);
        Thumbprint = certificate.Thumbprint;
        File.WriteAllBytes(Path("bot.pfx"), certificate.Export(X509ContentType.Pfx));
        File.WriteAllText(Path("bot.pem"), certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        File.WriteAllText(Path("public.pem"), certificate.ExportCertificatePem());
        File.WriteAllBytes(Path("public.pfx"), bare.Export(X509ContentType.Pfx));
        File.WriteAllBytes(Path("locked.pfx"), certificate.Export(X509ContentType.Pfx, "a password"));
        File.WriteAllText(Path("curve.pem"), curve.ExportCertificatePem() + "\n" + curveKey.ExportPkcs8PrivateKeyPem() + "\n");
        File.WriteAllText(Path("garbage.pfx"), "not a certificate");
    }

    public string Thumbprint { get; }

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
