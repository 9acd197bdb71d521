namespace FeedbackBot.Posts;

/// <summary>Something that reads posts. A source may repeat a post; it must not skip one.</summary>
public interface IPostSource
{
    /// <summary>Stable: it keys the stored cursor and the lease that lets one instance read.</summary>
    string Name { get; }

    /// <summary>
    /// Reads from <paramref name="cursor"/> (null the first time) until cancelled. When it ends or throws, the reader starts it again from
    /// the last stored cursor.
    /// </summary>
    IAsyncEnumerable<PostBatch> Read(string? cursor, CancellationToken cancellationToken);
}
