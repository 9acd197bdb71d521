using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>Reasons not to let a request in, and the few in which a real one may differ.</summary>
public sealed class DoorTests(DoorFixture door) : IClassFixture<DoorFixture>
{
    private static readonly Dictionary<string, (int Status, string Why, Action<Knock, DoorFixture> Spoil)> Refused = new()
    {
        ["no header"] = Row(401, "It came without a token", (k, _) => k.Authorize = _ => []),
        ["an empty header"] = Row(401, "It came without a token", (k, _) => k.Authorize = _ => [""]),
        ["Basic"] = Row(401, "It came without a token", (k, _) => k.Authorize = _ => ["Basic Ym90OnMzY3JldA=="]),
        ["Bearer without a token"] = Row(401, "It came without a token", (k, _) => k.Authorize = _ => ["Bearer "]),
        ["a token without Bearer"] = Row(401, "It came without a token", (k, _) => k.Authorize = token => [token]),
        ["two headers"] = Row(401, "It came without a token", (k, _) => k.Authorize = token => [$"Bearer {token}", $"Bearer {token}"]),
        ["the token in the query"] = Row(401, "It came without a token", (k, _) => { k.Path = "/api/messages?access_token={0}&authorization=Bearer%20{0}"; k.Authorize = _ => []; }),
        ["a large body without a token"] = Row(401, "It came without a token", (k, _) => { k.Authorize = _ => []; k.Activity["text"] = new string('x', 300_000); }),
        ["garbage"] = Row(403, "isn't a signed JWT", (k, _) => k.Authorize = _ => ["Bearer garbage"]),
        ["dots"] = Row(403, "isn't a signed JWT", (k, _) => k.Authorize = _ => ["Bearer ..."]),
        ["parts that aren't JSON"] = Row(403, "can't be read", (k, _) => k.Token = () => k.Key.Sign("alg", "iss")),
        ["a list instead of claims"] = Row(403, "can't be read", (k, _) => k.Payload = () => "[]"),
        ["two tokens in one header"] = Row(401, "It came without a token", (k, _) => k.Authorize = token => [$"Bearer {token}, Bearer {token}"]),
        ["an encrypted token's five parts"] = Row(403, "isn't a signed JWT", (k, _) => k.Authorize = token => [$"Bearer {token}.AAAA.AAAA"]),
        ["alg none without a signature"] = Row(403, "isn't a signed JWT", (k, _) => { k.Header["alg"] = "none"; k.Token = () => FakeKey.Sign(k.Header.ToJsonString(), k.Payload(), _ => []); }),
        ["alg none with a signature"] = Row(403, "isn't signed with RS256", (k, _) => k.Header["alg"] = "none"),
        ["alg nOnE"] = Row(403, "isn't signed with RS256", (k, _) => k.Header["alg"] = "nOnE"),
        ["no alg"] = Row(403, "isn't signed with RS256", (k, _) => k.Header.Remove("alg")),
        ["HS256 with the public key as PEM"] = Row(403, "isn't signed with RS256", (k, _) => Hs256(k, Encoding.ASCII.GetBytes(k.Key.Rsa.ExportSubjectPublicKeyInfoPem()))),
        ["HS256 with the public key's modulus"] = Row(403, "isn't signed with RS256", (k, _) => Hs256(k, k.Key.Rsa.ExportParameters(false).Modulus!)),
        ["HS256's signature under RS256's name"] = Row(403, "signature doesn't hold", (k, _) => { Hs256(k, k.Key.Rsa.ExportSubjectPublicKeyInfo()); k.Header["alg"] = "RS256"; }),
        ["RS512, though rightly signed"] = Row(403, "isn't signed with RS256", (k, _) =>
        {
            k.Header["alg"] = "RS512";
            k.Token = () => FakeKey.Sign(k.Header.ToJsonString(), k.Payload(), text => k.Key.Rsa.SignData(text, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1));
        }),
        ["PSS under RS256's name"] = Row(403, "signature doesn't hold", (k, _) =>
            k.Token = () => FakeKey.Sign(k.Header.ToJsonString(), k.Payload(), text => k.Key.Rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))),
        ["a stranger's key under Microsoft's id"] = Row(403, "signature doesn't hold", (k, d) => k.Key = d.Stranger),
        ["a stranger's key that the header brings along"] = Row(403, "is signed with a key that isn't Microsoft's", (k, d) => { k.Key = d.Stranger; k.Header["jwk"] = d.Stranger.Published(); k.Header["kid"] = "mine"; }),
        ["an unknown key id"] = Row(403, "is signed with a key that isn't Microsoft's", (k, _) => k.Header["kid"] = "nobodys-key"),
        ["no key id"] = Row(403, "doesn't name its key", (k, _) => k.Header.Remove("kid")),
        ["the id of Microsoft's other key"] = Row(403, "signature doesn't hold", (k, d) => k.Header["kid"] = d.Sibling.Id),
        ["no signature"] = Row(403, "isn't a signed JWT", (k, _) => { var sign = k.Token; k.Token = () => sign()[..(sign().LastIndexOf('.') + 1)]; }),
        ["another token's signature"] = Row(403, "signature doesn't hold", (k, _) =>
        {
            var sign = k.Token;
            k.Token = () =>
            {
                var real = sign();
                k.Claims["exp"] = k.In(500);
                return string.Join('.', sign().Split('.')[..2]) + real[real.LastIndexOf('.')..];
            };
        }),
        ["an extension that must be understood"] = Row(403, "asks for extensions that nobody here knows", (k, _) => { k.Header["crit"] = new JsonArray("b64"); k.Header["b64"] = false; }),
        ["expired"] = Row(403, "has expired", (k, _) => k.Claims["exp"] = k.In(-6)),
        ["not valid yet"] = Row(403, "isn't valid yet", (k, _) => k.Claims["nbf"] = k.In(6)),
        ["without an end"] = Row(403, "has no end", (k, _) => k.Claims.Remove("exp")),
        ["an end in words"] = Row(403, "has no end", (k, _) => k.Claims["exp"] = "2099-01-01"),
        ["an end beyond all time"] = Row(403, "has no end", (k, _) => k.Claims["exp"] = long.MaxValue),
        ["a beginning in words"] = Row(403, "isn't valid yet", (k, _) => k.Claims["nbf"] = "now"),
        ["another issuer"] = Row(403, "is from another issuer", (k, _) => k.Claims["iss"] = "https://api.botframework.com.evil.example"),
        ["the issuer with a slash"] = Row(403, "is from another issuer", (k, _) => k.Claims["iss"] = "https://api.botframework.com/"),
        ["the emulator's issuer"] = Row(403, "is from another issuer", (k, _) => k.Claims["iss"] = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"),
        ["our own tenant's issuer"] = Row(403, "is from another issuer", (k, _) => k.Claims["iss"] = $"https://login.microsoftonline.com/{Knock.TenantId}/v2.0"),
        ["no issuer"] = Row(403, "is from another issuer", (k, _) => k.Claims.Remove("iss")),
        ["another bot's audience"] = Row(403, "another audience", (k, _) => k.Claims["aud"] = "99999999-1111-4222-8333-944445555666"),
        ["several audiences, ours among them"] = Row(403, "another audience", (k, _) => k.Claims["aud"] = new JsonArray(Knock.AppId, "https://api.botframework.com")),
        ["no audience"] = Row(403, "another audience", (k, _) => k.Claims.Remove("aud")),
        ["a number as audience"] = Row(403, "another audience", (k, _) => k.Claims["aud"] = new JsonArray(7)),
        ["two issuers"] = Row(403, "can't be read", (k, _) => Twice(k, "iss", "https://evil.example")),
        ["two audiences in two claims"] = Row(403, "can't be read", (k, _) => Twice(k, "aud", "99999999-1111-4222-8333-944445555666")),
        ["two service URLs in two claims"] = Row(403, "can't be read", (k, _) => Twice(k, "serviceurl", Knock.ServiceUrl)),
        ["two algorithms in one header"] = Row(403, "can't be read", (k, _) => k.Token = () => k.Key.Sign(k.Header.ToJsonString()[..^1] + ",\"alg\":\"none\"}", k.Payload())),
        ["no serviceurl claim"] = Row(403, "has no serviceurl", (k, _) => k.Claims.Remove("serviceurl")),
        ["the claim in another case"] = Row(403, "has no serviceurl", (k, _) => { k.Claims.Remove("serviceurl"); k.Claims["serviceUrl"] = Knock.ServiceUrl; }),
        ["another service URL than the claim's"] = Row(403, "The activity's serviceUrl isn't the token's", (k, _) => k.Activity["serviceUrl"] = "https://smba.trafficmanager.net/amer/"),
        ["the service URL's path in another case"] = Row(403, "The activity's serviceUrl isn't the token's", (k, _) => k.Activity["serviceUrl"] = Knock.ServiceUrl.Replace("emea", "EMEA", StringComparison.Ordinal)),
        ["the service URL on another port"] = Row(403, "isn't one of Teams' hosts", (k, _) => k.Serve("https://smba.trafficmanager.net:8443/emea/")),
        ["the service URL without https"] = Row(403, "isn't one of Teams' hosts", (k, _) => k.Serve("http://smba.trafficmanager.net/emea/")),
        ["a service of anyone's, though signed"] = Row(403, "isn't one of Teams' hosts", (k, _) => k.Serve("https://evil.trafficmanager.net/emea/")),
        ["a service that looks like Teams'"] = Row(403, "isn't one of Teams' hosts", (k, _) => k.Serve("https://smba.trafficmanager.net.evil.example/emea/")),
        ["a service behind Teams' name"] = Row(403, "isn't one of Teams' hosts", (k, _) => k.Serve("https://smba.trafficmanager.net@evil.example/emea/")),
        ["Teams' own service with a name before it"] = Row(403, "isn't one of Teams' hosts", (k, _) => k.Serve("https://evil@smba.trafficmanager.net/emea/")),
        ["a loopback service, which is for local mode"] = Row(403, "isn't one of Teams' hosts", (k, _) => k.Serve("http://127.0.0.1:5000/local/connector/")),
        ["a key for the web chat"] = Row(403, "key may not speak for the activity's channelId", (k, d) => { k.Key = d.WebChat; k.Header["kid"] = d.WebChat.Id; }),
        ["the web chat with its own key"] = Row(403, "isn't one of Teams' hosts", (k, d) => { k.Key = d.WebChat; k.Header["kid"] = d.WebChat.Id; k.Activity["channelId"] = "webchat"; k.Serve("https://webchat.botframework.com/"); }),
        ["a key for nobody"] = Row(403, "key may not speak for the activity's channelId", (k, d) => { k.Key = d.Silent; k.Header["kid"] = d.Silent.Id; }),
        ["a channel that the key doesn't speak for"] = Row(403, "key may not speak for the activity's channelId", (k, _) => k.Activity["channelId"] = "directline"),
        ["the channel in another case"] = Row(403, "key may not speak for the activity's channelId", (k, _) => k.Activity["channelId"] = "MSTeams"),
        ["no channelId"] = Row(403, "key may not speak for the activity's channelId", (k, _) => k.Activity.Remove("channelId")),
        ["another tenant"] = Row(403, "from another tenant", (k, _) => k.Activity["channelData"]!["tenant"]!["id"] = "99999999-1111-4222-8333-944445555666"),
        ["another tenant's conversation"] = Row(403, "from another tenant", (k, _) => { k.Activity["channelData"]!.AsObject().Remove("tenant"); k.Activity["conversation"]!["tenantId"] = "99999999-1111-4222-8333-944445555666"; }),
        ["no tenant"] = Row(403, "from another tenant", (k, _) => { k.Activity["channelData"]!.AsObject().Remove("tenant"); k.Activity["conversation"]!.AsObject().Remove("tenantId"); }),
        ["a large body"] = Row(413, "An activity has at most 256 KB", (k, _) => k.Activity["text"] = new string('x', 300_000)),
        ["a large body of unknown length"] = Row(413, "An activity has at most 256 KB", (k, _) => { k.Chunked = true; k.Activity["text"] = new string('x', 300_000); }),
        ["JSON deeper than any activity"] = Row(400, "The body is not JSON", (k, _) => k.Body = () => string.Concat(Enumerable.Repeat("{\"a\":", 80)) + "1" + new string('}', 80)),
        ["no JSON"] = Row(400, "The body is not JSON", (k, _) => k.Body = () => "<xml/>"),
        ["no activity"] = Row(400, "An activity is a JSON object", (k, _) => k.Body = () => "[]"),
        ["no service URL"] = Row(400, "An activity needs type, serviceUrl and conversation.id", (k, _) => k.Activity.Remove("serviceUrl")),
    };

    private static readonly Dictionary<string, Action<Knock>> Accepted = new()
    {
        ["as Teams sends it"] = _ => { },
        ["expired within the skew"] = k => k.Claims["exp"] = k.In(-4),
        ["valid in a moment"] = k => k.Claims["nbf"] = k.In(4),
        ["without a beginning"] = k => k.Claims.Remove("nbf"),
        ["bearer in small letters"] = k => k.Authorize = token => [$"bearer {token}"],
        ["one audience in a list"] = k => k.Claims["aud"] = new JsonArray(Knock.AppId),
        ["the app id in capitals"] = k => k.Claims["aud"] = Knock.AppId.ToUpperInvariant(),
        ["a slash less at the service URL's end"] = k => k.Activity["serviceUrl"] = Knock.ServiceUrl.TrimEnd('/'),
        ["the service's host in capitals"] = k => k.Activity["serviceUrl"] = Knock.ServiceUrl.Replace("smba", "SMBA", StringComparison.Ordinal),
        ["the service's port spelt out"] = k => k.Activity["serviceUrl"] = Knock.ServiceUrl.Replace(".net/", ".net:443/", StringComparison.Ordinal),
        ["the tenant in capitals"] = k => k.Activity["channelData"]!["tenant"]!["id"] = Knock.TenantId.ToUpperInvariant(),
        ["the tenant in the conversation only"] = k => k.Activity["channelData"]!.AsObject().Remove("tenant"),
        ["a government cloud's service"] = k => k.Serve("https://smba.infra.gcc.teams.microsoft.com/teams"),
    };

    public static TheoryData<string> Reasons => [.. Refused.Keys];

    public static TheoryData<string> Differences => [.. Accepted.Keys];

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task A_forged_stale_foreign_or_malformed_request_is_refused(string reason)
    {
        var knock = door.Knock();
        var (status, why, spoil) = Refused[reason];
        spoil(knock, door);

        using var answer = await knock.At(door.Bot.Http);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(why, door.Bot.Logs.Of(5001).Last(), StringComparison.Ordinal);
        Assert.False(await door.Bot.LetIn(knock));
        Assert.Equal(status == 401 ? "Bearer" : "", answer.Headers.WwwAuthenticate.ToString());
        if (status is 401 or 403)
        {
            Assert.Empty(await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public async Task What_Microsoft_signed_is_let_in(string difference)
    {
        var knock = door.Knock();
        Accepted[difference](knock);

        using var answer = await knock.At(door.Bot.Http);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.True(await door.Bot.LetIn(knock));
    }

    [Theory]
    [InlineData("", "401")]
    [InlineData("Authorization: Bearer garbage\r\n", "403")]
    public async Task A_strangers_body_is_not_waited_for(string header, string status)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, door.Bot.Http.BaseAddress!.Port);
        await using var stream = socket.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: bot\r\n{header}Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n"));
        using var reader = new StreamReader(stream);

        Assert.StartsWith($"HTTP/1.1 {status}", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/local/posts")]
    [InlineData("/local/state")]
    [InlineData("/local/misbehave")]
    [InlineData("/local/connector/v3/conversations")]
    public async Task Nothing_of_local_mode_is_there(string path)
    {
        using var got = await door.Bot.Http.GetAsync(path);
        using var posted = await door.Bot.Http.PostAsync(path, new StringContent("{}"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (got.StatusCode, posted.StatusCode));
    }

    private static (int Status, string Why, Action<Knock, DoorFixture> Spoil) Row(int status, string why, Action<Knock, DoorFixture> spoil) => (status, why, spoil);

    private static void Hs256(Knock knock, byte[] secret)
    {
        knock.Header["alg"] = "HS256";
        knock.Token = () => FakeKey.Sign(knock.Header.ToJsonString(), knock.Payload(), text => HMACSHA256.HashData(secret, text));
    }

    /// <summary>The claim once more, before the right one: a reader that takes the last would be content.</summary>
    private static void Twice(Knock knock, string claim, string value) => knock.Payload = () => $"{{\"{claim}\":\"{value}\",{knock.Claims.ToJsonString()[1..]}";
}
