using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.LocalTeams;
using FeedbackBot.Posts;
using FeedbackBot.Posts.Samples;
using FeedbackBot.Posts.X;
using FeedbackBot.Store;
using FeedbackBot.Teams;
using FeedbackBot.Wards;

namespace FeedbackBot;

/// <summary>The settings have faults: one message with all of them, each naming the setting, its value and the cure.</summary>
public sealed class SettingsException(string message) : Exception(message)
{
    /// <exception cref="SettingsException">Anything is wrong with the settings.</exception>
    public static void ThrowIfAny(IConfiguration settings)
    {
        Func<IEnumerable<string>>[] sections =
        [
            () => LocalMode.Faults(settings),
            () => TeamsOptionsFaults.Of(TeamsOptions.Of(settings)),
            () => UnreadSettings.In(settings),
            () => OrganisationFaults.Of(settings.ReadOrganisation()),
            () => XOptionsFaults.Of(settings.Read<XOptions>(XOptions.Section)),
            () => PostsSetup.Faults(settings, LocalMode.IsOn(settings)),
            () => settings.Read<SamplesOptions>(SamplesOptions.Section).Faults(),
            () => settings.Read<EscalationOptions>(EscalationOptions.Section).Faults(),
            () => settings.Read<PatternOptions>(PatternOptions.Section).Faults(),
            () => StoreOptions.Of(settings).Faults(),
            () => Health.Faults(settings),
        ];
        var faults = sections.SelectMany(FaultsOf).ToList();
        if (faults.Count > 0)
        {
            throw new SettingsException(string.Join(Environment.NewLine, faults));
        }
    }

    /// <summary>Why the bot can't start, for whoever starts it; null for a fault of its own.</summary>
    public static string? Why(Exception fault) => fault switch
    {
        SettingsException or StoreException or IOException => fault.Message,

        // What is no JSON in a settings file, and where, stands innermost.
        InvalidDataException { InnerException: not null } => $"{fault.Message} {fault.GetBaseException().Message} Correct the file.",
        _ => null,
    };

    private static IEnumerable<string> FaultsOf(Func<IEnumerable<string>> section)
    {
        try
        {
            return section();
        }
        catch (InvalidOperationException fault)
        {
            // The binder's message names the setting, the value and the type that it should have.
            return [$"{fault.Message} Correct the value, or leave the setting out."];
        }
    }
}
