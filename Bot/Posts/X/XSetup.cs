using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FeedbackBot.Posts.X;

/// <summary>Plugs X in as a source of posts where a token for it is set.</summary>
public static class XSetup
{
    /// <summary>Registers <see cref="XPostSource"/> as an <see cref="IPostSource"/>; nothing without <c>X:BearerToken</c>.</summary>
    public static IServiceCollection AddX(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.Read<XOptions>(XOptions.Section);
        services.AddSingleton(options);
        services.AddSingleton<XCheck>();
        services.AddSingleton<XBudget>();
        services.AddSingleton<XRounds>();
        services.AddSingleton<XReporter>();
        if (!options.IsOn)
        {
            return services;
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<XClient>();
        services.AddSingleton<XWatch>();
        services.AddSingleton<IPostSource, XPostSource>();
        services.AddSingleton<XCounter>();
        services.AddSingleton<XLookupStep>();
        services.AddHostedService<XJournal>();
        services.AddHostedService<XLookupWorker>();
        return services;
    }
}
