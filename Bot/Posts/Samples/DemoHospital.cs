using FeedbackBot.Cases.Escalations;

namespace FeedbackBot.Posts.Samples;

/// <summary>The fictional hospital of local mode, for an operator who hasn't configured one yet.</summary>
public static class DemoHospital
{
    public const string StaffId = "00000000-0000-4000-8000-000000000001";
    public const string FixerId = "00000000-0000-4000-8000-000000000002";
    public const string BossId = "00000000-0000-4000-8000-000000000003";
    public const string AdminId = "00000000-0000-4000-8000-000000000004";

    // A hospital half the operator's and half ours would be worse than none, so wards come all or none.
    private static readonly string[] Replaceable = ["Organisation:Name", "Organisation:Hashtags", "Wards", "People"];

    /// <summary>Its settings, as keys and values.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings()
    {
        using var hospital = typeof(DemoHospital).Assembly.GetManifestResourceStream("demo-hospital.json")!;
        return [.. new ConfigurationBuilder().AddJsonStream(hospital).Build().AsEnumerable().Where(s => s.Value is not null)];
    }

    /// <summary>Adds its settings for those keys under which nothing at all is configured.</summary>
    public static void AddMissing(IConfigurationManager configuration)
    {
        var missing = Replaceable.Where(key => IsEmpty(configuration.GetSection(key))).ToList();
        if (missing.Contains("People") && IsEmpty(configuration.GetSection(EscalationOptions.Section)))
        {
            // Its boss is fictional, so nobody's phone rings.
            missing.Add(EscalationOptions.Section);
        }

        configuration.AddInMemoryCollection(Settings().Where(s => missing.Any(key => IsUnder(key, s.Key))));
    }

    // A template's "Name": "" and "Wards": [] are nothing too.
    private static bool IsEmpty(IConfigurationSection section) => section.AsEnumerable().All(s => string.IsNullOrWhiteSpace(s.Value));

    private static bool IsUnder(string section, string key) =>
        key.Equals(section, StringComparison.OrdinalIgnoreCase) || key.StartsWith($"{section}:", StringComparison.OrdinalIgnoreCase);
}
