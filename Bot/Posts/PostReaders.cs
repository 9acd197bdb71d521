
namespace FeedbackBot.Posts;

/// <summary>Runs a <see cref="PostReader"/> for every source that is plugged in.</summary>
public sealed class PostReaders(IEnumerable<IPostSource> sources, IServiceProvider services) : IHostedService
{
    private readonly List<PostReader> _readers = [.. sources.Select(source => ActivatorUtilities.CreateInstance<PostReader>(services, source))];

    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(_readers.Select(r => r.StartAsync(cancellationToken)));

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(_readers.Select(r => r.StopAsync(cancellationToken)));
}
