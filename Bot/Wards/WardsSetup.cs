namespace FeedbackBot.Wards;

/// <summary>Reads the organisation's settings.</summary>
public static class WardsSetup
{
    /// <summary>The settings <c>Organisation</c>, <c>Wards</c> and <c>People</c> as they stand.</summary>
    public static OrganisationOptions ReadOrganisation(this IConfiguration configuration)
    {
        var options = new OrganisationOptions();
        configuration.GetSection("Organisation").Bind(options);
        foreach (var section in configuration.GetSection("Wards").GetChildren())
        {
            // One by one: bound as a list, a ward with a value that can't be read would be left out without a word.
            var ward = new WardOptions();
            section.Bind(ward);
            options.Wards.Add(ward);
        }

        configuration.GetSection("People").Bind(options);
        return options;
    }

    public static IServiceCollection AddWards(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new Organisation(configuration.ReadOrganisation()))
            .AddSingleton<SettingsWatch>()
            .AddHostedService(provider => provider.GetRequiredService<SettingsWatch>());
}
