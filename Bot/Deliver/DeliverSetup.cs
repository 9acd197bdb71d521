using FeedbackBot.Store;
using FeedbackBot.Summary.Digests;

namespace FeedbackBot.Deliver;

/// <summary>Delivery's services.</summary>
public static class DeliverSetup
{
    /// <param name="limited">Whether Teams' published windows are kept; only local mode may do without.</param>
    public static IServiceCollection AddDeliver(this IServiceCollection services, bool limited)
    {
        services.AddSingleton(provider => new Pace(
            provider.GetRequiredService<Sends>(),
            provider.GetRequiredService<TenantSlots>(),
            provider.GetRequiredService<TimeProvider>(),
            Random.Shared,
            limited));
        services.AddSingleton<ListFace>();
        services.AddSingleton<CardFace>();
        services.AddSingleton<CaseLinks>();
        services.AddSingleton<OtherCasesReader>();
        services.AddSingleton<ReplyFace>();
        services.AddSingleton<StatusFace>();
        services.AddSingleton<DigestFace>();
        services.AddSingleton<CardDelivery>();
        services.AddSingleton<Chats>();
        services.AddSingleton<PersonDelivery>();
        services.AddSingleton<UnderCard>();
        services.AddSingleton<AnswerDelivery>();
        services.AddSingleton<QuietTime>();
        services.AddSingleton<AdminNotice>();
        services.AddSingleton<DigestDelivery>();
        services.AddSingleton<EscalationFace>();
        services.AddSingleton<EscalationDelivery>();
        services.AddSingleton<EscalationMention>();
        services.AddSingleton<RowDelivery>();
        services.AddSingleton<LaneRun>();
        services.AddHostedService<OutboxWorker>();
        services.AddDigests();
        return services;
    }
}
