namespace FeedbackBot.Triage.Personal;

/// <summary>What some digits are as a telephone number.</summary>
internal enum PhoneKind
{
    None,
    Mobile,

    /// <summary>A line in a town of the United Kingdom.</summary>
    Landline,

    International,

    /// <summary>Ten digits: an old short area code, or a mobile without its 0. Only words around it make it a number.</summary>
    Short,

    /// <summary>0300, 0800, 0845 and the like: those belong to organisations, so they identify nobody.</summary>
    Service,
}
