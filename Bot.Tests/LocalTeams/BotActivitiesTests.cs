using System.Text.Json;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.LocalTeams;

public class BotActivitiesTests
{
    [Fact]
    public async Task The_first_start_tells_the_bot_that_the_admin_installed_it()
    {
        await using var teams = await LocalTeamsServer.Start();

        var added = teams.Installation[0];
        Assert.Equal("conversationUpdate", Text(added, "type"));
        Assert.Equal("28:bot", Text(added, "membersAdded", 0, "id"));
        Assert.Equal("teamMemberAdded", Text(added, "channelData", "eventType"));
        var installed = teams.Installation[1];
        Assert.Equal(("installationUpdate", "add"), (Text(installed, "type"), Text(installed, "action")));
        Assert.Equal(LocalPeople.Admin.Id, Text(installed, "from", "aadObjectId"));
        Assert.Equal("Mill Road Hospital", Text(installed, "channelData", "team", "name"));
        Assert.Equal($"{teams.Url}local/connector/", Text(installed, "serviceUrl"));
    }

    [Fact]
    public async Task A_message_that_mentions_the_bot_comes_as_Teams_sends_it()
    {
        await using var teams = await LocalTeamsServer.Start();

        var (status, said) = await teams.Send(HttpMethod.Post, "/local/messages",
            new { person = LocalPeople.Boss.Id, conversation = LocalTeamsServer.Ward7, text = "@feedbackbot summary" });
        var activity = await teams.Bot.Next();

        var id = Text(said, "id");
        Assert.Equal(200, status);
        Assert.Equal(("message", id), (Text(activity, "type"), Text(activity, "id")));
        Assert.Equal("<at>FeedbackBot</at> summary", Text(activity, "text"));
        Assert.Equal(("mention", "<at>FeedbackBot</at>", "28:bot"), (Text(activity, "entities", 0, "type"), Text(activity, "entities", 0, "text"), Text(activity, "entities", 0, "mentioned", "id")));
        Assert.Equal(("msteams", "28:bot", "FeedbackBot"), (Text(activity, "channelId"), Text(activity, "recipient", "id"), Text(activity, "recipient", "name")));
        Assert.Equal((LocalPeople.Boss.ChannelId, LocalPeople.Boss.Id, LocalPeople.Boss.Name), (Text(activity, "from", "id"), Text(activity, "from", "aadObjectId"), Text(activity, "from", "name")));
        Assert.Equal(($"{LocalTeamsServer.Ward7};messageid={id}", "channel"), (Text(activity, "conversation", "id"), Text(activity, "conversation", "conversationType")));
        Assert.True(activity.GetProperty("conversation").GetProperty("isGroup").GetBoolean());
        Assert.Equal((teams.Tenant.Options.TenantId, LocalTeamsServer.Ward7, teams.Tenant.TeamId), (Text(activity, "channelData", "tenant", "id"), Text(activity, "channelData", "channel", "id"), Text(activity, "channelData", "team", "id")));
        Assert.Equal(TimeSpan.Zero, DateTimeOffset.Parse(Text(activity, "timestamp")!, null).Offset);
    }

    [Fact]
    public async Task A_channel_message_without_a_mention_stays_among_people()
    {
        await using var teams = await LocalTeamsServer.Start();

        await teams.Send(HttpMethod.Post, "/local/messages", new { person = LocalPeople.Staff.Id, conversation = LocalTeamsServer.Ward7, text = "Tea?" });
        await teams.Client.LinkAsync(LocalTeamsServer.Ward7, "ward7");

        Assert.Equal("<at>FeedbackBot</at> link ward7", Text(await teams.Bot.Next(), "text"));
    }

    [Fact]
    public async Task The_first_words_in_a_chat_need_no_mention_and_open_it()
    {
        await using var teams = await LocalTeamsServer.Start();
        var chat = LocalTenant.ChatId(LocalPeople.Staff);

        await teams.Send(HttpMethod.Post, "/local/messages", new { person = LocalPeople.Staff.Id, conversation = chat, text = "help" });

        Assert.Equal("conversationUpdate", Text(await teams.Bot.Next(), "type"));
        var activity = await teams.Bot.Next();
        Assert.Equal((chat, "personal", "help"), (Text(activity, "conversation", "id"), Text(activity, "conversation", "conversationType"), Text(activity, "text")));
    }

    [Fact]
    public async Task Nobody_reads_or_writes_in_anothers_chat()
    {
        await using var teams = await LocalTeamsServer.Start();
        var chat = LocalTenant.ChatId(LocalPeople.Boss);
        teams.Tenant.Open(new(chat, "FeedbackBot", LocalPeople.Boss.Id));

        var (said, _) = await teams.Send(HttpMethod.Post, "/local/messages", new { person = LocalPeople.Staff.Id, conversation = chat, text = "psst" });
        var (read, _) = await teams.Send(HttpMethod.Get, $"/local/messages?person={LocalPeople.Staff.Id}&conversation={chat}");
        var (_, state) = await teams.Send(HttpMethod.Get, $"/local/state?person={LocalPeople.Staff.Id}");

        Assert.Equal((400, 400), (said, read));
        Assert.DoesNotContain(chat, state.GetProperty("conversations").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_execute_click_is_an_invoke_with_the_inputs_merged_and_its_card_comes_back()
    {
        await using var teams = await LocalTeamsServer.Start();
        var posted = (await teams.PostCard()).Body;
        teams.Bot.Answer = _ => (200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""");

        var (_, result) = await teams.Click(LocalPeople.Fixer, Text(posted, "activityId")!, data: new { c = "x", note = "Cleaned" });
        var activity = await teams.Bot.Next();

        Assert.Equal(("invoke", "adaptiveCard/action"), (Text(activity, "type"), Text(activity, "name")));
        Assert.Equal((Text(posted, "activityId"), Text(posted, "id")), (Text(activity, "replyToId"), Text(activity, "conversation", "id")));
        Assert.Equal(("Action.Execute", "claim", "manual"), (Text(activity, "value", "action", "type"), Text(activity, "value", "action", "verb"), Text(activity, "value", "trigger")));
        Assert.Equal("""{"c":"x","note":"Cleaned"}""", activity.GetProperty("value").GetProperty("action").GetProperty("data").GetRawText());
        Assert.Equal(("card", "AdaptiveCard"), (Text(result, "kind"), Text(result, "card", "type")));
    }

    [Fact]
    public async Task A_submit_click_is_a_message_with_a_value_and_no_text()
    {
        await using var teams = await LocalTeamsServer.Start();
        var id = Text((await teams.PostCard()).Body, "activityId")!;

        var (_, result) = await teams.Click(LocalPeople.Fixer, id, "submit", new { verb = "claim" });
        var activity = await teams.Bot.Next();

        Assert.Equal(("message", id, "claim"), (Text(activity, "type"), Text(activity, "replyToId"), Text(activity, "value", "verb")));
        Assert.False(activity.TryGetProperty("text", out _));
        Assert.Equal("none", Text(result, "kind"));
    }

    [Theory]
    [InlineData(200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Beth was first"}""", "message", "Beth was first")]
    [InlineData(200, """{"statusCode":403,"type":"application/vnd.microsoft.error","value":{"code":"403","message":"Not yours"}}""", "error", "Not yours")]
    [InlineData(200, """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":"a card?"}""", "error", "isn't one that Teams knows")]
    [InlineData(200, """{"type":"application/vnd.microsoft.activity.message","value":"no status"}""", "error", "isn't one that Teams knows")]
    [InlineData(200, "", "error", "isn't one that Teams knows")]
    [InlineData(403, "", "error", "answered 403")]
    public async Task What_the_bot_answers_is_shown_as_Teams_would(int status, string body, string kind, string text)
    {
        await using var teams = await LocalTeamsServer.Start();
        var id = Text((await teams.PostCard()).Body, "activityId")!;
        teams.Bot.Answer = _ => (status, body);

        var (_, result) = await teams.Click(LocalPeople.Fixer, id);

        Assert.Equal(kind, Text(result, "kind"));
        Assert.Contains(text, Text(result, "text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_that_fails_is_repeated_twice()
    {
        await using var teams = await LocalTeamsServer.Start();
        var id = Text((await teams.PostCard()).Body, "activityId")!;
        var asked = 0;
        teams.Bot.Answer = _ => ++asked < 3 ? (500, "") : (200, """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"done"}""");

        var (_, result) = await teams.Click(LocalPeople.Fixer, id);

        Assert.Equal((3, "done"), (asked, Text(result, "text")));
    }

    [Fact]
    public async Task A_new_channel_is_announced_to_the_bot()
    {
        await using var teams = await LocalTeamsServer.Start();

        var (_, made) = await teams.Send(HttpMethod.Post, "/local/channels", new { person = LocalPeople.Admin.Id, name = "Ward 8" });
        var activity = await teams.Bot.Next();

        Assert.Equal(("conversationUpdate", "channelCreated"), (Text(activity, "type"), Text(activity, "channelData", "eventType")));
        Assert.Equal((Text(made, "id"), "Ward 8"), (Text(activity, "channelData", "channel", "id"), Text(activity, "channelData", "channel", "name")));
    }

    private static string? Text(JsonElement json, params object[] path) =>
        path.Aggregate(json, (at, step) => step is int index ? at[index] : at.GetProperty((string)step)).GetString();
}
