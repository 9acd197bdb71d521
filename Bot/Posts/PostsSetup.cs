using FeedbackBot.Posts.Samples;
using FeedbackBot.Posts.X;

namespace FeedbackBot.Posts;

/// <summary>The sources of posts, each with a reader of its own.</summary>
public static class PostsSetup
{
    /// <param name="samplesByDefault">Whether the fictional day drips in where <c>Samples:Enabled</c> isn't set.</param>
    public static IServiceCollection AddPosts(this IServiceCollection services, IConfiguration configuration, bool samplesByDefault)
    {
        services.AddSingleton<PostDesk>();
        services.AddX(configuration);
        var samples = configuration.Read<SamplesOptions>(SamplesOptions.Section);
        services.AddSingleton(samples);
        if (samples.Enabled ?? samplesByDefault)
        {
            services.AddSingleton<IPostSource>(provider => new SamplePostSource(
                SampleDay.Load(),
                samples,
                () => provider.GetRequiredService<ServerAddress>().Url,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<SamplePostSource>>()));
        }

        services.AddHostedService<PostReaders>();
        return services;
    }
}
