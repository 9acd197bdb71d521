using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using FeedbackBot.Deliver;
using FeedbackBot.Teams.Tokens;

namespace FeedbackBot.Teams;

/// <summary>Speaks the Bot Connector's REST protocol to whichever service URL a conversation came from.</summary>
public sealed class ConnectorClient(HttpClient http, TimeProvider clock)
{
    /// <summary>Starts a thread in a channel: the delivered ids are the thread's and the first activity's.</summary>
    public Task<SendVerdict> PostToChannelAsync(
        string serviceUrl,
        string channelId,
        string? tenantId,
        JsonObject activity,
        CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["isGroup"] = true,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = channelId } },
            ["tenantId"] = tenantId,
            ["activity"] = activity,
        };
        return SendAsync(HttpMethod.Post, serviceUrl, "v3/conversations", body, cancellationToken);
    }

    /// <summary>Opens the 1:1 chat with a person: the delivered conversation id is the chat's.</summary>
    public Task<SendVerdict> OpenChatAsync(string serviceUrl, string personId, string? tenantId, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["isGroup"] = false,
            ["members"] = new JsonArray(new JsonObject { ["id"] = personId }),
            ["tenantId"] = tenantId,
        };
        return SendAsync(HttpMethod.Post, serviceUrl, "v3/conversations", body, cancellationToken);
    }

    /// <summary>Posts into a thread or chat.</summary>
    public Task<SendVerdict> PostAsync(
        string serviceUrl,
        string conversationId,
        string? replyToId,
        JsonObject activity,
        CancellationToken cancellationToken)
    {
        var path = $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities";
        return SendAsync(
            HttpMethod.Post,
            serviceUrl,
            replyToId is null ? path : $"{path}/{Uri.EscapeDataString(replyToId)}",
            activity,
            cancellationToken);
    }

    /// <summary>Replaces an activity that was posted before.</summary>
    public Task<SendVerdict> EditAsync(
        string serviceUrl,
        string conversationId,
        string activityId,
        JsonObject activity,
        CancellationToken cancellationToken) => SendAsync(
        HttpMethod.Put,
        serviceUrl,
        $"v3/conversations/{Uri.EscapeDataString(conversationId)}/activities/{Uri.EscapeDataString(activityId)}",
        activity,
        cancellationToken);

    /// <summary>Everyone in a conversation, by Entra object id.</summary>
    /// <exception cref="HttpRequestException">Teams didn't say.</exception>
    public async Task<IReadOnlyDictionary<string, Member>> MembersAsync(string serviceUrl, string conversationId, CancellationToken cancellationToken)
    {
        var members = new Dictionary<string, Member>(StringComparer.OrdinalIgnoreCase);
        string? next = null;
        do
        {
            var path = $"v3/conversations/{Uri.EscapeDataString(conversationId)}/pagedmembers?pageSize=500";
            path = next is null ? path : $"{path}&continuationToken={Uri.EscapeDataString(next)}";
            using var page = await GetAsync(serviceUrl, path, cancellationToken);
            foreach (var member in page.RootElement.TryGetProperty("members", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default)
            {
                if (ActivityReader.Text(member, "aadObjectId") is { } personId)
                {
                    members[personId] = new Member(ActivityReader.Text(member, "name") ?? personId, ActivityReader.Text(member, "id"));
                }
            }

            next = ActivityReader.Text(page.RootElement, "continuationToken");
        }
        while (next is not null);

        return members;
    }

    /// <summary>A team's channels by id; General has no name.</summary>
    /// <exception cref="HttpRequestException">Teams didn't say.</exception>
    public async Task<IReadOnlyDictionary<string, string?>> ChannelsAsync(string serviceUrl, string teamId, CancellationToken cancellationToken)
    {
        using var answer = await GetAsync(serviceUrl, $"v3/teams/{Uri.EscapeDataString(teamId)}/conversations", cancellationToken);
        var channels = new Dictionary<string, string?>();
        foreach (var channel in answer.RootElement.TryGetProperty("conversations", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default)
        {
            if (ActivityReader.Text(channel, "id") is { } channelId)
            {
                channels[channelId] = ActivityReader.Text(channel, "name");
            }
        }

        return channels;
    }

    private async Task<JsonDocument> GetAsync(string serviceUrl, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await http.GetStreamAsync(At(serviceUrl, path), cancellationToken);
            return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        }
        catch (TaskCanceledException fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException("Teams didn't answer in time.", fault);
        }
    }

    private async Task<SendVerdict> SendAsync(HttpMethod method, string serviceUrl, string path, JsonObject body, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, At(serviceUrl, path)) { Content = JsonContent.Create(body) };
            using var response = await http.SendAsync(request, cancellationToken);
            var answer = await ReadAsync(response, cancellationToken);
            return response.IsSuccessStatusCode
                ? new SendVerdict.Delivered(answer?.Id, answer?.ActivityId ?? answer?.Id)
                : SendTable.Of((int)response.StatusCode, answer?.Error?.Code, Wait(response.Headers.RetryAfter));
        }
        catch (ForeignHostException fault)
        {
            return new SendVerdict.GiveUp(GiveUpReason.Refused, fault.Message);
        }
        catch (TokenException fault)
        {
            return new SendVerdict.RetryAfter(null, fault.Message);
        }
        catch (HttpRequestException fault)
        {
            return new SendVerdict.RetryAfter(null, $"Teams can't be reached: {fault.Message}");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendVerdict.RetryAfter(null, "Teams didn't answer in time");
        }
    }

    private static async Task<ConnectorAnswer?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<ConnectorAnswer>(cancellationToken);
        }
        catch (JsonException)
        {
            // A proxy's HTML page, or nothing at all: the status says enough.
            return null;
        }
    }

    private static Uri At(string serviceUrl, string path) => new(new Uri(serviceUrl.TrimEnd('/') + "/"), path);

    private TimeSpan? Wait(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };
}
