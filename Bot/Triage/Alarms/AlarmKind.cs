namespace FeedbackBot.Triage.Alarms;

/// <summary>What the words that must not wait are about, the most pressing first.</summary>
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
