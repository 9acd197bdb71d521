using System.Text;
using System.Text.Json;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Posts.Samples;
using FeedbackBot.Posts.X;
using FeedbackBot.Teams;
using FeedbackBot.Wards;
using Microsoft.Extensions.Configuration;

namespace FeedbackBot.Tests;

/// <summary>A null in a settings file is as good as nothing there.</summary>
public sealed class SettingsReadingTests
{
    [Fact]
    public void A_null_leaves_every_setting_at_its_default()
    {
        LeavesDefaults(s => s.Read<XOptions>(XOptions.Section), XOptions.Section);
        LeavesDefaults(s => s.Read<SamplesOptions>(SamplesOptions.Section), SamplesOptions.Section);
        LeavesDefaults(s => s.Read<EscalationOptions>(EscalationOptions.Section), EscalationOptions.Section);
        LeavesDefaults(s => s.Read<PatternOptions>(PatternOptions.Section), PatternOptions.Section);
        LeavesDefaults(TeamsOptions.Of, TeamsOptions.Section);
        LeavesDefaults(WardsSetup.ReadOrganisation, "Organisation", "People");
    }

    [Fact]
    public void A_null_in_a_list_is_no_entry()
    {
        var options = Json("""
            {
              "Organisation": { "Hashtags": [null, "Oswin"] },
              "Wards": [null, { "Id": "desk", "Name": null, "Words": ["the desk", null], "Fixers": [null], "FrontDesk": true }],
              "Sites": [null],
              "People": { "Bosses": [null], "Deputies": null }
            }
            """).ReadOrganisation();

        var ward = Assert.Single(options.Wards);
        Assert.Equal(["Oswin", "the desk"], options.Hashtags.Concat(ward.Words));
        Assert.Equal(0, ward.Fixers.Count + options.Sites.Count + options.Bosses.Count + options.Deputies.Count);
    }

    private static void LeavesDefaults<T>(Func<IConfiguration, T> read, params string[] sections)
        where T : new()
    {
        var nulls = string.Join(", ", typeof(T).GetProperties().Select(p => $"\"{p.Name}\": null"));
        var settings = Json($"{{ {string.Join(", ", sections.Select(s => $"\"{s}\": {{ {nulls} }}"))} }}");

        Assert.Equal(JsonSerializer.Serialize(new T()), JsonSerializer.Serialize(read(settings)));
    }

    private static IConfigurationRoot Json(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
}
