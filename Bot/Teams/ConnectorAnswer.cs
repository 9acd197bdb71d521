using System.Text.Json.Serialization;

namespace FeedbackBot.Teams;

/// <summary>What the connector answers, as far as it's needed.</summary>
internal sealed record ConnectorAnswer(
    [property: JsonPropertyName("id")] string? Id,
    [property: JsonPropertyName("activityId")] string? ActivityId,
    [property: JsonPropertyName("error")] ConnectorError? Error);
