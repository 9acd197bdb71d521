using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Teams;

/// <summary>
/// A Teams that isn't the bot's own: a connector on another port, a team with channels whose members differ. What it is asked beyond
/// that throws when it is disposed.
/// </summary>
internal sealed class OutsideTeams : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Watch _watch = new();
    private readonly ConcurrentQueue<OutsideMessage> _messages = [];
    private readonly ConcurrentDictionary<string, (string? Name, IReadOnlyList<LocalPerson> Members)> _channels = [];
    private readonly ConcurrentQueue<string> _unexpected = [];
    private int _newest = 1000;

    private OutsideTeams(WebApplication app) => _app = app;

    public const string TeamId = "19:outside-team@thread.tacv2";

    /// <summary>Its connector's address.</summary>
    public string ServiceUrl => $"{_app.Urls.First()}/outside/";

    /// <summary>Whether the bot is in the team; otherwise its channels answer 403.</summary>
    public bool HasBot { get; set; } = true;

    /// <summary>Whether 1:1 chats can be opened.</summary>
    public bool ChatsAreOpen { get; set; } = true;

    public IReadOnlyList<OutsideMessage> Messages => [.. _messages];

    /// <summary>The header of every request that came.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = [];

    public static async Task<OutsideTeams> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var teams = new OutsideTeams(app);
        app.Use((http, next) =>
        {
            teams.Authorizations.Enqueue(http.Request.Headers.Authorization.ToString());
            return next(http);
        });
        app.MapPost("/outside/v3/conversations", (JsonObject body) => teams.Create(body));
        app.MapPost("/outside/v3/conversations/{id}/activities", (string id, JsonObject activity) => teams.Take(id, activity));
        app.MapPost("/outside/v3/conversations/{id}/activities/{replyTo}", (string id, string replyTo, JsonObject activity) => teams.Take(id, activity));
        app.MapPut("/outside/v3/conversations/{id}/activities/{activity}", (string id, string activity, JsonObject body) => teams.Edit(id, activity, body));
        app.MapGet("/outside/v3/conversations/{id}/pagedmembers", (string id) => teams.Members(id));
        app.MapGet("/outside/v3/teams/{id}/conversations", (string id) => teams.List(id));
        app.MapFallback((HttpContext http) => teams.Surprise($"{http.Request.Method} {http.Request.Path}"));
        await app.StartAsync();
        return teams;
    }

    /// <summary>Makes a channel; nobody tells the bot.</summary>
    /// <returns>Its id.</returns>
    public string Channel(string? name, params IReadOnlyList<LocalPerson> members)
    {
        var id = name is null ? TeamId : $"19:{name.ToLowerInvariant().Replace(' ', '-')}@thread.tacv2";
        _channels[id] = (name, members);
        return id;
    }

    public static string ChatOf(LocalPerson person) => $"a:outside-{person.Id}";

    /// <summary>Comes when the bot has put such a message into the conversation, as it stands then.</summary>
    public Task<OutsideMessage> Message(string conversation, Func<OutsideMessage, bool> isWanted) => _watch.Until(
        () => Messages.LastOrDefault(m => m.Conversation == conversation && isWanted(m)),
        () => string.Join("\n---\n", Messages));

    public Task<OutsideMessage> Message(string conversation, string words) => Message(conversation, m => m.Says(words));

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Assert.Empty(_unexpected);
    }

    private IResult Create(JsonObject body)
    {
        if ((string?)body["channelData"]?["channel"]?["id"] is not { } channel)
        {
            var person = (string)body["members"]![0]!["id"]!;
            return ChatsAreOpen
                ? Results.Json(new { id = $"a:outside-{person}" }, statusCode: 201)
                : Fault(403, "ForbiddenOperationException");
        }

        if (Refusal(channel) is { } refusal)
        {
            return refusal;
        }

        var id = NewId();
        Keep(new OutsideMessage(id, channel, id, (JsonObject)body["activity"]!));
        return Results.Json(new { id = $"{channel};messageid={id}", activityId = id }, statusCode: 201);
    }

    private IResult Take(string conversation, JsonObject activity)
    {
        var (place, thread) = Split(conversation);
        if (Refusal(place) is { } refusal)
        {
            return refusal;
        }

        var id = NewId();
        Keep(new OutsideMessage(id, place, place[0] == 'a' ? null : thread ?? id, activity));
        return Results.Json(new { id }, statusCode: 201);
    }

    private IResult Edit(string conversation, string id, JsonObject activity)
    {
        var (place, thread) = Split(conversation);
        Keep(new OutsideMessage(id, place, thread, activity));
        return Results.Json(new { id });
    }

    private IResult Members(string conversation) => _channels.TryGetValue(Split(conversation).Place, out var channel)
        ? Results.Json(new { members = channel.Members.Select(m => new { id = m.ChannelId, name = m.Name, aadObjectId = m.Id }) })
        : Fault(404, "ConversationNotFound");

    private IResult List(string team) => team == TeamId
        ? Results.Json(new { conversations = _channels.Select(c => new { id = c.Key, name = c.Value.Name }) })
        : Fault(404, "ConversationNotFound");

    private IResult? Refusal(string place) =>
        place[0] == 'a' ? null
        : !_channels.ContainsKey(place) ? Fault(404, "ConversationNotFound")
        : HasBot ? null
        : Fault(403, "BotNotInConversationRoster");

    private IResult Surprise(string request)
    {
        _unexpected.Enqueue(request);
        return Fault(404, "NotFound");
    }

    private void Keep(OutsideMessage message)
    {
        _messages.Enqueue(message);
        _watch.Pulse();
    }

    private string NewId() => Interlocked.Increment(ref _newest).ToString(CultureInfo.InvariantCulture);

    private static IResult Fault(int status, string code) => Results.Json(new { error = new { code, message = code } }, statusCode: status);

    private static (string Place, string? Thread) Split(string conversation) =>
        conversation.Split(";messageid=") is [var place, var thread] ? (place, thread) : (conversation, null);
}
