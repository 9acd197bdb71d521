using System.Text.Json.Serialization;

namespace FeedbackBot.Triage;

/// <summary>What a post is about; a post may have several.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Topic>))]
public enum Topic
{
    Cleanliness,
    Food,
    StaffAttitude,

    /// <summary>Waiting, and getting through to someone who gives an appointment.</summary>
    Waiting,

    Noise,

    /// <summary>Rooms, beds, heating, lifts, things that are broken, and what there is to do.</summary>
    Environment,

    Communication,
    Dignity,

    /// <summary>Parking, and the transport to and from the hospital.</summary>
    Parking,

    Safety,

    /// <summary>Too few people, or always different ones.</summary>
    Staffing,
}
