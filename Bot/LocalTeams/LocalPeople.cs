namespace FeedbackBot.LocalTeams;

/// <summary>The people of local mode. Their ids are fixed, so that settings can make them fixers, bosses and admins.</summary>
public static class LocalPeople
{
    public static LocalPerson Staff { get; } = new("00000000-0000-4000-8000-000000000001", "Sam Okafor (staff)", "staff");

    public static LocalPerson Fixer { get; } = new("00000000-0000-4000-8000-000000000002", "Fiona Webb (fixer)", "fixer");

    public static LocalPerson Boss { get; } = new("00000000-0000-4000-8000-000000000003", "Bea Marsh (boss)", "boss");

    public static LocalPerson Admin { get; } = new("00000000-0000-4000-8000-000000000004", "Adil Khan (admin)", "admin");

    public static IReadOnlyList<LocalPerson> All { get; } = [Staff, Fixer, Boss, Admin];
}
