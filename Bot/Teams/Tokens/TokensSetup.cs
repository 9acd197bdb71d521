namespace FeedbackBot.Teams.Tokens;

/// <summary>Who is let in and who is spoken with: this machine in local mode, else Microsoft.</summary>
public static class TokensSetup
{
    /// <param name="options">Without faults.</param>
    public static IServiceCollection AddTokens(this IServiceCollection services, TeamsOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(ServiceHosts.Of(options));
        if (options.IsLocal)
        {
            return services.AddSingleton<IDoorkeeper, LocalDoorkeeper>();
        }

        services.AddSingleton<BotLogin>();
        services.AddSingleton<BotToken>();
        services.AddSingleton<SigningKeys>();
        return services.AddSingleton<IDoorkeeper, SignedDoorkeeper>();
    }
}
