namespace FeedbackBot.Triage;

/// <summary>Triage's one service.</summary>
public static class TriageSetup
{
    public static IServiceCollection AddTriage(this IServiceCollection services) => services.AddSingleton<WardMatcher>();
}
