using System.Text.Json.Serialization;

namespace FeedbackBot.Teams;

/// <summary>The connector's error object.</summary>
internal sealed record ConnectorError([property: JsonPropertyName("code")] string? Code);
