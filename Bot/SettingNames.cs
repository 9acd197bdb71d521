namespace FeedbackBot;

/// <summary>Several settings in a fault's sentence.</summary>
public static class SettingNames
{
    /// <summary>"A and B are both", "A and B and C are all".</summary>
    public static string Are(IEnumerable<string> settings)
    {
        var names = settings.ToList();
        return $"{string.Join(" and ", names)} are {(names.Count == 2 ? "both" : "all")}";
    }
}
