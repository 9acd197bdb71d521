using System.Reflection;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Posts.Samples;
using FeedbackBot.Posts.X;
using FeedbackBot.Teams;
using FeedbackBot.Wards;

namespace FeedbackBot;

/// <summary>
/// Settings that nothing reads: a key that is none, one value where a list is meant, a group where a value is. .NET's binder passes over all three without a word, and a ward would be
/// without its hashtag.
/// </summary>
public static class UnreadSettings
{
    private static readonly (string Section, Form Form)[] Known =
    [
        ("Organisation", new([nameof(OrganisationOptions.Name), nameof(OrganisationOptions.TimeZone), nameof(OrganisationOptions.QuietHours), nameof(OrganisationOptions.Country)], [nameof(OrganisationOptions.Hashtags)])),
        ("People", new([nameof(OrganisationOptions.Lead)], [nameof(OrganisationOptions.Bosses), nameof(OrganisationOptions.Admins), nameof(OrganisationOptions.Deputies)])),
        ("Sites", Form.Of<SiteOptions>() with { IsMany = true }),
        ("Wards", Form.Of<WardOptions>() with { IsMany = true }),
        (EscalationOptions.Section, Form.Of<EscalationOptions>()),
        (PatternOptions.Section, Form.Of<PatternOptions>()),
        (XOptions.Section, Form.Of<XOptions>()),
        (SamplesOptions.Section, Form.Of<SamplesOptions>()),
        (TeamsOptions.Section, Form.Of<TeamsOptions>()),
    ];

    /// <returns>One or two sentences for each, naming the setting, its value and the cure.</returns>
    public static IEnumerable<string> In(IConfiguration settings) => Known.SelectMany(known =>
    {
        var section = settings.GetSection(known.Section);
        return known.Form.IsMany
            ? Alone(section, $"{section.Path}:0:Name").Concat(section.GetChildren().SelectMany(one => Of(one, known.Form)))
            : Of(section, known.Form);
    });

    private static IEnumerable<string> Of(IConfigurationSection section, Form form)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            yield return $"{section.Path} is '{section.Value}', and a group of settings is meant. Use {string.Join(", ", form.All.Select(key => $"{section.Path}:{key}"))}.";
        }

        foreach (var setting in section.GetChildren().Where(IsSet))
        {
            if (form.Lists.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            {
                foreach (var fault in Alone(setting, $"{setting.Path}:0").Concat(setting.GetChildren().Where(entry => entry.GetChildren().Any()).Select(Grouped)))
                {
                    yield return fault;
                }
            }
            else if (form.Groups.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            {
                if (!string.IsNullOrEmpty(setting.Value))
                {
                    yield return $"{setting.Path} is '{setting.Value}', and a value for each of its keys is meant. Set {setting.Path}:KEY to it, once for each.";
                }
            }
            else if (!form.Values.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            {
                yield return $"{setting.Path} is no setting. Use {string.Join(", ", form.All)}, or remove it.";
            }
            else if (setting.GetChildren().Any(IsSet))
            {
                yield return Grouped(setting);
            }
        }
    }

    private static string Grouped(IConfigurationSection setting) => $"{setting.Path} is a group of settings, and one value is meant. Set {setting.Path} itself.";

    /// <summary>An empty list comes as an empty value.</summary>
    private static IEnumerable<string> Alone(IConfigurationSection list, string first) =>
        string.IsNullOrEmpty(list.Value) ? [] : [$"{list.Path} is '{list.Value}', and a list is meant. Set {first} to it."];

    /// <summary>A null is as good as nothing.</summary>
    private static bool IsSet(IConfigurationSection setting) => setting.Value is not null || setting.GetChildren().Any(IsSet);

    /// <summary>The keys that a section has.</summary>
    private sealed record Form(IReadOnlyList<string> Values, IReadOnlyList<string> Lists)
    {
        /// <summary>Those whose own keys are checked elsewhere.</summary>
        public IReadOnlyList<string> Groups { get; init; } = [];

        /// <summary>There are several, one after another.</summary>
        public bool IsMany { get; init; }

        public IEnumerable<string> All => [.. Values, .. Lists.Select(list => $"{list}:0"), .. Groups.Select(group => $"{group}:KEY")];

        public static Form Of<T>()
        {
            var properties = typeof(T).GetProperties();
            return new(Names(p => p.CanWrite), Names(p => p.PropertyType == typeof(IList<string>))) { Groups = Names(p => p.PropertyType == typeof(IDictionary<string, string>)) };

            List<string> Names(Func<PropertyInfo, bool> isSuch) => [.. properties.Where(isSuch).Select(p => p.Name)];
        }
    }
}
