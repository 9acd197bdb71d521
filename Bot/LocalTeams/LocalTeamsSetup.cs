using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FeedbackBot.LocalTeams;

/// <summary>Puts a Teams for one machine into a server: the bot's own, or one of its own.</summary>
public static class LocalTeamsSetup
{
    public static IServiceCollection AddLocalTeams(this IServiceCollection services, LocalTeamsOptions options) =>
        services.AddLocalTeams(_ => options);

    public static IServiceCollection AddLocalTeams(this IServiceCollection services, Func<IServiceProvider, LocalTeamsOptions> options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<LocalTenant>();
        services.AddSingleton<Misbehaviour>();
        services.AddSingleton<BotActivities>();
        services.AddSingleton<BotLine>();
        services.AddSingleton<LocalConnector>();
        services.AddSingleton<ConnectorGate>();
        services.AddSingleton<PageView>();
        services.AddSingleton(provider => new LocalTeamsClient(
            provider.GetRequiredService<LocalTenant>(),
            provider.GetRequiredService<Misbehaviour>(),
            provider.GetRequiredService<BotActivities>(),
            provider.GetRequiredService<BotLine>()));
        services.AddSingleton<LocalTeamsStart>();
        services.AddHostedService(provider => provider.GetRequiredService<LocalTeamsStart>());
        return services;
    }

    /// <summary>The connector under <c>/local/connector</c>, the page at <c>/</c> and what it calls.</summary>
    public static void MapLocalTeams(this IEndpointRouteBuilder app)
    {
        app.MapConnector();
        app.MapPageRoutes();
        app.MapPageFiles();
    }
}
