using FeedbackBot.LocalTeams;
using FeedbackBot.Posts.Samples;
using FeedbackBot.Posts.X;
using FeedbackBot.Store;
using FeedbackBot.Wards;

namespace FeedbackBot;

/// <summary>The settings have faults: one message with all of them, each naming the setting, its value and the cure.</summary>
public sealed class SettingsException(string message) : Exception(message)
{
    /// <exception cref="SettingsException">Anything is wrong with the settings.</exception>
    public static void ThrowIfAny(IConfiguration settings)
    {
        var faults = new List<string>();
        try
        {
            faults.AddRange(LocalMode.Faults(settings));
            faults.AddRange(OrganisationFaults.Of(settings.ReadOrganisation()));
            faults.AddRange(XOptionsFaults.Of(settings.GetSection(XOptions.Section).Get<XOptions>() ?? new XOptions()));
            faults.AddRange((settings.GetSection(SamplesOptions.Section).Get<SamplesOptions>() ?? new SamplesOptions()).Faults());
            faults.AddRange(StoreOptions.Of(settings).Faults());
        }
        catch (InvalidOperationException fault)
        {
            // The binder's message names the setting, the value and the type that it should have.
            faults.Add(fault.Message);
        }

        if (faults.Count > 0)
        {
            throw new SettingsException(string.Join(Environment.NewLine, faults));
        }
    }
}
