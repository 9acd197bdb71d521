using System.Collections.Concurrent;
using System.Globalization;
using FeedbackBot.Posts.X;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>
/// X on a real socket: rules, filtered stream, recent search, each route in a file of its own. As with X, a post reaches stream and search
/// only when its text has a hashtag that the rules or the query ask for. What X wouldn't take (another route, a wrong token) throws when
/// the fake is disposed.
/// </summary>
public sealed class FakeX : IAsyncDisposable
{
    public const string Token = "fake-token";

    private readonly ConcurrentQueue<string> _unexpected = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeRefusal>> _refusals = [];
    private readonly WebApplication _app;
    private readonly TimeProvider _clock;

    private FakeX(WebApplication app, TimeProvider clock)
    {
        (_app, _clock) = (app, clock);
        (Search, Live) = (new(clock), new(clock));
    }

    public FakeRules Rules { get; } = new();

    public FakeSearch Search { get; }

    public FakeStreams Live { get; }

    public Uri Url => new(_app.Urls.Single());

    public XOptions Options => new() { BaseUrl = Url.ToString(), BearerToken = Token };

    /// <summary>Every request is answered with this; null for none.</summary>
    public FakeRefusal? RefusesAll { get; set; }

    /// <summary>Every attempt to open a stream is answered with this; null for none.</summary>
    public FakeRefusal? RefusesStreams { get; set; }

    public TimeSpan? KeepAlive
    {
        get => Live.KeepAlive;
        set => Live.KeepAlive = value;
    }

    public int PageSize
    {
        get => Search.PageSize;
        set => Search.PageSize = value;
    }

    public ulong OldestSinceId
    {
        get => Search.OldestSinceId;
        set => Search.OldestSinceId = value;
    }

    public FakeTally Streams => Live.Opened;

    public FakeTally StreamAttempts => Live.Attempts;

    public FakeTally Searches => Search.Arrived;

    /// <summary>Look-ups of posts by their ids.</summary>
    public FakeLookup Lookups { get; } = new();

    public FakeTally RuleReads => Rules.Reads;

    public FakeTally RuleWrites => Rules.Writes;

    public ConcurrentQueue<IQueryCollection> SearchQueries => Search.Queries;

    public IReadOnlyList<XRule> CurrentRules => Rules.Current;

    /// <param name="clock">Whose time keep-alives, held places and search have; null for the machine's.</param>
    public static async Task<FakeX> Start(TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var fake = new FakeX(app, clock ?? TimeProvider.System);
        app.Run(fake.Answer);
        await app.StartAsync();
        return fake;
    }

    /// <summary>A member of the public writes: the post can be searched, and comes on every open stream.</summary>
    /// <param name="id">Digits; greater ids are newer.</param>
    public void Post(string id, string text, string handle = "pat", string name = "Pat Ient") =>
        Post(new FakePost(id, text) { Handle = handle, Name = name, At = _clock.GetUtcNow() });

    /// <inheritdoc cref="Post(string, string, string, string)"/>
    public void Post(FakePost post)
    {
        Search.Add(post);
        Lookups.Add(post);
        Deliver(post);
    }

    /// <summary>The stream gives a post, late or again.</summary>
    public void Deliver(FakePost post)
    {
        if (post.Matches(Rules.Hashtags))
        {
            SendLine(post.Line());
        }
    }

    /// <summary>Sends this line on every open stream, whatever it is.</summary>
    public void SendLine(string line) => Live.Send(line + "\r\n");

    /// <summary>Breaks every open stream.</summary>
    public void Drop() => Live.Close(s => s.Drop(), isAbrupt: true);

    /// <summary>Ends every open stream cleanly.</summary>
    public void End() => Live.Close(s => s.End(), isAbrupt: false);

    /// <summary>Every open stream goes silent: it stays open, and nothing more comes.</summary>
    public void Mute() => Live.Close(s => s.Mute(), isAbrupt: true);

    /// <inheritdoc cref="FakeRules.Has"/>
    public void HasRule(string value, string? tag) => Rules.Has(value, tag);

    public void RefuseStream(FakeRefusal refusal) => Refuse(FakeStreams.Path, refusal);

    public void RefuseSearch(FakeRefusal refusal) => Refuse(FakeSearch.Path, refusal);

    public void RefuseRules(FakeRefusal refusal) => Refuse(FakeRules.Path, refusal);

    public void RefuseLookup(FakeRefusal refusal) => Refuse(FakeLookup.Path, refusal);

    public void RefuseFreeing(FakeRefusal refusal) => Refuse(FakeStreams.Connections, refusal);

    /// <summary>Searches wait from now on.</summary>
    public void HoldSearch() => Search.Hold();

    public void ReleaseSearch() => Search.Release();

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

    /// <summary>Answers with the refusal that is meant for this request, if there is one.</summary>
    internal static async Task<bool> Refuses(HttpContext context)
    {
        if (context.Items[typeof(FakeRefusal)] is not FakeRefusal refusal)
        {
            return false;
        }

        if (refusal.Status == 0)
        {
            context.Abort();
            return true;
        }

        if (refusal.ResetAt is { } reset)
        {
            context.Response.Headers["x-rate-limit-reset"] = reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        }

        await Write(context, refusal.Body, refusal.Status);
        return true;
    }

    internal static Task Write(HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = json.StartsWith('<') ? "text/html" : "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    private Task Answer(HttpContext context)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.Value ?? "");
        if (context.Request.Headers.Authorization != $"Bearer {Token}" || context.Request.Headers.UserAgent.Count == 0)
        {
            _unexpected.Enqueue($"{method} {path} with the wrong token or without User-Agent");
            return Write(context, "{\"title\":\"Unauthorized\"}", 401);
        }

        context.Items[typeof(FakeRefusal)] = RefusesAll
            ?? (path == FakeStreams.Path ? RefusesStreams : null)
            ?? (_refusals.TryGetValue(path, out var queue) && queue.TryDequeue(out var refusal) ? refusal : null);
        return (method, path) switch
        {
            ("GET", FakeStreams.Path) => Live.Get(context),
            ("DELETE", FakeStreams.Connections) => Live.Free(context),
            ("GET", FakeSearch.Path) => Search.Get(context),
            ("GET", FakeLookup.Path) => Lookups.Get(context),
            ("GET", FakeRules.Path) => Rules.Get(context),
            ("GET", FakeRules.Counts) => Rules.Count(context),
            ("POST", FakeRules.Path) => Rules.Post(context),
            _ => Unexpected(context),
        };
    }

    private Task Unexpected(HttpContext context)
    {
        _unexpected.Enqueue($"{context.Request.Method} {context.Request.Path}");
        return Write(context, "{\"title\":\"Not Found\"}", 404);
    }

    private void Refuse(string path, FakeRefusal refusal) => _refusals.GetOrAdd(path, _ => []).Enqueue(refusal);
}
