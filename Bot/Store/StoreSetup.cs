namespace FeedbackBot.Store;

/// <summary>The store's services.</summary>
public static class StoreSetup
{
    public static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(StoreOptions.Of(configuration));
        services.AddSingleton<FeedbackDatabase>();
        services.AddSingleton<StoreOpening>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<WeighingSignal>();
        services.AddSingleton<Intake>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<CaseSearch>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<ShownCards>();
        services.AddSingleton<ChannelDirectory>();
        services.AddSingleton<Leases>();
        services.AddSingleton<Sends>();
        services.AddSingleton<TenantSlots>();
        services.AddSingleton<LookupSignal>();
        services.AddSingleton<Lookups>();
        services.AddSingleton<ReadCounts>();
        services.AddSingleton<Standings>();
        services.AddSingleton<Attention>();
        services.AddSingleton<DigestBook>();
        services.AddSingleton<DigestReader>();
        return services;
    }
}
