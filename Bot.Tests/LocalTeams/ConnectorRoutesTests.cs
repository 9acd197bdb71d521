using System.Text.Json;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.LocalTeams;

public class ConnectorRoutesTests
{
    private const string V3 = "/local/connector/v3";

    [Fact]
    public async Task A_card_posted_to_a_channel_starts_a_thread_that_can_be_replied_to_edited_and_deleted()
    {
        await using var teams = await LocalTeamsServer.Start();

        var (status, posted) = await teams.PostCard();
        var thread = posted.GetProperty("id").GetString()!;
        var id = posted.GetProperty("activityId").GetString()!;
        Assert.Equal(201, status);
        Assert.Equal($"{LocalTeamsServer.Ward7};messageid={id}", thread);

        var (replied, reply) = await teams.Send(HttpMethod.Post, $"{V3}/conversations/{Uri.EscapeDataString(thread)}/activities", new { type = "message", text = "Claimed" });
        Assert.Equal(201, replied);
        Assert.Equal(id, teams.Tenant.Message(LocalTeamsServer.Ward7, reply.GetProperty("id").GetString()!)!.Thread);

        var (answered, answer) = await teams.Send(HttpMethod.Post, $"{V3}/conversations/{LocalTeamsServer.Ward7}/activities/{id}", new { type = "message", text = "Too" });
        Assert.Equal(201, answered);
        Assert.Equal(id, teams.Tenant.Message(LocalTeamsServer.Ward7, answer.GetProperty("id").GetString()!)!.Thread);

        var (edited, _) = await teams.Send(HttpMethod.Put, $"{V3}/conversations/{LocalTeamsServer.Ward7}/activities/{id}", LocalTeamsServer.Card("Resolved"));
        Assert.Equal(200, edited);
        var message = teams.Tenant.Message(LocalTeamsServer.Ward7, id)!;
        Assert.Equal("Resolved", message.Content.Summary);
        Assert.NotNull(message.EditedAt);

        var (deleted, _) = await teams.Send(HttpMethod.Delete, $"{V3}/conversations/{thread}/activities/{id}");
        Assert.Equal(200, deleted);
        Assert.True(teams.Tenant.Message(LocalTeamsServer.Ward7, id)!.Deleted);
    }

    [Theory]
    [InlineData("Entra object id", false)]
    [InlineData("Teams id", true)]
    public async Task A_chat_is_opened_with_either_id_of_a_person(string _, bool teamsId)
    {
        await using var teams = await LocalTeamsServer.Start();
        var body = new { members = new[] { new { id = teamsId ? LocalPeople.Fixer.ChannelId : LocalPeople.Fixer.Id } }, tenantId = teams.Tenant.Options.TenantId };

        var (status, opened) = await teams.Send(HttpMethod.Post, $"{V3}/conversations", body);
        var (_, again) = await teams.Send(HttpMethod.Post, $"{V3}/conversations", body);
        var chat = opened.GetProperty("id").GetString()!;
        var (sent, _) = await teams.Send(HttpMethod.Post, $"{V3}/conversations/{chat}/activities", new { type = "message", text = "Yours now" });

        Assert.Equal((201, 201), (status, sent));
        Assert.StartsWith("a:", chat, StringComparison.Ordinal);
        Assert.Equal(chat, again.GetProperty("id").GetString());
        Assert.Equal("Yours now", Assert.Single(teams.Tenant.Messages(chat)).Content.Text);
        Assert.Equal(1, teams.Tenant.Unread(LocalPeople.Fixer, chat));
    }

    [Theory]
    [InlineData("PUT", "/conversations/19:ward7@thread.tacv2/activities/123", "{}", 404, "ActivityNotFoundInConversation")]
    [InlineData("DELETE", "/conversations/19:ward7@thread.tacv2/activities/123", null, 404, "ActivityNotFoundInConversation")]
    [InlineData("PUT", "/conversations/19:nowhere@thread.tacv2/activities/123", "{}", 404, "ConversationNotFound")]
    [InlineData("POST", "/conversations/19:nowhere@thread.tacv2/activities", "{}", 404, "ConversationNotFound")]
    [InlineData("POST", "/conversations/19:ward7@thread.tacv2;messageid=123/activities", "{}", 404, "ConversationNotFound")]
    [InlineData("POST", "/conversations", """{"channelData":{"channel":{"id":"19:nowhere@thread.tacv2"}},"activity":{}}""", 404, "ConversationNotFound")]
    [InlineData("POST", "/conversations", """{"members":[{"id":"29:nobody"}]}""", 404, "MemberNotFoundInConversation")]
    [InlineData("POST", "/conversations", "{}", 400, "BadSyntax")]
    [InlineData("POST", "/conversations", "not JSON", 400, "BadSyntax")]
    [InlineData("POST", "/conversations/19:ward7@thread.tacv2/activities", "[]", 400, "BadSyntax")]
    [InlineData("GET", "/conversations/19:nowhere@thread.tacv2/pagedmembers", null, 404, "ConversationNotFound")]
    [InlineData("GET", "/conversations/19:ward7@thread.tacv2/members/29:nobody", null, 404, "MemberNotFoundInConversation")]
    [InlineData("GET", "/teams/19:nowhere@thread.tacv2", null, 404, "ConversationNotFound")]
    public async Task What_is_not_there_is_answered_as_Teams_does(string method, string path, string? body, int status, string code)
    {
        await using var teams = await LocalTeamsServer.Start();

        var answer = await teams.Send(new(method), V3 + path, body);

        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.Body.GetProperty("error").GetProperty("code").GetString());
        Assert.NotEmpty(answer.Body.GetProperty("error").GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task A_message_over_100_KB_of_UTF_16_is_too_big()
    {
        await using var teams = await LocalTeamsServer.Start();

        var (fits, _) = await teams.PostCard(new string('x', 20_000));
        var (tooBig, error) = await teams.PostCard(new string('x', 60_000));

        Assert.Equal((201, 413), (fits, tooBig));
        Assert.Equal("MessageSizeTooBig", error.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Text_and_card_in_one_activity_are_split_and_no_id_comes_back()
    {
        await using var teams = await LocalTeamsServer.Start();
        var card = JsonSerializer.SerializeToNode(LocalTeamsServer.Card("A card"))!;
        card["text"] = "and words";

        var (status, answer) = await teams.Send(HttpMethod.Post, $"{V3}/conversations/{LocalTeamsServer.Ward7}/activities", card);

        Assert.Equal(201, status);
        Assert.False(answer.TryGetProperty("id", out _));
        Assert.Equal(2, teams.Tenant.Messages(LocalTeamsServer.Ward7).Count);
    }

    [Fact]
    public async Task The_team_its_channels_and_its_members_can_be_read_in_pages()
    {
        await using var teams = await LocalTeamsServer.Start();
        var team = teams.Tenant.TeamId;

        var (_, about) = await teams.Send(HttpMethod.Get, $"{V3}/teams/{team}");
        var (_, channels) = await teams.Send(HttpMethod.Get, $"{V3}/teams/{team}/conversations");
        var (_, first) = await teams.Send(HttpMethod.Get, $"{V3}/conversations/{team}/pagedmembers?pageSize=3");
        var (_, rest) = await teams.Send(HttpMethod.Get,
            $"{V3}/conversations/{team}/pagedmembers?pageSize=3&continuationToken={first.GetProperty("continuationToken").GetString()}");
        var (_, one) = await teams.Send(HttpMethod.Get, $"{V3}/conversations/{LocalTeamsServer.Ward7}/members/{LocalPeople.Boss.Id}");

        Assert.Equal("Mill Road Hospital", about.GetProperty("name").GetString());
        Assert.Equal([team, LocalTeamsServer.Ward7], channels.GetProperty("conversations").EnumerateArray().Select(c => c.GetProperty("id").GetString()));
        Assert.Equal(JsonValueKind.Null, channels.GetProperty("conversations")[0].GetProperty("name").ValueKind);
        Assert.Equal("Ward 7", channels.GetProperty("conversations")[1].GetProperty("name").GetString());
        Assert.Equal(
            LocalPeople.All.Select(p => p.Id),
            first.GetProperty("members").EnumerateArray().Concat(rest.GetProperty("members").EnumerateArray()).Select(m => m.GetProperty("aadObjectId").GetString()));
        Assert.False(rest.TryGetProperty("continuationToken", out _));
        Assert.Equal(LocalPeople.Boss.Name, one.GetProperty("name").GetString());
    }
}
