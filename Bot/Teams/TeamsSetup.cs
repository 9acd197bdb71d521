using FeedbackBot.Teams.Extension;
using FeedbackBot.Teams.Tokens;

namespace FeedbackBot.Teams;

/// <summary>The services that speak with Teams.</summary>
public static class TeamsSetup
{
    /// <summary>Teams is slow on its bad days; longer than this is a lost answer.</summary>
    private static readonly TimeSpan ConnectorTimeout = TimeSpan.FromSeconds(30);

    /// <param name="options">Without faults.</param>
    public static IServiceCollection AddTeams(this IServiceCollection services, TeamsOptions options)
    {
        services.AddTokens(options);
        services.AddDistributedMemoryCache();
        services.AddSingleton(provider => new ConnectorClient(
            new HttpClient(new TokenHandler(provider.GetRequiredService<ServiceHosts>(), provider.GetService<BotToken>())) { Timeout = ConnectorTimeout },
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Roster>();
        services.AddSingleton<Places>();
        services.AddSingleton<Access>();
        services.AddSingleton<CardsHere>();
        services.AddSingleton<ActionReader>();
        services.AddSingleton<ClickFace>();
        services.AddSingleton<ClickDesk>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<DigestDesk>();
        services.AddSingleton<OrderDesk>();
        services.AddSingleton<QuestionDesk>();
        services.AddSingleton<SearchDesk>();
        services.AddSingleton<Arrivals>();
        services.AddSingleton<ActivityDesk>();
        services.AddSingleton<MessagesRoute>();
        return services;
    }

    public static void MapTeams(this IEndpointRouteBuilder app) => MessagesRoute.Map(app);
}
