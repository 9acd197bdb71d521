using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>A real RSA key with which Microsoft, or somebody else, signs tokens.</summary>
internal sealed class FakeKey(string id, params string[] endorsements) : IDisposable
{
    public string Id => id;

    public RSA Rsa { get; } = Made();

    /// <summary>As the metadata publish it.</summary>
    public JsonObject Published()
    {
        var key = Rsa.ExportParameters(false);
        return new()
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["x5t"] = id,
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
            ["endorsements"] = new JsonArray([.. endorsements.Select(e => (JsonNode)e)]),
        };
    }

    /// <summary>A compact JWT over these very texts, whatever they say.</summary>
    public string Sign(string header, string payload) => Sign(header, payload, text => Rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Sign(string header, string payload, Func<byte[], byte[]> sign)
    {
        var text = $"{Encode(header)}.{Encode(payload)}";
        return $"{text}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(text)))}";
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    /// <summary>.NET makes the numbers at the key's first use, which would be while the bot waits for them.</summary>
    private static RSA Made()
    {
        var key = RSA.Create(2048);
        key.ExportParameters(false);
        return key;
    }

    public void Dispose() => Rsa.Dispose();
}
