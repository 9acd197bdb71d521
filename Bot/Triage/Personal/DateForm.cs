namespace FeedbackBot.Triage.Personal;

/// <summary>How surely some characters are a date.</summary>
internal enum DateForm
{
    /// <summary>Nothing else is written so: 3/4/1956, 3rd of April 1956.</summary>
    Plain,

    /// <summary>Eight digits that may be a date.</summary>
    Glued,

    /// <summary>Only a date because somebody calls it one: 030456, 3rd of the 4th 56, a month in another language.</summary>
    Called,
}
