namespace FeedbackBot.Deliver;

/// <summary>Delivery's services.</summary>
public static class DeliverSetup
{
    public static IServiceCollection AddDeliver(this IServiceCollection services)
    {
        services.AddSingleton<CardFace>();
        services.AddSingleton<ReplyFace>();
        services.AddSingleton<CardDelivery>();
        services.AddSingleton<PersonDelivery>();
        services.AddSingleton<RowDelivery>();
        services.AddSingleton<LaneRun>();
        services.AddHostedService<OutboxWorker>();
        return services;
    }
}
