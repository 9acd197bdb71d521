using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Teams;

/// <summary>A boss's digest from the question to the message, through the whole bot.</summary>
public sealed class DigestTests
{
    private static readonly string Chat = LocalTenant.ChatId(LocalPeople.Boss);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_boss_asks_for_a_digest_and_at_its_time_has_one_message_with_what_waits_first(DatabaseKind kind)
    {
        await using var bot = await BotHost.StartAsync(kind);
        await bot.PostAsync("The toilet is filthy and it stinks #OswinWard7");
        await bot.PostAsync("Thank you to the lovely nurses, you were fabulous #OswinWard7");
        await bot.Card(TestHospital.Ward7, "lovely nurses", "New");

        var answer = await bot.Ask(LocalPeople.Boss, "digest Mon-Fri 8:30");
        await MoveAsync(bot, TimeSpan.FromMinutes(30));
        var digest = ShownCard.Of(await bot.Message(Chat, IsDigest))!;

        Assert.Equal(
            "Done. Your digest about all wards comes to your own chat with me Monday to Friday at 08:30 (London time). The next one: Monday 23 November at 08:30. Say \"digest off\" to end it.",
            answer.Content.Text);
        Assert.True(digest.Says("St Oswin's · since 22 Nov, 08:30"), digest.Words);
        Assert.True(digest.Says("Waiting longest (1)"), digest.Words);
        Assert.True(digest.Says("Ward 7: complaint"), digest.Words);
        Assert.True(digest.Says("Praise (1)"), digest.Words);
        Assert.True(digest.Words.IndexOf("Waiting longest", StringComparison.Ordinal) < digest.Words.IndexOf("How it went", StringComparison.Ordinal));
        Assert.True(digest.Says("Open the card"), digest.Words);
        Assert.False(digest.Says("stinks"), "A digest quotes no post.");
        Assert.Single(Cards.Json.OfType(digest.Json, "Chart.HorizontalBar.Stacked"));
    }

    [Fact]
    public async Task The_same_digest_never_comes_twice_and_the_next_days_does_until_it_is_ended()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.Ask(LocalPeople.Boss, "digest daily 8:30");
        await MoveAsync(bot, TimeSpan.FromMinutes(30));
        await bot.Message(Chat, IsDigest);
        await MoveAsync(bot, TimeSpan.FromHours(10));
        await bot.Ask(LocalPeople.Boss, "mine");
        Assert.Equal(1, Digests(bot));

        await MoveAsync(bot, TimeSpan.FromHours(14));
        await bot.Message(Chat, m => IsDigest(m) && Digests(bot) == 2);
        Assert.Equal("Done. You get no digest any more.", (await bot.Ask(LocalPeople.Boss, "digest off")).Content.Text);
        await MoveAsync(bot, TimeSpan.FromDays(1));
        Assert.StartsWith("You have no digest. Say for example", (await bot.Ask(LocalPeople.Boss, "digest")).Content.Text, StringComparison.Ordinal);
        Assert.Equal(2, Digests(bot));
    }

    [Fact]
    public async Task A_boss_of_one_ward_reads_of_that_ward_alone()
    {
        await using var bot = await BotHost.StartAsync(more: ("Wards:1:Bosses:0", LocalPeople.Staff.Id));
        await bot.PostAsync("The bog smells #OswinWard7");
        await bot.PostAsync("The bog smells here too #OswinLoos");
        await bot.Card(TestHospital.Ward7, "The bog smells", "New");
        await bot.Card(TestHospital.Loos, "here too", "New");

        var answer = await bot.Ask(LocalPeople.Staff, "digest weekdays at half past eight");
        await MoveAsync(bot, TimeSpan.FromMinutes(30));
        var digest = ShownCard.Of(await bot.Message(LocalTenant.ChatId(LocalPeople.Staff), IsDigest))!;

        Assert.StartsWith("Done. Your digest about Ward 7 comes", answer.Content.Text, StringComparison.Ordinal);
        Assert.True(digest.Says("Ward 7 · since"), digest.Words);
        Assert.True(digest.Says("Waiting longest (1)"), digest.Words);
        Assert.DoesNotContain("Lavatories", digest.Json.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_boss_of_one_ward_need_not_be_in_its_channel_to_ask_about_it_and_learns_nothing_of_others()
    {
        await using var session = await OutsideSession.StartAsync(more: ("Wards:1:Bosses:0", TestHospital.Stranger.Id));
        await session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Staff);
        await session.Link(TestHospital.Loos, "Lavatories", LocalPeople.Fixer);

        Assert.True((await session.Chats(TestHospital.Stranger, "summary")).Says("Received"));
        Assert.Equal("Lavatories' figures are for the members of its channel and for bosses.", (await session.Chats(TestHospital.Stranger, "summary lavatories")).Text);
    }

    [Fact]
    public async Task Who_is_no_boss_is_told_politely_where_their_figures_are()
    {
        await using var bot = await BotHost.StartAsync();

        Assert.Equal("A digest is for bosses. For your ward's figures say \"summary\" in its channel.", (await bot.Ask(LocalPeople.Fixer, "digest Mon-Fri 8:30")).Content.Text);
        Assert.Equal("You have no digest.", (await bot.Ask(LocalPeople.Fixer, "digest off")).Content.Text);
    }

    [Fact]
    public async Task Asked_in_a_channel_it_answers_there_and_shows_what_is_set_and_says_what_it_did_not_understand()
    {
        await using var bot = await BotHost.StartAsync();

        var set = await bot.Ask(LocalPeople.Boss, "digest Mon-Fri 8:30,17:00", TestHospital.Ward7);
        var shown = await bot.Ask(LocalPeople.Boss, "when is my digest?");
        var unclear = await bot.Ask(LocalPeople.Boss, "digest fortnightly");

        Assert.Equal(set.Content.Text, $"Done. {shown.Content.Text}");
        Assert.Contains("Monday to Friday at 08:30 and 17:00 (London time)", shown.Content.Text, StringComparison.Ordinal);
        Assert.StartsWith("I don't know what \"fortnightly\" means for a digest.", unclear.Content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_comes_by_the_clock_that_the_bosss_Teams_tells_of()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.Ask(LocalPeople.Boss, "digest daily 8:30");

        var answer = await SaysInNewYorkAsync(bot, "digest");
        await MoveAsync(bot, TimeSpan.FromHours(1));
        await bot.Ask(LocalPeople.Boss, "mine");

        Assert.Contains("The next one: Monday 23 November at 08:30.", answer.Content.Text, StringComparison.Ordinal);
        Assert.Equal(0, Digests(bot));
        await MoveAsync(bot, TimeSpan.FromHours(4.5));
        await bot.Message(Chat, IsDigest);
    }

    [Fact]
    public async Task What_is_promised_after_a_flight_west_is_the_first_that_comes()
    {
        await using var bot = await BotHost.StartAsync();
        await bot.Ask(LocalPeople.Boss, "digest daily 17:00");
        await MoveAsync(bot, TimeSpan.FromHours(9));
        await bot.Message(Chat, IsDigest);

        // Noon there, and Monday's digest came in London.
        var answer = await SaysInNewYorkAsync(bot, "digest daily 16:00");
        await MoveAsync(bot, TimeSpan.FromHours(5));
        await bot.Ask(LocalPeople.Boss, "mine");

        Assert.Contains("The next one: Tuesday 24 November at 16:00.", answer.Content.Text, StringComparison.Ordinal);
        Assert.Equal(1, Digests(bot));
        await MoveAsync(bot, TimeSpan.FromHours(23));
        await bot.Message(Chat, m => IsDigest(m) && Digests(bot) == 2);
    }

    /// <summary>The same person, whose laptop is in New York now.</summary>
    private static async Task<LocalMessage> SaysInNewYorkAsync(BotHost bot, string text)
    {
        var (status, _) = await bot.Send(new JsonObject
        {
            ["type"] = "message",
            ["id"] = "from-new-york",
            ["channelId"] = "msteams",
            ["serviceUrl"] = new Uri(bot.Http.BaseAddress!, "/local/connector").ToString(),
            ["text"] = text,
            ["from"] = new JsonObject { ["id"] = LocalPeople.Boss.ChannelId, ["name"] = LocalPeople.Boss.Name, ["aadObjectId"] = LocalPeople.Boss.Id },
            ["recipient"] = new JsonObject { ["id"] = LocalSender.Bot.Id },
            ["conversation"] = new JsonObject { ["id"] = Chat, ["conversationType"] = "personal", ["tenantId"] = bot.Tenant.Options.TenantId },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = bot.Tenant.Options.TenantId } },
            ["localTimezone"] = "America/New_York",
        });
        Assert.Equal(202, status);
        return await bot.Message(Chat, m => m.Content.Text?.Contains("New York time", StringComparison.Ordinal) == true);
    }

    private static bool IsDigest(LocalMessage message) => ShownCard.Of(message)?.Says("Your digest") == true;

    private static int Digests(BotHost bot) => bot.Tenant.Messages(Chat).Count(IsDigest);

    /// <summary>Time passes, and whoever sends digests has looked since.</summary>
    private static async Task MoveAsync(BotHost bot, TimeSpan by)
    {
        bot.Clock.Advance(by);

        // A look that was under way may have been by the time before.
        await LookedAsync(bot);
        bot.Clock.Advance(DigestWorker.Look);
        await LookedAsync(bot);
    }

    // One that ended while time passed waits from a moment in between: it looks once more when that is over.
    private static Task LookedAsync(BotHost bot) =>
        bot.Clock.Settled(() => bot.Clock.Waited(DigestWorker.Look, CancellationToken.None), DigestWorker.Look / 3);
}
