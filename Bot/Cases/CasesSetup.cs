namespace FeedbackBot.Cases;

/// <summary>The desk at which cases are worked on; everything else here is pure.</summary>
public static class CasesSetup
{
    public static IServiceCollection AddCases(this IServiceCollection services) => services.AddSingleton<CaseDesk>();
}
