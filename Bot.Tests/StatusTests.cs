using System.Net.Http.Json;
using System.Text.Json;
using FeedbackBot.LocalTeams;
using FeedbackBot.Posts.X;
using FeedbackBot.Tests.Posts.X;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests;

/// <summary>How the bot says how it is doing: to admins in words, to the health page, and to strangers in one word.</summary>
public sealed class StatusTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_admin_sees_what_X_gave_what_it_cost_and_that_it_is_connected(DatabaseKind kind)
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(kind, x, null, ("X:DailyBudget", "0.05"));
        await x.Streams.Reached(1, CancellationToken.None);
        x.Post("1001", "The soap is empty #OswinWard7", "pat");
        x.Post("1002", "And the towels #OswinWard7", "pat");
        await bot.Card(TestHospital.Ward7, "And the towels", "New");
        await WrittenDownAsync(bot);

        var status = ShownCard.Of(await bot.Ask(LocalPeople.Admin, "status"))!;

        Assert.True(status.Says("All is well"), status.Words);
        Assert.True(status.Says("Connected: since 23 Nov, 08:00"), status.Words);
        Assert.True(status.Says("2 posts and 1 person, 0.02 dollars of 0.05 dollars (40 %)"), status.Words);
        Assert.True(status.Says("0 of 1,000 look-ups"), status.Words);
    }

    [Fact]
    public async Task Without_a_token_the_status_says_that_X_is_not_read_and_why()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.True(ShownCard.Of(await bot.Ask(LocalPeople.Admin, "status"))!.Says("X: isn't read, because X:BearerToken isn't set"));
        Assert.Contains("Set X:BearerToken first", (await bot.Ask(LocalPeople.Admin, "check posts")).Content.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("check posts")]
    public async Task Others_are_told_politely_whose_question_that_is(string question)
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Equal(
            "That is for the people who look after FeedbackBot. Ask one of them if something seems wrong.",
            (await bot.Ask(LocalPeople.Boss, question)).Content.Text);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task At_80_and_at_100_percent_of_the_budget_admins_are_told_once_and_reading_goes_on(DatabaseKind kind)
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(kind, x, null, ("X:DailyBudget", "0.03"));
        await x.Streams.Reached(1, CancellationToken.None);
        await bot.Ask(LocalPeople.Admin, "help");
        x.Post("1001", "First #OswinWard7", "pat");
        x.Post("1002", "Second #OswinWard7", "pat");
        x.Post("1003", "Third #OswinWard7", "pat");
        await bot.Card(TestHospital.Ward7, "Third", "New");
        await WrittenDownAsync(bot);

        await bot.Message(LocalTenant.ChatId(LocalPeople.Admin), m => m.Content.Text?.Contains("83 % of X:DailyBudget (0.03)", StringComparison.Ordinal) == true);
        x.Post("1004", "Fourth #OswinWard7", "ann");
        await bot.Card(TestHospital.Ward7, "Fourth", "New");
        await WrittenDownAsync(bot);
        await bot.Message(LocalTenant.ChatId(LocalPeople.Admin), m => m.Content.Text?.Contains("all of X:DailyBudget (0.03)", StringComparison.Ordinal) == true);
        x.Post("1005", "Fifth #OswinWard7", "ann");
        await bot.Card(TestHospital.Ward7, "Fifth", "New");
        await WrittenDownAsync(bot);

        Assert.Equal(2, bot.Tenant.Messages(LocalTenant.ChatId(LocalPeople.Admin)).Count(m => m.Content.Text?.Contains("X:DailyBudget", StringComparison.Ordinal) == true));
        var health = await bot.Http.GetFromJsonAsync<JsonElement>("/health/ready");
        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Contains("all of X:DailyBudget", health.GetProperty("remarks").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_learns_one_word_and_whoever_has_the_key_learns_why()
    {
        const string Key = "a-long-and-random-key";
        await using var bot = await BotHost.StartAsync(more: ("Health:Key", Key));
        using var stranger = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        stranger.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var friend = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        friend.Headers.Add("X-Forwarded-For", "203.0.113.7");
        friend.Headers.Add("Authorization", $"Bearer {Key}");
        using var guesser = new HttpRequestMessage(HttpMethod.Get, "/health/ready");
        guesser.Headers.Add("Forwarded", "for=203.0.113.7");
        guesser.Headers.Add("Authorization", "Bearer ");

        Assert.Equal("{\"status\":\"ready\"}", await AnswerAsync(bot, stranger));
        Assert.Equal("{\"status\":\"ready\"}", await AnswerAsync(bot, guesser));
        Assert.Contains("\"remarks\":", await AnswerAsync(bot, friend), StringComparison.Ordinal);
        Assert.Contains("\"remarks\":", await bot.Http.GetStringAsync("/health/ready"), StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(BotHost bot, HttpRequestMessage request)
    {
        using var answer = await bot.Http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Comes when what X gave up to now is in the store.</summary>
    private static async Task WrittenDownAsync(BotHost bot)
    {
        await bot.Clock.Waited(XJournal.Every, CancellationToken.None);
        bot.Clock.Advance(XJournal.Every);
        await bot.Clock.Waited(XJournal.Every, CancellationToken.None);
    }
}
