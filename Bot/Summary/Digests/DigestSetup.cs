namespace FeedbackBot.Summary.Digests;

/// <summary>The services that send digests.</summary>
public static class DigestSetup
{
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddSingleton<DigestRound>();
        services.AddHostedService<DigestWorker>();
        return services;
    }
}
