using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using FeedbackBot.Tests.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Deliver;

/// <summary>
/// Teams' connector on a real socket. It does what it is asked, or answers what a test tells it to. What a well-mannered bot doesn't do (two
/// requests at once in one conversation, another route) throws when the fake is disposed.
/// </summary>
internal sealed class FakeTeams : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly List<TeamsCall> _calls = [];
    private readonly List<TeamsMessage> _messages = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _watchers = [];
    private readonly ConcurrentQueue<string> _unexpected = [];
    private readonly ConcurrentDictionary<string, bool> _underWay = [];
    private readonly WebApplication _app;

    private FakeTeams(WebApplication app) => _app = app;

    public string ServiceUrl => $"{_app.Urls.Single()}/teams";

    /// <summary>Asked before each request is carried out; null lets Teams be well.</summary>
    public Func<TeamsCall, Task<TeamsAnswer?>> Answer { get; set; } = _ => Task.FromResult<TeamsAnswer?>(null);

    /// <summary>The channels of the one team, with their names.</summary>
    public Dictionary<string, string> Channels { get; } = [];

    /// <summary>What arrived, refused or not, but for questions about members and channels.</summary>
    public IReadOnlyList<TeamsCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public static async Task<FakeTeams> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var teams = new FakeTeams(app);
        app.MapPost("/teams/v3/conversations", teams.CreateAsync);
        app.MapPost("/teams/v3/conversations/{id}/activities/{reply?}", teams.SayAsync);
        app.MapPut("/teams/v3/conversations/{id}/activities/{activity}", teams.EditAsync);
        app.MapGet("/teams/v3/conversations/{id}/pagedmembers", () => new
        {
            members = CardSamples.Fixers.Select(p => new { aadObjectId = p.Id, name = p.Name }),
        });
        app.MapGet("/teams/v3/teams/{id}/conversations", () => new { conversations = teams.Channels.Select(c => new { id = c.Key, name = c.Value }) });
        app.MapFallback((HttpContext http) => teams._unexpected.Enqueue($"{http.Request.Method} {http.Request.Path}"));
        await app.StartAsync();
        return teams;
    }

    /// <summary>From now on Teams answers this to everything.</summary>
    public void AnswerAll(TeamsAnswer? answer) => Answer = _ => Task.FromResult(answer);

    /// <summary>Teams answers these to the next requests, then is well.</summary>
    public void AnswerNext(params TeamsAnswer?[] answers)
    {
        var left = new ConcurrentQueue<TeamsAnswer?>(answers);
        Answer = _ => Task.FromResult(left.TryDequeue(out var answer) ? answer : null);
    }

    /// <summary>What stands in a channel or chat, oldest first.</summary>
    public IReadOnlyList<TeamsMessage> In(string place)
    {
        lock (_lock)
        {
            return [.. _messages.Where(m => m.Place == place)];
        }
    }

    public void Delete(string messageId)
    {
        lock (_lock)
        {
            _messages.RemoveAll(m => m.Id == messageId);
        }
    }

    /// <summary>Comes when this many requests have arrived.</summary>
    public Task ArrivedAsync(int count)
    {
        lock (_lock)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((count, reached));
            TellWatchers();
            return reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Assert.Empty(_unexpected);
    }

    private static string PlaceOf(string conversationId) => conversationId.Split(";messageid=")[0];

    private async Task CreateAsync(HttpContext http)
    {
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        if (body.TryGetProperty("members", out var members))
        {
            var chat = $"a:{members[0].GetProperty("id").GetString()}";
            await HandleAsync(http, new TeamsCall("open", chat, chat, null, default), _ => new { id = chat });
            return;
        }

        var channel = body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()!;
        await HandleAsync(http, new TeamsCall("post", channel, channel, null, body.GetProperty("activity")), call =>
        {
            var id = Keep(call, channel);
            return new { id = $"{channel};messageid={id}", activityId = id };
        });
    }

    private async Task SayAsync(HttpContext http, string id, string? reply)
    {
        var activity = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        await HandleAsync(http, new TeamsCall("say", PlaceOf(id), id, reply, activity), call => new { id = Keep(call, id) });
    }

    private async Task EditAsync(HttpContext http, string id, string activity)
    {
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        await HandleAsync(http, new TeamsCall("edit", PlaceOf(id), id, activity, body), call =>
        {
            lock (_lock)
            {
                var at = _messages.FindIndex(m => m.Id == activity && m.Place == call.Place);
                if (at < 0)
                {
                    return null;
                }

                _messages[at] = _messages[at] with { Call = call };
                return new { id = activity };
            }
        });
    }

    private string Keep(TeamsCall call, string thread)
    {
        lock (_lock)
        {
            var id = (1_700_000_000_000 + _messages.Count + _calls.Count).ToString(CultureInfo.InvariantCulture);
            _messages.Add(new TeamsMessage(id, call.Place, call.Verb == "post" ? $"{thread};messageid={id}" : thread, call));
            return id;
        }
    }

    /// <param name="work">What Teams does when it is well; null when it doesn't find what it should work on.</param>
    private async Task HandleAsync(HttpContext http, TeamsCall call, Func<TeamsCall, object?> work)
    {
        if (!_underWay.TryAdd(call.Place, true))
        {
            _unexpected.Enqueue($"Two requests at once in {call.Place}");
        }

        lock (_lock)
        {
            _calls.Add(call);
            TellWatchers();
        }

        var told = await Answer(call);
        var done = told is null || told == TeamsAnswer.Lost ? work(call) : null;
        _underWay.TryRemove(call.Place, out _);
        if (told == TeamsAnswer.Lost)
        {
            http.Abort();
            return;
        }

        await WriteAsync(http, told ?? (done is null ? new TeamsAnswer(404, "ActivityNotFoundInConversation") : null), done);
    }

    private static async Task WriteAsync(HttpContext http, TeamsAnswer? refused, object? done)
    {
        http.Response.StatusCode = refused?.Status ?? StatusCodes.Status201Created;
        if (refused?.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        if (refused?.Body is { } body)
        {
            await http.Response.WriteAsync(body);
            return;
        }

        await http.Response.WriteAsJsonAsync(refused is null ? done : new { error = new { code = refused.Code, message = "As told." } });
    }

    private void TellWatchers()
    {
        foreach (var (_, reached) in _watchers.Where(w => w.Count <= _calls.Count))
        {
            reached.TrySetResult();
        }
    }
}
