using FeedbackBot.LocalTeams;
using FeedbackBot.Posts.X;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>A quoted post is taken down on X, or X begins to withhold one, while the post that is a case of ours stands as it was.</summary>
public sealed class RemovedQuoteTests
{
    private const string Words = "The nurse with the red hair";

    private static readonly FakePost Quoted = new("900", $"{Words} was rude") { Handle = "quinn", Name = "Quinn Quoted" };

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_quoted_goes_when_its_own_author_removes_it(DatabaseKind kind)
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(kind, x);
        var card = await QuotingAsync(x, bot);
        x.Lookups.Remove("900");

        await bot.Press(LocalPeople.Staff, card, "check");

        var without = await bot.Message(TestHospital.ChannelOf(TestHospital.Ward7), m => m.Id == card.Id && ShownCard.Of(m)!.Says("The post it quotes can't be seen here."));
        var words = without.Content.Cards[0].GetRawText();
        Assert.DoesNotContain(Words, words, StringComparison.Ordinal);
        Assert.DoesNotContain("Quinn Quoted", words, StringComparison.Ordinal);
        Assert.True(ShownCard.Of(without)!.Says("Same here"));
        Assert.Equal(["1001", "900"], x.Lookups.Asked.First());
        Assert.Equal(["Came to Ward 7"], ShownCard.Of(await bot.Press(LocalPeople.Staff, without, "history")).History);

        // It works on as before, and isn't asked for again.
        await bot.Press(LocalPeople.Fixer, without, "claim");
        var claimed = await bot.Card(TestHospital.Ward7, "Same here", "Claimed by Fiona Webb (fixer)");
        await bot.Press(LocalPeople.Staff, claimed, "check");
        await x.Lookups.Arrived.Reached(2, CancellationToken.None);
        Assert.Equal(["1001"], x.Lookups.Asked.Last());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_alarming_in_what_it_quotes_stands_nowhere_when_that_is_gone(DatabaseKind kind)
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(kind, x);
        await x.Streams.Reached(1, CancellationToken.None);
        var quoted = new FakePost("900", "I want to kill myself, nobody here listens") { Handle = "quinn", Name = "Quinn Quoted" };
        x.Lookups.Add(quoted);
        x.Post(new FakePost("1001", "Same here #OswinWard7") { Quotes = quoted });
        var card = await bot.Card(TestHospital.Ward7, "Same here", "kill myself");
        Assert.Contains("Must not wait because of", (await bot.Press(LocalPeople.Staff, card, "history")).Card!.Value.GetRawText(), StringComparison.Ordinal);
        x.Lookups.Remove("900");

        await bot.Press(LocalPeople.Staff, card, "check");

        var without = await bot.Card(TestHospital.Ward7, "Same here", "The post it quotes can't be seen here.");
        Assert.DoesNotContain("kill myself", (await bot.Press(LocalPeople.Staff, without, "history")).Card!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.True(ShownCard.Of(without)!.Says("words about suicide or self-harm"));
    }

    [Fact]
    public async Task A_quoted_post_of_which_X_says_nothing_stays_and_is_asked_for_again_after_an_hour()
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(x: x);
        var card = await QuotingAsync(x, bot);
        x.Lookups.AnswerOddly("""{"data":[{"id":"1001","edit_history_tweet_ids":["1001"]}]}""");

        await bot.Press(LocalPeople.Staff, card, "check");
        await x.Lookups.Arrived.Reached(1, CancellationToken.None);
        await bot.Clock.Waited(XLookupWorker.Idle, CancellationToken.None);
        Assert.Equal(1, x.Lookups.Arrived.Count);
        await bot.Card(TestHospital.Ward7, "Same here", Words);
        x.Lookups.Remove("900");
        bot.Clock.Advance(TimeSpan.FromHours(1) + XLookupWorker.Idle);

        await bot.Card(TestHospital.Ward7, "Same here", "The post it quotes can't be seen here.");
    }

    [Fact]
    public async Task An_edit_of_a_quoted_post_makes_no_case()
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(x: x);
        var card = await QuotingAsync(x, bot);
        x.Lookups.Add(new FakePost("905", "All is well again") { EditOf = "900" });

        await bot.Press(LocalPeople.Staff, card, "check");
        await x.Lookups.Arrived.Reached(1, CancellationToken.None);
        x.Post("1002", "The soap is empty #OswinWard7");
        await bot.Card(TestHospital.Ward7, "The soap is empty", "New");

        Assert.Equal(1, x.Lookups.Arrived.Count);
        Assert.Equal(0, bot.Cards(TestHospital.Desk, "All is well again"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_X_begins_to_withhold_is_hidden_and_what_it_no_longer_withholds_is_shown_again(DatabaseKind kind)
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(kind, x);
        var card = await QuotingAsync(x, bot);
        var open = await bot.Ask(LocalPeople.Staff, "open", TestHospital.Ward7);
        x.Lookups.Withhold("1001", "DE", "GB");

        await bot.Press(LocalPeople.Staff, card, "check");

        var channel = TestHospital.ChannelOf(TestHospital.Ward7);
        var hidden = await bot.Message(channel, m => m.Id == card.Id && ShownCard.Of(m)!.Says("X doesn't show this post in this country."));
        Assert.False(ShownCard.Of(hidden)!.Says("Same here"));
        await bot.Message(channel, m => m.Id == open.Id && m.Content.Text?.Contains("may not be shown", StringComparison.Ordinal) == true);

        x.Lookups.Withhold("1001");
        x.Lookups.Withhold("900", "GB");
        await bot.Press(LocalPeople.Staff, hidden, "check");

        var shown = await bot.Card(TestHospital.Ward7, "Same here", "X doesn't show the post it quotes in this country.");
        Assert.False(ShownCard.Of(shown)!.Says(Words));
    }

    /// <returns>The card of a post that quotes <see cref="Quoted"/>.</returns>
    private static async Task<LocalMessage> QuotingAsync(FakeX x, BotHost bot)
    {
        await x.Streams.Reached(1, CancellationToken.None);
        x.Lookups.Add(Quoted);
        x.Post(new FakePost("1001", "Same here #OswinWard7") { Quotes = Quoted });
        return await bot.Card(TestHospital.Ward7, "Same here", Words);
    }
}
