using System.Net;
using System.Text.RegularExpressions;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.LocalTeams;

public partial class PageTests
{
    [Theory]
    [InlineData("/", "text/html; charset=utf-8")]
    [InlineData("/local/page/app.js", "text/javascript; charset=utf-8")]
    [InlineData("/local/page/app.css", "text/css; charset=utf-8")]
    [InlineData("/local/page/adaptivecards.min.js", "text/javascript; charset=utf-8")]
    public async Task The_page_and_its_files_are_served_with_their_types_and_a_strict_policy(string path, string type)
    {
        await using var teams = await LocalTeamsServer.Start();

        using var response = await teams.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_that_the_page_or_another_names_is_there()
    {
        await using var teams = await LocalTeamsServer.Start();
        var asked = new Queue<string>(["/"]);
        var seen = new HashSet<string>(asked);

        while (asked.TryDequeue(out var path))
        {
            using var response = await teams.Http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.True(response.IsSuccessStatusCode, $"{path} answers {(int)response.StatusCode}");
            var isOurs = !path.EndsWith(".min.js", StringComparison.Ordinal);
            foreach (Match named in NamedFile().Matches(isOurs ? await response.Content.ReadAsStringAsync() : ""))
            {
                var next = $"/local/page/{named.Groups[1].Value}";
                if (seen.Add(next))
                {
                    asked.Enqueue(next);
                }
            }
        }

        Assert.Contains("/local/page/message.js", seen);
        Assert.Contains("/local/page/icon.svg", seen);
    }

    [Theory]
    [InlineData("/local/page/..%2f..%2fappsettings.json")]
    [InlineData("/local/page/..%5cFeedbackBot.dll")]
    [InlineData("/local/photos/..%2fPage%2findex.html")]
    [InlineData("/local/photos/..%2fPage%2ficon.svg")]
    [InlineData("/local/photos/nothing.png")]
    public async Task Nothing_outside_the_folders_is_served(string path)
    {
        await using var teams = await LocalTeamsServer.Start();

        using var response = await teams.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    public async Task Only_this_machines_names_open_the_page_s_calls(string host, HttpStatusCode status)
    {
        await using var teams = await LocalTeamsServer.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/local/state");
        request.Headers.Host = host;

        using var response = await teams.Http.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Unread_counts_go_when_the_channel_was_read()
    {
        await using var teams = await LocalTeamsServer.Start();
        await teams.PostCard();
        var newest = (await teams.PostCard()).Body.GetProperty("activityId").GetString();
        Assert.Equal(2, teams.Tenant.Unread(LocalPeople.Boss, LocalTeamsServer.Ward7));

        await teams.Send(HttpMethod.Post, "/local/read", new { person = LocalPeople.Boss.Id, conversation = LocalTeamsServer.Ward7, upTo = newest });

        Assert.Equal(0, teams.Tenant.Unread(LocalPeople.Boss, LocalTeamsServer.Ward7));
        Assert.Equal(2, teams.Tenant.Unread(LocalPeople.Staff, LocalTeamsServer.Ward7));
    }

    [Fact]
    public async Task Thirty_threads_come_at_once_and_the_older_ones_on_request()
    {
        await using var teams = await LocalTeamsServer.Start();
        var ids = Enumerable.Range(1, 40)
            .Select(n => teams.Tenant.Post(LocalTeamsServer.Ward7, null, LocalSender.Bot, LocalContent.Words($"{n}"))!.Id)
            .ToList();

        var (_, state) = await teams.Send(HttpMethod.Get, "/local/state");
        var page = state.GetProperty("conversations")[1].GetProperty("page");
        var (_, older) = await teams.Send(HttpMethod.Get, $"/local/messages?person={LocalPeople.Staff.Id}&conversation={LocalTeamsServer.Ward7}&before={ids[10]}");

        Assert.Equal((true, 30), (page.GetProperty("more").GetBoolean(), page.GetProperty("messages").GetArrayLength()));
        Assert.Equal((false, 10), (older.GetProperty("more").GetBoolean(), older.GetProperty("messages").GetArrayLength()));
    }

    [Fact]
    public async Task A_page_that_was_away_gets_what_it_missed_and_one_from_before_a_restart_reads_anew()
    {
        await using var teams = await LocalTeamsServer.Start();
        var position = (await teams.Send(HttpMethod.Get, "/local/state")).Body.GetProperty("position").GetString();
        await teams.PostCard("Missed");

        Assert.Contains("Missed", await FirstEvent(teams, position!), StringComparison.Ordinal);
        Assert.Contains("refetch", await FirstEvent(teams, "another-1"), StringComparison.Ordinal);
    }

    private static async Task<string> FirstEvent(LocalTeamsServer teams, string position)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/local/events?person={LocalPeople.Staff.Id}");
        request.Headers.Add("Last-Event-ID", position);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var response = await teams.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token));
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return "";
    }

    [GeneratedRegex(@"(?:/local/page/|from ""\./)([\w.-]+\.\w+)")]
    private static partial Regex NamedFile();
}
