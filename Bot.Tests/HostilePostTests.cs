using FeedbackBot.Cards;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Tests.Posts.X;

namespace FeedbackBot.Tests;

/// <summary>Whatever people write on X: from the stream to the card it stays data, and the card stays one that Teams takes.</summary>
public sealed class HostilePostTests : IAsyncLifetime
{
    private static readonly string TwentyKilobytes = string.Concat(Enumerable.Repeat("The tea was cold and the bog stinks. ", 560));

    private FakeX _x = null!;
    private BotHost _bot = null!;

    public static TheoryData<string> Texts =>
    [
        "Emoji 🚽💩👩🏽‍⚕️🏴󠁧󠁢󠁥󠁮󠁧󠁿 #Oswin",
        "مرحبا بكم في المستشفى #Oswin",
        "Marks \u202Egnp.exe\u202C \u200F\u061C\u2066hidden\u2069 #Oswin",
        "Zero\u200Bwidth\u200D\u2060\uFEFF #Oswin",
        "**bold** _it_ [link](https://evil.example) `code` # no heading #Oswin",
        "<at>Everyone</at> <b>bold</b> <script>alert(1)</script> &lt;at&gt; #Oswin",
        "{{DATE(2026-11-23T08:00:00Z,SHORT)}} ${name} {0} %s #Oswin",
        "\"quotes\" \\ back \\n slashes \u0001 ' OR 1=1; DROP TABLE Posts; -- #Oswin",
        "Combining Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘ #Oswin",
        "@everyone @channel https://t.co/abc #Oswin #Oswin #Oswin",
    ];

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

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_posts_text_is_on_the_card_to_the_letter_and_nothing_in_it_is_markup(string text)
    {
        _x.Post("1993000000000000001", text);

        var card = ShownCard.Of(await _bot.Card(TestHospital.Desk, "#Oswin", "New — nobody has it yet"))!;

        Assert.Contains(text, card.Words.Split('\n'));
        Assert.DoesNotContain(Json.OfType(card.Json, "TextBlock"), b => Json.Text(b, "text")!.Contains("#Oswin", StringComparison.Ordinal));
        await IsOneThatTeamsTakes(card);
    }

    [Fact]
    public async Task Lines_stay_lines()
    {
        _x.Post("1993000000000000001", "One #Oswin\n\nTwo\r\n  Three\tfour");

        var card = ShownCard.Of(await _bot.Card(TestHospital.Desk, "One #Oswin", "New — nobody has it yet"))!;

        Assert.Equal(["One #Oswin", "Two", "  Three\tfour"], card.Words.Split('\n').SkipWhile(l => l != "One #Oswin").Take(3));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("emoji")]
    [InlineData("lines")]
    [InlineData("oneword")]
    public async Task A_post_of_20_KB_is_shortened_and_says_where_the_rest_is(string kind)
    {
        var text = "#Oswin " + kind switch
        {
            "plain" => TwentyKilobytes,
            "emoji" => string.Concat(Enumerable.Repeat("👩🏽‍⚕️🚽", 2000)),
            "lines" => string.Concat(Enumerable.Repeat("x\n", 10_000)),
            _ => new string('w', 20_000),
        };
        _x.Post("1993000000000000001", text);

        var card = ShownCard.Of(await _bot.Card(TestHospital.Desk, "#Oswin", "New — nobody has it yet"))!;

        Assert.True(card.Says("… (the rest is on X)"));
        await IsOneThatTeamsTakes(card);
    }

    private static async Task IsOneThatTeamsTakes(ShownCard card)
    {
        Assert.InRange(Brevity.BytesOf(card.Json), 1, Brevity.MaxBytes);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, card.Json.ToJsonString());
        Assert.Equal((0, ""), await SchemaTests.Check([file]));
        File.Delete(file);
    }
}
