using FeedbackBot.Teams;

namespace FeedbackBot.Wards;

/// <summary>Reads the organisation's settings.</summary>
public static class WardsSetup
{
    /// <summary>The settings <c>Organisation</c>, <c>Sites</c>, <c>Wards</c> and <c>People</c> as they stand.</summary>
    public static OrganisationOptions ReadOrganisation(this IConfiguration configuration)
    {
        var options = new OrganisationOptions();
        configuration.Section("Organisation").Bind(options);
        Read(configuration.Section("Sites"), options.Sites);
        Read(configuration.Section("Wards"), options.Wards);
        configuration.Section("People").Bind(options);
        options.IsInTenant = !TeamsOptions.Of(configuration).IsLocal;
        return options;
    }

    /// <summary>One by one: bound as a list, a ward with a value that can't be read would be left out without a word.</summary>
    private static void Read<T>(IConfigurationSection list, IList<T> into)
        where T : new()
    {
        foreach (var section in list.GetChildren())
        {
            var one = new T();
            section.Bind(one);
            into.Add(one);
        }
    }

    public static IServiceCollection AddWards(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new Organisation(configuration.ReadOrganisation()))
            .AddSingleton<SettingsWatch>()
            .AddHostedService(provider => provider.GetRequiredService<SettingsWatch>());
}
