using FeedbackBot.Cases.Patterns;

namespace FeedbackBot.Cases.Escalations;

/// <summary>The services that bring to people what deserves them.</summary>
public static class EscalationSetup
{
    public static IServiceCollection AddEscalations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection(EscalationOptions.Section).Get<EscalationOptions>() ?? new EscalationOptions());
        services.AddSingleton(new PatternRule(configuration.GetSection(PatternOptions.Section).Get<PatternOptions>() ?? new PatternOptions()));
        services.AddSingleton<WeighingRound>();
        services.AddHostedService<WeighingWorker>();
        return services;
    }
}
