using FeedbackBot.Triage;

namespace FeedbackBot.Learning;

/// <summary>
/// Which of our topics the labels of the two sets mean. Labels about the care as a whole ("care received", "positive experience") name no topic: nobody can go
/// and fix them. Getting an appointment and getting through on the telephone are waiting; transport goes with parking.
/// </summary>
internal static class Themes
{
    private static readonly Dictionary<string, Topic?> Phase1ByTheme = new(StringComparer.Ordinal)
    {
        ["Access"] = Topic.Waiting,
        ["Care received"] = null,
        ["Communication"] = Topic.Communication,
        ["Couldn't be improved"] = null,
        ["Dignity"] = Topic.Dignity,
        ["Environment/ facilities"] = Topic.Environment,
        ["Miscellaneous"] = null,
        ["Staff"] = Topic.StaffAttitude,
        ["Transition/coordination"] = null,
    };

    /// <summary>Where the subcategory says it more precisely than the theme.</summary>
    private static readonly Dictionary<string, Topic?> Phase1BySubcategory = new(StringComparer.Ordinal)
    {
        ["Activities"] = Topic.Environment,
        ["Cleanliness"] = Topic.Cleanliness,
        ["Feeling safe including bullying"] = Topic.Safety,
        ["Food"] = Topic.Food,
        ["Parking/transport"] = Topic.Parking,
        ["Staffing levels"] = Topic.Staffing,
    };

    private static readonly Dictionary<string, Topic?> V6 = new(StringComparer.Ordinal)
    {
        ["Activities & access to fresh air"] = Topic.Environment,
        ["Admission"] = Topic.Waiting,
        ["Appointment arrangements"] = Topic.Waiting,
        ["Appointment method"] = Topic.Waiting,
        ["Being kept informed, clarity & consistency of information"] = Topic.Communication,
        ["Care plans"] = null,
        ["Cleanliness, tidiness & infection control"] = Topic.Cleanliness,
        ["Competence & training"] = Topic.StaffAttitude,
        ["Contacting services"] = Topic.Waiting,
        ["Diagnosis & triage"] = null,
        ["Discharge"] = null,
        ["Electronic entertainment"] = Topic.Environment,
        ["Environment & Facilities"] = Topic.Environment,
        ["Equality, Diversity & Inclusion"] = Topic.Dignity,
        ["Feeling safe"] = Topic.Safety,
        ["Food & drink provision & facilities"] = Topic.Food,
        ["Funding & use of financial resources"] = null,
        ["Impact of treatment/ care"] = null,
        ["Information directly from staff during care"] = Topic.Communication,
        ["Information provision & guidance"] = Topic.Communication,
        ["Interaction with family/ carers"] = Topic.Communication,
        ["Learning organisation"] = null,
        ["Mental Health Act"] = null,
        ["Negative experience & dissatisfaction"] = null,
        ["Not assigned"] = null,
        ["Number & deployment of staff"] = Topic.Staffing,
        ["Organisation & efficiency"] = null,
        ["Pain management"] = null,
        ["Parking"] = Topic.Parking,
        ["Patient appearance & grooming"] = Topic.Dignity,
        ["Patient records"] = Topic.Communication,
        ["Positive experience & gratitude"] = null,
        ["Provision of medical equipment"] = Topic.Environment,
        ["Referals & continuity of care"] = null,
        ["Safeguarding concerns?"] = Topic.Safety,
        ["Sensory experience"] = Topic.Noise,
        ["Service location"] = Topic.Waiting,
        ["Staff continuity"] = Topic.Staffing,
        ["Staff listening, understanding & involving patients"] = Topic.Communication,
        ["Staff manner & personal attributes"] = Topic.StaffAttitude,
        ["Staff responsiveness"] = Topic.StaffAttitude,
        ["Supplying & understanding medication"] = null,
        ["Timeliness of care"] = Topic.Waiting,
        ["Transport to/ from services"] = Topic.Parking,
        ["Unspecified communication"] = Topic.Communication,
    };

    public static IEnumerable<Topic> OfPhase1(string theme, string subcategory) =>
        Phase1BySubcategory.TryGetValue(subcategory.Trim(), out var exact) ? Some(exact)
        : Phase1ByTheme.TryGetValue(theme.Trim(), out var topic) ? Some(topic)
        : throw new FormatException($"The theme '{theme}' of phase1.csv has no topic. Add it to {nameof(Themes)}.");

    public static IEnumerable<Topic> OfV6(string topics) => topics.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(label => V6.TryGetValue(label, out var topic) ? Some(topic) : throw new FormatException($"The topic '{label}' of v6.csv has none of ours. Add it to {nameof(Themes)}."))
        .Distinct();

    private static IEnumerable<Topic> Some(Topic? topic) => topic is { } some ? [some] : [];
}
