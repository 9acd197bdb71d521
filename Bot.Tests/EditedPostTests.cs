using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Tests.Posts.X;

namespace FeedbackBot.Tests;

/// <summary>Posts as people really write them, from X's stream to the ward's channel: with links and pictures, quoting others, edited again and again.</summary>
public sealed class EditedPostTests : IAsyncLifetime
{
    private const string First = "1993000000000000001";

    private FakeX _x = null!;
    private BotHost _bot = null!;

    public async Task InitializeAsync()
    {
        _x = await FakeX.Start();
        _bot = await BotHost.StartAsync(x: _x);
        await _x.Streams.Reached(1, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _x.DisposeAsync();
    }

    [Fact]
    public async Task A_post_that_quotes_is_sensitive_and_is_edited_twice_has_one_card_that_keeps_up_and_a_history_that_keeps_all()
    {
        var quoted = new FakePost("1992000000000000000", "🚽 Soap & towels are out #OswinLoos https://t.co/pic")
        {
            Handle = "quinn",
            Name = "Quinn",
            PhotoUrl = "https://pbs.example/loo.jpg",
            PhotoAltText = "An empty dispenser",
            Addresses = [("https://t.co/pic", "https://x.com/quinn/status/1992000000000000000/photo/1", "pic.x.com/pic")],
        };
        var post = new FakePost(First, "👩🏽‍⚕️ & me: read https://t.co/read, same on #OswinWard7 https://t.co/quote")
        {
            Language = "cy",
            Sensitive = true,
            PhotoUrl = "https://pbs.example/floor.jpg",
            Quotes = quoted,
            Addresses =
            [
                ("https://t.co/read", "https://www.stoswins.example/soap", "stoswins.example/soap"),
                ("https://t.co/quote", "https://x.com/quinn/status/1992000000000000000", "x.com/quinn/status/19920…"),
            ],
        };
        _x.Post(post);
        var card = ShownCard.Of(await _bot.Card(TestHospital.Ward7, "read stoswins.example/soap, same on #OswinWard7", "New — nobody has it yet"))!;
        Assert.True(card.Says("👩🏽‍⚕️ & me: read stoswins.example/soap, same on #OswinWard7\nX marks its picture as possibly sensitive."));
        Assert.True(card.Says("Quotes Quinn @quinn\n🚽 Soap & towels are out #OswinLoos\n"));
        Assert.True(card.Says("Written in: Welsh"));
        Assert.DoesNotContain("t.co", card.Words, StringComparison.Ordinal);
        Assert.Equal((0, ""), await SchemaOf(card));

        _x.Post(post with { Id = "1993000000000000005", EditOf = First, Text = "👩🏽‍⚕️ & me: no paper on #OswinWard7" });
        await _bot.Card(TestHospital.Ward7, "no paper on #OswinWard7", "Edited by its author on");
        _x.Post(post with { Id = "1993000000000000009", EditOf = First, Text = "👩🏽‍⚕️ & me: all fine on #OswinWard7, worse at #OswinLoos" });

        var message = await _bot.Card(TestHospital.Ward7, "all fine on #OswinWard7", "It also names: Lavatories");
        var history = ShownCard.Of(await _bot.Press(LocalPeople.Staff, message, "history"));
        Assert.Equal(["Came to Ward 7", "Its author edited the post", "Its author edited the post"], history.History);
        Assert.True(history.Says("it said: 👩🏽‍⚕️ & me: read stoswins.example/soap, same on #OswinWard7\nBefore the edit of"));
        Assert.True(history.Says("it said: 👩🏽‍⚕️ & me: no paper on #OswinWard7"));
        Assert.Equal((1, 0), (_bot.Cards(TestHospital.Ward7, "& me: "), _bot.Cards(TestHospital.Loos, "& me: ")));
    }

    [Fact]
    public async Task A_post_that_X_sends_for_what_it_quotes_goes_where_that_belongs()
    {
        _x.SendLine(new FakePost(First, "This! Exactly this.") { Quotes = new FakePost("1992000000000000000", "Soap is out #OswinLoos") { Handle = "quinn" } }.Line());

        await _bot.Card(TestHospital.Loos, "This! Exactly this.", "Why here: The post it quotes has the hashtag #OswinLoos.");
    }

    [Fact]
    public async Task What_is_withheld_here_opens_a_case_without_a_word_of_it()
    {
        _x.Post(new FakePost(First, "Unspeakable #OswinWard7") { WithheldIn = ["GB"], Name = "Nobody Special" });

        var card = ShownCard.Of(await _bot.Card(TestHospital.Ward7, "X doesn't show this post in this country.", "New — nobody has it yet"))!;

        Assert.DoesNotMatch("Unspeakable|Nobody Special", card.Json.ToJsonString());
    }

    [Fact]
    public async Task A_reply_on_X_is_told_to_the_ward_by_whoever_wrote_it_even_after_the_case_is_resolved()
    {
        _x.Post(First, "No towels #OswinWard7");
        var message = await _bot.Card(TestHospital.Ward7, "No towels", "New");
        await _bot.Press(LocalPeople.Fixer, message, "resolve", ("note", "Towels are back"));
        message = await _bot.Card(TestHospital.Ward7, "No towels", "Resolved by Fiona Webb (fixer)");
        var reply = Json.OfType(ShownCard.Of(message)!.Json, "Action.OpenUrl").Single(a => (string?)a["title"] == "Reply on X");
        Assert.Equal($"https://x.com/intent/tweet?in_reply_to={First}", (string?)reply["url"]);

        await _bot.Press(LocalPeople.Fixer, message, "replied");

        var card = ShownCard.Of(await _bot.Card(TestHospital.Ward7, "No towels", "Fiona Webb (fixer) replied on X"))!;
        Assert.True(card.Says("Resolved by Fiona Webb (fixer)"));
    }

    private static async Task<(int Code, string Complaints)> SchemaOf(ShownCard card)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, card.Json.ToJsonString());
        var result = await SchemaTests.Check([file]);
        File.Delete(file);
        return result;
    }
}
