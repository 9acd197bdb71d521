using System.Text.Json.Serialization;

namespace FeedbackBot.Triage;

/// <summary>What kind of feedback a post is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Tone>))]
public enum Tone
{
    /// <summary>Says nothing good or bad.</summary>
    Neutral,

    Compliment,

    /// <summary>Praise and complaint in one post.</summary>
    Mixed,

    Complaint,
}
