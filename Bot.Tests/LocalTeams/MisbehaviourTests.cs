using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.LocalTeams;

public class MisbehaviourTests
{
    [Theory]
    [InlineData("429", 429, "Throttled", "7")]
    [InlineData("500", 500, "ServiceError", null)]
    [InlineData("502", 502, "ServiceError", null)]
    [InlineData("503", 503, "ServiceUnavailable", "7")]
    public async Task A_status_is_answered_as_often_as_was_asked_and_nothing_is_done(string kind, int status, string code, string? retryAfter)
    {
        await using var teams = await LocalTeamsServer.Start();
        await teams.Misbehave(kind, count: 1, retryAfter: retryAfter is null ? null : 7);

        using var request = new HttpRequestMessage(HttpMethod.Put, $"/local/connector/v3/conversations/{LocalTeamsServer.Ward7}/activities/1") { Content = new StringContent("{}") };
        using var spoilt = await teams.Http.SendAsync(request);
        var (next, _) = await teams.PostCard();

        Assert.Equal(status, (int)spoilt.StatusCode);
        Assert.Contains(code, await spoilt.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(retryAfter, spoilt.Headers.TryGetValues("Retry-After", out var values) ? values.Single() : null);
        Assert.Equal(201, next);
        Assert.Single(teams.Tenant.Messages(LocalTeamsServer.Ward7));
    }

    [Fact]
    public async Task One_channel_can_misbehave_alone()
    {
        await using var teams = await LocalTeamsServer.Start();
        await teams.Misbehave("503", channel: LocalTeamsServer.Ward7);

        var (ward, _) = await teams.PostCard();
        var (general, _) = await teams.PostCard(channel: teams.Tenant.TeamId);

        Assert.Equal((503, 201), (ward, general));
    }

    [Fact]
    public async Task Of_two_requests_at_once_in_a_conversation_the_second_gets_412()
    {
        await using var teams = await LocalTeamsServer.Start();
        await teams.Misbehave("412");

        var answers = await Task.WhenAll(teams.PostCard("one"), teams.PostCard("two"));

        Assert.Equal([201, 412], answers.Select(a => a.Status).Order());
        Assert.Single(teams.Tenant.Messages(LocalTeamsServer.Ward7));
    }

    [Fact]
    public async Task A_lost_answer_has_done_its_work()
    {
        await using var teams = await LocalTeamsServer.Start();
        await teams.Misbehave("lost-answer", count: 1);

        await Assert.ThrowsAsync<HttpRequestException>(() => teams.PostCard());

        Assert.Single(teams.Tenant.Messages(LocalTeamsServer.Ward7));
    }

    [Theory]
    [InlineData("execute")]
    [InlineData("submit")]
    public async Task A_repeated_click_reaches_the_bot_three_times_with_the_same_payload(string type)
    {
        await using var teams = await LocalTeamsServer.Start();
        var id = (await teams.PostCard()).Body.GetProperty("activityId").GetString()!;
        await teams.Misbehave("repeat-invokes", count: 1);

        await teams.Click(LocalPeople.Fixer, id, type);

        var first = (await teams.Bot.Next()).GetRawText();
        Assert.Equal(first, (await teams.Bot.Next()).GetRawText());
        Assert.Equal(first, (await teams.Bot.Next()).GetRawText());
        Assert.False(teams.Bot.HasMore);
    }

    [Fact]
    public async Task A_removed_bot_is_told_so_refused_in_channels_and_told_when_it_is_back()
    {
        await using var teams = await LocalTeamsServer.Start();

        await teams.Misbehave("bot-removed");
        var removed = await teams.Bot.Next();
        var (refused, error) = await teams.PostCard();
        await teams.Misbehave("off");
        await teams.Bot.Next();
        var back = await teams.Bot.Next();
        var (accepted, _) = await teams.PostCard();

        Assert.Equal("remove", removed.GetProperty("action").GetString());
        Assert.Equal((403, "BotNotInConversationRoster"), (refused, error.GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal("add", back.GetProperty("action").GetString());
        Assert.Equal(201, accepted);
    }

    [Fact]
    public async Task Slow_answers_late_but_in_full()
    {
        await using var teams = await LocalTeamsServer.Start();
        await teams.Misbehave("slow", count: 1, retryAfter: 1);
        var started = TimeProvider.System.GetTimestamp();

        var (status, _) = await teams.PostCard();

        Assert.Equal(201, status);
        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task Off_ends_it_and_what_is_on_can_be_read()
    {
        await using var teams = await LocalTeamsServer.Start();
        await teams.Misbehave("429", count: 5);

        var (_, on) = await teams.Send(HttpMethod.Get, "/local/misbehave");
        await teams.Misbehave("off");
        var (_, off) = await teams.Send(HttpMethod.Get, "/local/misbehave");

        Assert.Equal(("429", 5), (on[0].GetProperty("kind").GetString(), on[0].GetProperty("left").GetInt32()));
        Assert.Equal(0, off.GetArrayLength());
    }

    [Theory]
    [InlineData("""{"kind":"naughty"}""")]
    [InlineData("""{"kind":"429","seconds":-1}""")]
    [InlineData("""{"kind":"429","count":0}""")]
    public async Task An_order_without_sense_is_refused_with_the_kinds_there_are(string order)
    {
        await using var teams = await LocalTeamsServer.Start();

        var (status, answer) = await teams.Send(HttpMethod.Post, "/local/misbehave", System.Text.Json.Nodes.JsonNode.Parse(order));

        Assert.Equal(400, status);
        Assert.Contains("lost-answer", answer.GetProperty("error").GetProperty("message").GetString()!, StringComparison.Ordinal);
    }
}
