using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace FeedbackBot.LocalTeams;

/// <summary>Between HTTP and the connector: reads the body, misbehaves when told to, writes the answer.</summary>
internal sealed class ConnectorGate(LocalTenant tenant, Misbehaviour misbehaviour, TimeProvider time)
{
    /// <summary>While 412 is on every operation takes this long, so that two at once really meet.</summary>
    private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, bool> _underWay = new();

    /// <summary>Runs one connector request without a body.</summary>
    public Task<IResult> Pass(HttpContext http, string conversation, Func<ConnectorAnswer> work) =>
        Run(http, ConversationId.Parse(conversation).Conversation, work);

    /// <summary>Runs one connector request with a JSON object as its body.</summary>
    /// <param name="conversation">Null: the body says which.</param>
    public async Task<IResult> Pass(HttpContext http, string? conversation, Func<JsonElement, ConnectorAnswer> work)
    {
        if (await Body(http) is not { ValueKind: JsonValueKind.Object } body)
        {
            return Write(ConnectorAnswer.BadSyntax);
        }

        var about = conversation is null ? ChannelOf(body) : ConversationId.Parse(conversation).Conversation;
        return await Run(http, about, () => work(body));
    }

    private static string? ChannelOf(JsonElement body) =>
        LocalConnector.ChannelOf(body) is { } channel ? ConversationId.Parse(channel).Conversation : null;

    private async Task<IResult> Run(HttpContext http, string? conversation, Func<ConnectorAnswer> work)
    {
        if (misbehaviour.Take(Misbehaviour.Slow, conversation) is { } slow)
        {
            await Task.Delay(TimeSpan.FromSeconds(slow.RetryAfter ?? 3), time, http.RequestAborted);
        }

        if (IsOfTeam(conversation) && !tenant.IsInstalled)
        {
            return Write(ConnectorAnswer.NotInRoster);
        }

        if (misbehaviour.TakeStatus(conversation) is { } status)
        {
            return Spoil(http, status);
        }

        var answer = await Alone(http, conversation, work);
        if (misbehaviour.Take(Misbehaviour.LostAnswer, conversation) is null)
        {
            return Write(answer);
        }

        http.Abort();
        return Results.Empty;
    }

    private async Task<ConnectorAnswer> Alone(HttpContext http, string? conversation, Func<ConnectorAnswer> work)
    {
        if (conversation is null || misbehaviour.Take(Misbehaviour.AtOnce, conversation) is null)
        {
            return work();
        }

        if (!_underWay.TryAdd(conversation, true))
        {
            return ConnectorAnswer.AtOnce;
        }

        try
        {
            await Task.Delay(Held, time, http.RequestAborted);
            return work();
        }
        finally
        {
            _underWay.TryRemove(conversation, out _);
        }
    }

    /// <summary>A chat is no part of the team: removing the bot from the team leaves it alone.</summary>
    private bool IsOfTeam(string? conversation) => conversation is not null && tenant.Conversation(conversation) is null or { IsChannel: true };

    private static IResult Spoil(HttpContext http, MisbehaviourState status)
    {
        var code = int.Parse(status.Kind, CultureInfo.InvariantCulture);
        if (status.RetryAfter is { } seconds || (code == 429 && (seconds = 2) > 0))
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return Write(code switch
        {
            429 => ConnectorAnswer.Error(code, "Throttled", "Too many requests."),
            503 => ConnectorAnswer.Error(code, "ServiceUnavailable", "The service is unavailable."),
            _ => ConnectorAnswer.Error(code, "ServiceError", "The service has failed."),
        });
    }

    private static IResult Write(ConnectorAnswer answer) => answer.Body is null
        ? Results.StatusCode(answer.Status)
        : Results.Text(answer.Body.ToJsonString(), "application/json; charset=utf-8", statusCode: answer.Status);

    private static async Task<JsonElement?> Body(HttpContext http)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
