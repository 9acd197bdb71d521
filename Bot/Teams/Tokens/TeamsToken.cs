using System.Buffers.Text;
using System.Text.Json;

namespace FeedbackBot.Teams.Tokens;

/// <summary>What a token says, as long as it says what Teams' tokens do. Pure; whether it is signed is not known here.</summary>
/// <param name="KeyId">The key that is said to have signed it.</param>
/// <param name="ServiceUrl">The claim <c>serviceurl</c>.</param>
public sealed record TeamsToken(string KeyId, string ServiceUrl)
{
    public const string Issuer = "https://api.botframework.com";
    public const string Algorithm = "RS256";

    /// <summary>By how much Microsoft's clocks and ours may differ (facts-teams.md, Tokens).</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    // Two claims of one name: whichever we read, another reader may read the other.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <returns>The token, or null and why it isn't one of Teams' for this bot.</returns>
    public static (TeamsToken? Token, string? Fault) Read(string text, string appId, DateTimeOffset now)
    {
        try
        {
            if (text.Split('.') is not [var head, var body, { Length: > 0 }] || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            {
                return (null, "The token isn't a signed JWT.");
            }

            using var header = Part(head);
            using var payload = Part(body);
            var (keyId, serviceUrl) = (Text(header, "kid"), Text(payload, "serviceurl"));
            var fault = FaultOf(header) ?? FaultOf(payload, appId, now)
                ?? (keyId is null ? "The token doesn't name its key." : serviceUrl is null ? "The token has no serviceurl." : null);
            return fault is null ? (new TeamsToken(keyId!, serviceUrl!), null) : (null, fault);
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half a surrogate pair in a string.
            return (null, "The token can't be read.");
        }
    }

    private static string? FaultOf(JsonDocument header) =>
        Text(header, "alg") != Algorithm ? $"The token isn't signed with {Algorithm}."
        : header.RootElement.TryGetProperty("crit", out _) ? "The token asks for extensions that nobody here knows."
        : null;

    private static string? FaultOf(JsonDocument payload, string appId, DateTimeOffset now)
    {
        if (Text(payload, "iss") != Issuer)
        {
            return "The token is from another issuer.";
        }

        if (!string.Equals(Audience(payload), appId, StringComparison.OrdinalIgnoreCase))
        {
            return $"The token is for another audience than Teams:AppId ({appId}).";
        }

        return Time(payload, "exp") is not { } until ? "The token has no end."
            : until <= now - Skew ? "The token has expired."
            : payload.RootElement.TryGetProperty("nbf", out _) && !(Time(payload, "nbf") <= now + Skew) ? "The token isn't valid yet."
            : null;
    }

    /// <summary>Microsoft's tokens are for one bot; a token for several is somebody else's.</summary>
    private static string? Audience(JsonDocument payload) =>
        payload.RootElement.TryGetProperty("aud", out var audience) && audience is { ValueKind: JsonValueKind.Array } several && several.GetArrayLength() == 1
            ? several[0].ValueKind == JsonValueKind.String ? several[0].GetString() : null
            : Text(payload, "aud");

    private static DateTimeOffset? Time(JsonDocument payload, string name) =>
        payload.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds)
        && seconds is >= 0 and <= 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static JsonDocument Part(string encoded)
    {
        var json = JsonDocument.Parse(Base64Url.DecodeFromChars(encoded), Strict);
        if (json.RootElement.ValueKind == JsonValueKind.Object)
        {
            return json;
        }

        json.Dispose();
        throw new JsonException("Not an object.");
    }
}
