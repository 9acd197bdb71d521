using FeedbackBot.Posts.Samples;
using FeedbackBot.Posts.X;

namespace FeedbackBot.Posts;

/// <summary>The sources of posts, each with a reader of its own.</summary>
public static class PostsSetup
{
    /// <summary>Real wards without a source would wait for posts that never come. Whoever wants that says so by <c>Samples:Enabled</c>.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration, bool isLocal) =>
        isLocal || !string.IsNullOrWhiteSpace(configuration["X:BearerToken"]) || !string.IsNullOrEmpty(configuration["Samples:Enabled"])
            ? []
            : ["X:BearerToken isn't set, so no post would arrive. Set it to the app-only bearer token of your app in X's developer portal; "
                + "to try Teams without X, set Samples:Enabled to true (the fictional day) or to false (nothing)."];

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
