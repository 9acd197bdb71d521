using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FeedbackBot.Teams.Tokens;

/// <summary>The certificate of <c>Teams:CertificatePath</c>: a PFX without a password, or a PEM file with the private key in it.</summary>
public static class BotCertificate
{
    /// <returns>What is wrong with the file and what to do, or null.</returns>
    public static string? FaultOf(string path)
    {
        try
        {
            using var certificate = Load(path);
            using var key = certificate.GetRSAPrivateKey();
            return key is null ? "it has no RSA private key in it. Export the certificate with its private key." : null;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return "there is no such file. Give the whole path of a PFX or PEM file.";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "it can't be read. Let the bot's account read it.";
        }
        catch (CryptographicException)
        {
            return "it isn't a PFX without a password, nor a PEM file with a certificate and its private key. Export it as one of these.";
        }
    }

    /// <exception cref="CryptographicException">It isn't a certificate, or its private key is missing or locked.</exception>
    public static X509Certificate2 Load(string path) => File.ReadAllText(path).Contains("-----BEGIN ", StringComparison.Ordinal)
        ? X509Certificate2.CreateFromPemFile(path)
        : X509CertificateLoader.LoadPkcs12FromFile(path, password: null);
}
