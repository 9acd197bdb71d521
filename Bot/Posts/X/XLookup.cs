namespace FeedbackBot.Posts.X;

/// <summary>Asks X about posts by their ids.</summary>
internal sealed class XLookup(XClient client, TimeProvider clock)
{
    /// <summary>X takes no more ids in one request.</summary>
    public const int Most = 100;

    /// <summary>
    /// Whether they are still there, their newest editions, and where X withholds them. Without their authors, whom X bills for as well: they cost twice as much as
    /// the posts, and nothing about them is wanted.
    /// </summary>
    public async Task<XAnswer<XLookupAnswer>> Ask(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var answer = await client.Get($"{Path(ids)}&tweet.fields=edit_history_tweet_ids,withheld", cancellationToken);
        return answer.Value is not { } body ? new(null, answer.Failure)
            : XLookupAnswer.Of(body, ids) is { } read ? new(read, null)
            : new(null, new(XFailureKind.Http, "X answered with a look-up that can't be read or says nothing of the posts that were asked for."));
    }

    /// <summary>The posts themselves, as the stream would give them.</summary>
    public async Task<XAnswer<XPage>> Read(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var answer = await client.Get($"{Path(ids)}&{XFields.Query}", cancellationToken);
        return answer.Value is not { } body ? new(null, answer.Failure)
            : XPostParser.ParsePage(body, clock.GetUtcNow()) is { } page ? new(page, null)
            : new(null, new(XFailureKind.Http, "X answered with posts that can't be read."));
    }

    private static string Path(IEnumerable<string> ids) => $"2/tweets?ids={string.Join(',', ids.Select(Uri.EscapeDataString))}";
}
