using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>Bad input at /api/messages: the right status and one sentence, and the bot goes on working after each.</summary>
public sealed class BadActivityTests(BotFixture fixture) : IClassFixture<BotFixture>
{
    private const string NotJson = "The body is not JSON.";
    private const string NotObject = "An activity is a JSON object.";
    private const string Incomplete = "An activity needs type, serviceUrl and conversation.id.";
    private const string TooBig = "An activity has at most 256 KB.";
    private const string NotLoopback = "Local mode serves loopback addresses only.";

    private readonly BotHost _bot = fixture.Bot;

    public static TheoryData<string, int, string> Bodies => new()
    {
        { "", 400, NotJson },
        { "hello", 400, NotJson },
        { "{\"type\":", 400, NotJson },
        { "{} {}", 400, NotJson },
        { "<activity/>", 400, NotJson },
        { "[]", 400, NotObject },
        { "null", 400, NotObject },
        { "7", 400, NotObject },
        { "\"message\"", 400, NotObject },
        { "{}", 400, Incomplete },
        { """{"type":"message"}""", 400, Incomplete },
        { """{"type":"message","serviceUrl":"http://127.0.0.1:1/"}""", 400, Incomplete },
        { """{"type":"message","serviceUrl":"http://127.0.0.1:1/","conversation":{}}""", 400, Incomplete },
        { """{"type":"message","serviceUrl":"http://127.0.0.1:1/","conversation":"a:1"}""", 400, Incomplete },
        { """{"type":7,"serviceUrl":["x"],"conversation":{"id":{}}}""", 400, Incomplete },
        { """{"type":" ","serviceUrl":"http://127.0.0.1:1/","conversation":{"id":"a:1"}}""", 400, Incomplete },
        { """{"type":"message","serviceUrl":"not an address","conversation":{"id":"a:1"}}""", 400, "serviceUrl is not an address." },
        { """{"type":"message","serviceUrl":"ftp://127.0.0.1/","conversation":{"id":"a:1"}}""", 400, "serviceUrl is not an address." },
        { """{"type":"message","serviceUrl":"file:///etc/passwd","conversation":{"id":"a:1"}}""", 400, "serviceUrl is not an address." },
        { """{"type":"message","serviceUrl":"https://smba.trafficmanager.net/emea/","conversation":{"id":"a:1"}}""", 403, NotLoopback },
        { """{"type":"message","serviceUrl":"http://127.0.0.1.evil.example/","conversation":{"id":"a:1"}}""", 403, NotLoopback },
        { """{"type":"message","serviceUrl":"http://127.0.0.1@evil.example/","conversation":{"id":"a:1"}}""", 403, NotLoopback },
        { """{"type":"message","serviceUrl":"http://169.254.169.254/","conversation":{"id":"a:1"}}""", 403, NotLoopback },
    };

    /// <summary>What isn't for us is taken, and nothing comes of it.</summary>
    public static TheoryData<string> Idle => new()
    {
        """{"type":"typing"}""",
        """{"type":"messageReaction"}""",
        """{"type":"bananas","from":7}""",
        """{"type":"conversationUpdate"}""",
        """{"type":"conversationUpdate","membersAdded":[7,{},{"id":null}]}""",
        """{"type":"conversationUpdate","channelData":{"eventType":"channelCreated"}}""",
        """{"type":"conversationUpdate","channelData":{"eventType":7,"channel":[],"team":"x"}}""",
        """{"type":"conversationUpdate","channelData":{"eventType":"channelDeleted","channel":{"id":"19:never-seen@thread.tacv2"}}}""",
        """{"type":"installationUpdate","action":"remove","channelData":{"team":{"id":"19:never-seen@thread.tacv2"}}}""",
        """{"type":"message","text":7}""",
        """{"type":"message","text":"help","from":{}}""",
        """{"type":"message","value":[1,2,3],"from":{"id":7}}""",
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task What_is_no_activity_gets_one_sentence(string body, int status, string sentence)
    {
        Assert.Equal((status, sentence), await _bot.Send(body));

        await GoesOn();
    }

    [Theory]
    [MemberData(nameof(Idle))]
    public async Task What_is_not_for_the_bot_is_taken_quietly(string part)
    {
        var activity = (JsonObject)JsonNode.Parse(part)!;
        activity["serviceUrl"] = $"{_bot.Http.BaseAddress}local/connector/";
        activity["conversation"] = new JsonObject { ["id"] = "a:nobody", ["conversationType"] = "personal" };

        Assert.Equal((202, ""), await _bot.Send(activity));

        await GoesOn();
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        Assert.Equal((400, NotJson), await _bot.Send(new string('[', 10_000) + new string(']', 10_000)));

        await GoesOn();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_300_KB_is_refused_whether_it_says_so_or_not(bool saysItsLength)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{new string('x', 300 * 1024)}}"}""");
        using var content = new StreamContent(new MemoryStream(body));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        request.Headers.TransferEncodingChunked = !saysItsLength;

        using var answer = await _bot.Http.SendAsync(request);

        Assert.Equal((413, TooBig), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        await GoesOn();
    }

    /// <summary>A page of another site, open in a browser on this machine, can send no JSON without asking first; a name in its own DNS that leads here can.</summary>
    [Theory]
    [InlineData("text/plain", "localhost")]
    [InlineData("application/json", "rebound.example")]
    [InlineData("application/json", "evil.localhost")]
    public async Task Another_site_s_page_cannot_speak_for_anybody(string mediaType, string host)
    {
        foreach (var path in new[] { "/api/messages", "/local/connector/v3/conversations" })
        {
            using var content = new StringContent("{}", Encoding.UTF8, mediaType);
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
            request.Headers.Host = host;

            using var answer = await _bot.Http.SendAsync(request);

            Assert.Equal(path == "/api/messages" || host != "localhost", (int)answer.StatusCode == 403);
        }
    }

    private async Task GoesOn() => Assert.True(ShownCard.Of(await _bot.Ask(LocalPeople.Staff, "help"))!.Says("What FeedbackBot does"));
}
