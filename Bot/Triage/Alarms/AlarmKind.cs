using System.Text.Json.Serialization;

namespace FeedbackBot.Triage.Alarms;

/// <summary>What the words that must not wait are about, the most pressing first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlarmKind>))]
public enum AlarmKind
{
    LifeAtRisk,
    SelfHarm,
    Threat,
    SexualHarm,
    ChildAtRisk,
    Abuse,
    Exploitation,
    Missing,
    Neglect,
}
