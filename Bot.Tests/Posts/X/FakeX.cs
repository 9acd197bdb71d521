using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using FeedbackBot.Posts.X;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>
/// X on a real socket: rules, filtered stream, recent search. As with X, a post reaches stream and search only when its text has a hashtag
/// that the rules or the query ask for. What X wouldn't take (another route, a wrong token) throws when the fake is disposed.
/// </summary>
public sealed class FakeX : IAsyncDisposable
{
    public const string Token = "fake-token";
    private const string Search = "/2/tweets/search/recent";
    private const string Stream = "/2/tweets/search/stream";
    private const string Rules = "/2/tweets/search/stream/rules";

    private readonly Lock _lock = new();
    private readonly List<FakePost> _posts = [];
    private readonly List<FakeStream> _streams = [];
    private readonly List<XRule> _rules = [];
    private readonly ConcurrentQueue<string> _unexpected = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeRefusal>> _refusals = [];
    private readonly WebApplication _app;
    private HashSet<string> _hashtags = [];
    private TaskCompletionSource? _searchHeld;
    private int _nextRule = 1;

    private FakeX(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    public XOptions Options => new() { BaseUrl = Url.ToString(), BearerToken = Token };

    /// <summary>How often an open stream sends an empty line by itself; null for never. Of real time, whatever clock the reader has.</summary>
    public TimeSpan? KeepAlive { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many posts a search page has at most.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>A search after an id below this one is refused, as X does when it's more than seven days old.</summary>
    public ulong OldestSinceId { get; set; }

    /// <summary>Streams that were opened.</summary>
    public FakeTally Streams { get; } = new();

    /// <summary>Attempts to open a stream, refused ones too.</summary>
    public FakeTally StreamAttempts { get; } = new();

    /// <summary>Searches that arrived, each page one, held and refused ones too.</summary>
    public FakeTally Searches { get; } = new();

    /// <summary>Look-ups of posts by id.</summary>
    public FakeXLookup Lookups { get; } = new();

    public FakeTally RuleReads { get; } = new();

    public FakeTally RuleWrites { get; } = new();

    /// <summary>The query strings of all searches.</summary>
    public ConcurrentQueue<IQueryCollection> SearchQueries { get; } = [];

    public IReadOnlyList<XRule> CurrentRules
    {
        get
        {
            lock (_lock)
            {
                return [.. _rules];
            }
        }
    }

    public static async Task<FakeX> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeX(app);
        app.Run(fake.Answer);
        await app.StartAsync();
        return fake;
    }

    /// <summary>A member of the public writes: the post can be searched, and comes on every open stream.</summary>
    /// <param name="id">Digits; greater ids are newer.</param>
    public void Post(string id, string text, string handle = "pat", string name = "Pat Ient") =>
        Post(new FakePost(id, text) { Handle = handle, Name = name });

    /// <inheritdoc cref="Post(string, string, string, string)"/>
    public void Post(FakePost post)
    {
        var line = post.Line() + "\r\n";
        lock (_lock)
        {
            _posts.Add(post);
            if (post.Matches(_hashtags))
            {
                _streams.ForEach(s => s.Send(line));
            }
        }
    }

    /// <summary>Sends this line on every open stream, whatever it is.</summary>
    public void SendLine(string line)
    {
        lock (_lock)
        {
            _streams.ForEach(s => s.Send(line + "\r\n"));
        }
    }

    /// <summary>Breaks every open stream.</summary>
    public void Drop() => Close(s => s.Drop());

    /// <summary>Ends every open stream cleanly.</summary>
    public void End() => Close(s => s.End());

    /// <summary>Every open stream goes silent: it stays open, and nothing more comes.</summary>
    public void Mute() => Close(s => s.Mute());

    /// <summary>A rule as somebody else, or an earlier start, left it.</summary>
    public void HasRule(string value, string? tag)
    {
        lock (_lock)
        {
            Add(value, tag);
        }
    }

    public void RefuseStream(FakeRefusal refusal) => Refuse(Stream, refusal);

    public void RefuseSearch(FakeRefusal refusal) => Refuse(Search, refusal);

    public void RefuseRules(FakeRefusal refusal) => Refuse(Rules, refusal);

    public void RefuseLookup(FakeRefusal refusal) => Refuse(FakeXLookup.Path, refusal);

    /// <summary>Searches wait from now on.</summary>
    public void HoldSearch() => _searchHeld = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ReleaseSearch() => _searchHeld?.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        ReleaseSearch();
        Drop();
        await _app.DisposeAsync();
        if (!_unexpected.IsEmpty)
        {
            throw new InvalidOperationException("X was asked what it doesn't take: " + string.Join(", ", _unexpected));
        }
    }

    private Task Answer(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value ?? "");
        if (context.Request.Headers.Authorization != $"Bearer {Token}" || context.Request.Headers.UserAgent.Count == 0)
        {
            _unexpected.Enqueue($"{method} {path} with the wrong token or without User-Agent");
            return Write(context, "{\"title\":\"Unauthorized\"}", 401);
        }

        switch (method, path)
        {
            case ("GET", Stream):
                return OnStream(context);
            case ("GET", Search):
                return OnSearch(context);
            case ("GET", FakeXLookup.Path):
                return Refused(context) ?? OnLookup(context);
            case ("GET", Rules):
                RuleReads.Add();
                return Refused(context) ?? Write(context, JsonSerializer.Serialize(new
                {
                    data = CurrentRules.Select(r => new { id = r.Id, value = r.Value, tag = r.Tag }),
                    meta = new { result_count = CurrentRules.Count },
                }));
            case ("POST", Rules):
                return OnRules(context);
            default:
                _unexpected.Enqueue($"{method} {path}");
                return Write(context, "{\"title\":\"Not Found\"}", 404);
        }
    }

    private async Task OnStream(HttpContext context)
    {
        StreamAttempts.Add();
        if (Refused(context) is { } refused)
        {
            await refused;
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.StartAsync();
        await context.Response.Body.FlushAsync();
        var stream = new FakeStream(context);
        lock (_lock)
        {
            _streams.Add(stream);
        }

        Streams.Add();
        await stream.Write(KeepAlive);
        lock (_lock)
        {
            _streams.Remove(stream);
        }
    }

    private async Task OnSearch(HttpContext context)
    {
        var query = context.Request.Query;
        SearchQueries.Enqueue(query);
        Searches.Add();
        await (_searchHeld?.Task ?? Task.CompletedTask).WaitAsync(context.RequestAborted);
        if (Refused(context) is { } refused)
        {
            await refused;
            return;
        }

        ulong? since = query["since_id"].FirstOrDefault() is { } id ? ulong.Parse(id, CultureInfo.InvariantCulture) : null;
        if (query["query"].ToString().Length > XSearchUrl.Length)
        {
            _unexpected.Enqueue("a query that's too long");
        }

        if (since < OldestSinceId)
        {
            await Write(context, "{\"errors\":[{\"message\":\"'since_id' must be a tweet id created after [7 days ago].\"}],\"title\":\"Invalid Request\"}", 400);
            return;
        }

        var start = DateTimeOffset.Parse(query["start_time"].FirstOrDefault() ?? "2000-01-01T00:00:00Z", CultureInfo.InvariantCulture);
        var older = ulong.Parse(query["next_token"].FirstOrDefault() ?? "18446744073709551615", CultureInfo.InvariantCulture);
        var hashtags = FakePost.Hashtags(query["query"].ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<FakePost> found;
        lock (_lock)
        {
            found = [.. _posts.Where(p => p.Number > (since ?? 0) && p.At >= start && p.Number < older && p.Matches(hashtags))
                .OrderByDescending(p => p.Number).Take(PageSize + 1)];
        }

        var page = found.Take(PageSize).ToList();
        await Write(context, FakePost.Page(page, found.Count > PageSize ? page[^1].Id : null));
    }

    private Task OnLookup(HttpContext context)
    {
        var ids = context.Request.Query["ids"].ToString().Split(',');
        if (ids.Length > 100)
        {
            _unexpected.Enqueue($"a look-up of {ids.Length} posts");
        }

        lock (_lock)
        {
            return Write(context, Lookups.Answer(ids, _posts));
        }
    }

    private async Task OnRules(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        lock (_lock)
        {
            if (body.RootElement.TryGetProperty("add", out var add))
            {
                foreach (var rule in add.EnumerateArray())
                {
                    Add(rule.GetProperty("value").GetString()!, rule.GetProperty("tag").GetString());
                }
            }

            if (body.RootElement.TryGetProperty("delete", out var delete))
            {
                var ids = delete.GetProperty("ids").EnumerateArray().Select(i => i.GetString()).ToHashSet();
                _rules.RemoveAll(r => ids.Contains(r.Id));
            }

            _hashtags = _rules.SelectMany(r => FakePost.Hashtags(r.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        }

        RuleWrites.Add();
        await Write(context, "{\"meta\":{\"summary\":{}}}", 201);
    }

    private void Add(string value, string? tag)
    {
        _rules.Add(new XRule((_nextRule++).ToString(CultureInfo.InvariantCulture), value, tag));
        _hashtags = _rules.SelectMany(r => FakePost.Hashtags(r.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private void Close(Action<FakeStream> close)
    {
        lock (_lock)
        {
            // A closed stream gets no more posts, however long the socket takes.
            _streams.ForEach(close);
            _streams.Clear();
        }
    }

    private void Refuse(string path, FakeRefusal refusal) => _refusals.GetOrAdd(path, _ => []).Enqueue(refusal);

    private Task? Refused(HttpContext context)
    {
        if (!_refusals.TryGetValue(context.Request.Path.Value!, out var queue) || !queue.TryDequeue(out var refusal))
        {
            return null;
        }

        if (refusal.ResetAt is { } reset)
        {
            context.Response.Headers["x-rate-limit-reset"] = reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        return Write(context, refusal.Body, refusal.Status);
    }

    private static Task Write(HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
