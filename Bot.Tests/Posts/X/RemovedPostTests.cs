using FeedbackBot.LocalTeams;
using FeedbackBot.Posts.X;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>A post is taken down on X, seen from a ward's channel: its words are gone from card, search and store, and stay gone.</summary>
public sealed class RemovedPostTests
{
    private const string Words = "The nurse with the red hair";

    private static readonly TimeSpan UntilTheRound = TimeSpan.FromHours(20);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_post_that_its_author_removed_is_gone_after_the_daily_round_and_stays_gone(DatabaseKind kind)
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(kind, x);
        await x.Streams.Reached(1, CancellationToken.None);
        x.Post("1001", $"{Words} was rude #OswinWard7", "pat", "Pat Ient");
        x.Post("1002", "The soap is empty #OswinWard7", "ann", "Ann Other");
        var card = await bot.Card(TestHospital.Ward7, Words, "Pat Ient");
        await bot.Card(TestHospital.Ward7, "The soap is empty", "New");
        await bot.Press(LocalPeople.Fixer, card, "claim");
        await bot.Card(TestHospital.Ward7, Words, "Claimed by Fiona Webb (fixer)");

        x.Lookups.Remove("1001");
        await ToTheRoundAsync(bot);

        var erased = await bot.Message(
            TestHospital.ChannelOf(TestHospital.Ward7), m => m.Id == card.Id && ShownCard.Of(m)!.Says("Removed by its author"));
        Assert.DoesNotContain("Pat Ient", erased.Content.Cards[0].GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(Words, erased.Content.Cards[0].GetRawText(), StringComparison.Ordinal);
        Assert.True(ShownCard.Of(erased)!.Says("Claimed by Fiona Webb (fixer)"));
        var history = ShownCard.Of(await bot.Press(LocalPeople.Fixer, erased, "history")).History;
        Assert.Equal(["Came to Ward 7", "Fiona Webb (fixer) claimed it", "The post was removed by its author, or is no longer public on X"], history);
        await bot.Card(TestHospital.Ward7, "The soap is empty", "New");
        Assert.Contains("I found no case", (await bot.Ask(LocalPeople.Boss, "find red hair")).Content.Text, StringComparison.Ordinal);
        Assert.Contains("I found no case", (await bot.Ask(LocalPeople.Boss, "find Pat Ient")).Content.Text, StringComparison.Ordinal);

        await x.Reopened(bot.Clock);

        // X delivers it once more, late, and in a newer edition; what comes after it shows that both were read.
        x.Post("1001", $"{Words} was rude #OswinWard7", "pat", "Pat Ient");
        x.Post(new FakePost("1003", $"{Words} was very rude #OswinWard7") { EditOf = "1001" });
        x.Post("1004", "Something else #OswinWard7");
        await bot.Card(TestHospital.Ward7, "Something else", "New");
        Assert.Equal(0, bot.Cards(TestHospital.Ward7, Words));
        Assert.Contains("I found no case", (await bot.Ask(LocalPeople.Boss, "find red hair")).Content.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Its_words_go_from_answers_in_channels_and_chats_as_well(DatabaseKind kind)
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(kind, x);
        await x.Streams.Reached(1, CancellationToken.None);
        x.Post("1001", $"{Words} was rude #OswinWard7", "pat", "Pat Ient");
        var card = await bot.Card(TestHospital.Ward7, Words, "Pat Ient");
        var open = await bot.Ask(LocalPeople.Staff, "open", TestHospital.Ward7);
        var found = await bot.Ask(LocalPeople.Boss, "find Pat Ient");
        Assert.True(ShownCard.Of(open)!.Says(Words));
        await bot.Press(LocalPeople.Staff, card, "assign", ("assignee", LocalPeople.Fixer.Id));
        await bot.Message(LocalTenant.ChatId(LocalPeople.Fixer), m => ShownCard.Of(m)?.Says(Words) == true);
        x.Lookups.Remove("1001");

        await bot.Press(LocalPeople.Staff, card, "check");

        foreach (var (place, id) in new[]
        {
            (TestHospital.ChannelOf(TestHospital.Ward7), open.Id),
            (LocalTenant.ChatId(LocalPeople.Boss), found.Id),
            (LocalTenant.ChatId(LocalPeople.Fixer), null),
        })
        {
            var said = await bot.Message(place, m => (id is null || m.Id == id) && m.Content.Text?.Contains("removed by its author", StringComparison.Ordinal) == true);
            Assert.Empty(said.Content.Cards);
        }
    }

    [Fact]
    public async Task A_post_that_someone_asks_about_is_looked_up_at_once_even_when_its_case_is_closed()
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(x: x);
        await x.Streams.Reached(1, CancellationToken.None);
        x.Post("1001", $"{Words} was rude #OswinWard7");
        var card = await bot.Card(TestHospital.Ward7, Words, "New");
        await bot.Press(LocalPeople.Fixer, card, "resolve", ("note", "Spoken with the nurse"));
        var resolved = await bot.Card(TestHospital.Ward7, Words, "Resolved by Fiona Webb (fixer)");
        x.Lookups.Protect("1001");

        var answer = await bot.Press(LocalPeople.Staff, resolved, "check");

        Assert.True(ShownCard.Of(answer).Says("I am asking X."));
        var erased = await bot.Message(TestHospital.ChannelOf(TestHospital.Ward7), m => m.Id == card.Id && ShownCard.Of(m)!.Says("Removed by its author"));
        Assert.True(ShownCard.Of(erased)!.Says("Spoken with the nurse"));
        Assert.DoesNotContain("check", ShownCard.Of(erased)!.Verbs);
    }

    [Fact]
    public async Task An_edit_that_was_missed_arrives_with_the_daily_round()
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(x: x);
        await x.Streams.Reached(1, CancellationToken.None);
        x.Post("1001", "The soap is empty #OswinWard7");
        await bot.Card(TestHospital.Ward7, "The soap is empty", "New");

        // Without the hashtag neither stream nor search give the newer edition.
        x.Post(new FakePost("1002", "The soap is empty, and so is the towel rail") { EditOf = "1001" });
        await ToTheRoundAsync(bot);

        await bot.Card(TestHospital.Ward7, "so is the towel rail", "Edited by its author");
    }

    private static async Task ToTheRoundAsync(BotHost bot)
    {
        // The worker has looked and waits; it may look while the clock is still on its way, so it has to look once more.
        await bot.Clock.Waited(XLookupWorker.Idle, CancellationToken.None);
        bot.Clock.Advance(UntilTheRound);
        await bot.Clock.Settled(() => bot.Clock.Waited(XLookupWorker.Idle, CancellationToken.None), XLookupWorker.Idle / 3);
        bot.Clock.Advance(XLookupWorker.Idle);
    }
}
