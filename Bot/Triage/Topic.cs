namespace FeedbackBot.Triage;

/// <summary>What a post is about; a post may have several.</summary>
public enum Topic
{
    Cleanliness,
    Food,
    StaffAttitude,
    Waiting,
    Noise,
    Environment,
    Communication,
    Dignity,
    Parking,
    Safety,
    Care,
    Access,
    Staffing,
}
