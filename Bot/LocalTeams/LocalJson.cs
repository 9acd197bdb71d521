using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FeedbackBot.LocalTeams;

/// <summary>How the local Teams writes JSON to pages and to its history.</summary>
internal static class LocalJson
{
    /// <summary>Never put into HTML, so emoji and accents can stay readable in the history.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
