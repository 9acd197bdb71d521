namespace FeedbackBot.Triage.Personal;

/// <summary>What kind of data about a person stands in a text.</summary>
public enum PersonalKind
{
    NhsNumber,
    HospitalNumber,
    BirthDate,
    Phone,
    Email,
    Address,
    NationalInsurance,
    Passport,
    BankDetails,
}
