using FeedbackBot.Cases.Patterns;

namespace FeedbackBot.Cases.Escalations;

/// <summary>The services that bring to people what deserves them.</summary>
public static class EscalationSetup
{
    public static IServiceCollection AddEscalations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.Read<EscalationOptions>(EscalationOptions.Section));
        services.AddSingleton(new PatternRule(configuration.Read<PatternOptions>(PatternOptions.Section)));
        services.AddSingleton<WeighingRound>();
        services.AddHostedService<WeighingWorker>();
        services.AddHostedService<UnheardWatch>();
        return services;
    }
}
