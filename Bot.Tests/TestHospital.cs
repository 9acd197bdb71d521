using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests;

/// <summary>The hospital of the whole-system tests: three wards and the people of the local Teams.</summary>
internal static class TestHospital
{
    public const string Desk = "desk";
    public const string Ward7 = "ward7";
    public const string Loos = "loos";

    public static readonly IReadOnlyList<string> Wards = [Desk, Ward7, Loos];

    /// <summary>Someone of the tenant who is in no ward's channel.</summary>
    public static LocalPerson Stranger { get; } = new("00000000-0000-4000-8000-0000000000aa", "Stray Visitor", "stranger");

    /// <summary>Its settings. The lavatories have no fixer.</summary>
    public static Dictionary<string, string?> Settings() => new()
    {
        ["Organisation:Name"] = "St Oswin's",
        ["Organisation:Hashtags:0"] = "Oswin",
        ["Wards:0:Id"] = Desk,
        ["Wards:0:Name"] = "Front desk",
        ["Wards:0:Fixers:0"] = LocalPeople.Fixer.Id,
        ["Wards:0:FrontDesk"] = "true",
        ["Wards:1:Id"] = Ward7,
        ["Wards:1:Name"] = "Ward 7",
        ["Wards:1:Hashtags:0"] = "OswinWard7",
        ["Wards:1:Words:0"] = "surgical ward",
        ["Wards:1:Fixers:0"] = LocalPeople.Fixer.Id,
        ["Wards:2:Id"] = Loos,
        ["Wards:2:Name"] = "Lavatories",
        ["Wards:2:Hashtags:0"] = "OswinLoos",
        ["People:Bosses:0"] = LocalPeople.Boss.Id,
        ["People:Admins:0"] = LocalPeople.Admin.Id,
        ["Samples:Enabled"] = "false",
    };

    /// <summary>The ward's channel in the local Teams.</summary>
    public static string ChannelOf(string ward) => LocalChannel.ForWard(ward, ward).Id;
}
