using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>One request at the bot's door: as Teams sends it, until a test spoils something.</summary>
internal sealed class Knock
{
    public const string AppId = "5a1c0f60-1111-4222-8333-944445555666";
    public const string TenantId = "6b2d1a71-1111-4222-8333-944445555666";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/6b2d1a71-1111-4222-8333-944445555666/";

    public Knock(FakeKey key, DateTimeOffset now, string serviceUrl = ServiceUrl)
    {
        Key = key;
        Header = new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key.Id, ["x5t"] = key.Id };
        Claims = new()
        {
            ["serviceurl"] = serviceUrl,
            ["nbf"] = now.AddMinutes(-10).ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(50).ToUnixTimeSeconds(),
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
        };
        Activity = new()
        {
            ["type"] = "conversationUpdate",
            ["id"] = $"f:{Guid.NewGuid()}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JsonObject { ["id"] = "29:someone", ["aadObjectId"] = "00000000-0000-4000-8000-000000000009" },
            ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}", ["name"] = "FeedbackBot" },
            ["conversation"] = new JsonObject { ["id"] = "19:team@thread.tacv2", ["conversationType"] = "channel", ["tenantId"] = TenantId },
            ["channelData"] = new JsonObject
            {
                ["eventType"] = "channelCreated",
                ["tenant"] = new JsonObject { ["id"] = TenantId },
                ["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2" },
                ["channel"] = new JsonObject { ["id"] = Channel, ["name"] = "Somewhere" },
            },
        };
        Now = now;
        Authorize = token => [$"Bearer {token}"];
        Payload = () => Claims.ToJsonString();
        Token = () => Key.Sign(Header.ToJsonString(), Payload());
        Body = () => Activity.ToJsonString();
    }

    /// <summary>The bot knows this channel afterwards if, and only if, it let the request in.</summary>
    public string Channel { get; } = $"19:{Guid.NewGuid():N}@thread.tacv2";

    public FakeKey Key { get; set; }

    public DateTimeOffset Now { get; }

    public JsonObject Header { get; }

    public JsonObject Claims { get; }

    public JsonObject Activity { get; }

    public string Path { get; set; } = "/api/messages";

    public bool Chunked { get; set; }

    public Func<string> Payload { get; set; }

    public Func<string> Token { get; set; }

    public Func<string> Body { get; set; }

    /// <summary>The values of the header Authorization.</summary>
    public Func<string, string[]> Authorize { get; set; }

    /// <summary>Unix seconds from now.</summary>
    public long In(double minutes) => Now.AddMinutes(minutes).ToUnixTimeSeconds();

    /// <summary>Both the claim and the activity.</summary>
    public void Serve(string serviceUrl)
    {
        Claims["serviceurl"] = serviceUrl;
        Activity["serviceUrl"] = serviceUrl;
    }

    public async Task<HttpResponseMessage> At(HttpClient http)
    {
        var token = Token();
        using var request = new HttpRequestMessage(HttpMethod.Post, string.Format(CultureInfo.InvariantCulture, Path, token));
        foreach (var value in Authorize(token))
        {
            request.Headers.TryAddWithoutValidation("Authorization", value);
        }

        request.Headers.TransferEncodingChunked = Chunked;
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body())) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await http.SendAsync(request);
    }
}
