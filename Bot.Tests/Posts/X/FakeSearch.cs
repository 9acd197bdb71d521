using System.Collections.Concurrent;
using System.Globalization;
using FeedbackBot.Posts.X;
using Microsoft.AspNetCore.Http;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>Recent search of <see cref="FakeX"/>: <c>/2/tweets/search/recent</c>, newest first.</summary>
public sealed class FakeSearch(TimeProvider clock)
{
    public const string Path = "/2/tweets/search/recent";

    private const string Always = "2000-01-01T00:00:00Z";

    private readonly Lock _lock = new();
    private readonly List<FakePost> _posts = [];
    private TaskCompletionSource? _held;

    /// <summary>How many posts a page has at most.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>A search after an id below this one is refused, as X does when it's more than seven days old.</summary>
    public ulong OldestSinceId { get; set; }

    /// <summary>A search from a time further back is refused, as X does after seven days; null for none.</summary>
    public TimeSpan? Reach { get; set; }

    /// <summary>How long a post isn't found after it was made; with X 30 s.</summary>
    public TimeSpan Lag { get; set; }

    /// <summary>Searches that arrived, each page one, held and refused ones too.</summary>
    public FakeTally Arrived { get; } = new();

    /// <summary>The query strings of all searches.</summary>
    public ConcurrentQueue<IQueryCollection> Queries { get; } = [];

    public void Hold() => _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => _held?.TrySetResult();

    public void Add(FakePost post)
    {
        lock (_lock)
        {
            _posts.Add(post);
        }
    }

    internal async Task Get(HttpContext context)
    {
        var query = context.Request.Query;
        Queries.Enqueue(query);
        Arrived.Add();
        await (_held?.Task ?? Task.CompletedTask).WaitAsync(context.RequestAborted);
        if (await FakeX.Refuses(context))
        {
            return;
        }

        ulong? since = query["since_id"].FirstOrDefault() is { } id ? ulong.Parse(id, CultureInfo.InvariantCulture) : null;
        var start = DateTimeOffset.Parse(query["start_time"].FirstOrDefault() ?? Always, CultureInfo.InvariantCulture);
        if (WhyNot(query["query"].ToString(), since, start) is { } wrong)
        {
            await FakeX.Write(context, $$"""{"errors":[{"message":"{{wrong}}"}],"title":"Invalid Request"}""", 400);
            return;
        }

        var older = ulong.Parse(query["next_token"].FirstOrDefault() ?? "18446744073709551615", CultureInfo.InvariantCulture);
        var found = Find(FakePost.Hashtags(query["query"].ToString()), since ?? 0, start, older);
        var page = found.Take(PageSize).ToList();
        await FakeX.Write(context, FakePost.Page(page, found.Count > PageSize ? page[^1].Id : null));
    }

    private string? WhyNot(string query, ulong? since, DateTimeOffset start) =>
        query.Length > XSearchUrl.Length ? "the query is too long"
        : since < OldestSinceId ? "'since_id' must be a tweet id created after [7 days ago]."
        : start < clock.GetUtcNow() - Reach && start > DateTimeOffset.Parse(Always, CultureInfo.InvariantCulture) ? "'start_time' must be on or after [7 days ago]."
        : Lag > TimeSpan.Zero && start > clock.GetUtcNow() - Lag ? "'start_time' must be before 'end_time'."
        : null;

    private List<FakePost> Find(IEnumerable<string> wanted, ulong since, DateTimeOffset start, ulong older)
    {
        var hashtags = wanted.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var end = Lag > TimeSpan.Zero ? clock.GetUtcNow() - Lag : DateTimeOffset.MaxValue;
        lock (_lock)
        {
            return [.. _posts.Where(p => p.Number > since && p.Number < older && p.At >= start && p.At <= end && p.Matches(hashtags))
                .OrderByDescending(p => p.Number).Take(PageSize + 1)];
        }
    }
}
