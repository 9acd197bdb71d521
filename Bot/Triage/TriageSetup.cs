namespace FeedbackBot.Triage;

/// <summary>Triage's services.</summary>
public static class TriageSetup
{
    public static IServiceCollection AddTriage(this IServiceCollection services) => services.AddSingleton<WardMatcher>().AddSingleton<PostTriage>();
}
