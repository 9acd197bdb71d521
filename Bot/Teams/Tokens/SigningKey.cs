using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace FeedbackBot.Teams.Tokens;

/// <summary>One of the keys with which Microsoft signs what Teams sends.</summary>
/// <param name="Endorsements">The Bot Framework channels for which it may speak.</param>
public sealed record SigningKey(SecurityKey Key, IReadOnlySet<string> Endorsements)
{
    /// <returns>By key id; what isn't an RSA key for signatures is left out.</returns>
    public static IReadOnlyDictionary<string, SigningKey> Of(JsonWebKeySet keys) => keys.Keys
        .Where(k => k.Kty == JsonWebAlgorithmsKeyTypes.RSA && !string.IsNullOrEmpty(k.Kid) && k.Use is null or "" or "sig")
        .DistinctBy(k => k.Kid)
        .ToDictionary(k => k.Kid, k => new SigningKey(k, Endorsed(k)), StringComparer.Ordinal);

    private static HashSet<string> Endorsed(JsonWebKey key)
    {
        if (!key.AdditionalData.TryGetValue("endorsements", out var value))
        {
            return [];
        }

        using var list = JsonSerializer.SerializeToDocument(value);
        return list.RootElement.ValueKind == JsonValueKind.Array
            ? [.. list.RootElement.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)]
            : [];
    }
}
