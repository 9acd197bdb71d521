namespace FeedbackBot.Wards;

/// <summary>Reads the organisation's settings.</summary>
public static class WardsSetup
{
    /// <summary>The settings <c>Organisation</c>, <c>Wards</c> and <c>People</c> as they stand.</summary>
    public static OrganisationOptions ReadOrganisation(this IConfiguration configuration)
    {
        var options = new OrganisationOptions();
        configuration.GetSection("Organisation").Bind(options);
        configuration.GetSection("Wards").Bind(options.Wards);
        configuration.GetSection("People").Bind(options);
        return options;
    }

    public static IServiceCollection AddWards(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(new Organisation(configuration.ReadOrganisation()));
}
