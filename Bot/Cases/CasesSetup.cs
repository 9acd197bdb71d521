using FeedbackBot.Cases.Escalations;

namespace FeedbackBot.Cases;

/// <summary>The desk at which cases are worked on, and what brings them to bosses; everything else here is pure.</summary>
public static class CasesSetup
{
    public static IServiceCollection AddCases(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<CaseDesk>().AddEscalations(configuration);
}
