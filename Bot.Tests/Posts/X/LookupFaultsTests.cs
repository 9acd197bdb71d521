using FeedbackBot.LocalTeams;
using FeedbackBot.Posts.X;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>X fails while posts are looked up: nothing is erased, nothing storms, and it goes on when X is back.</summary>
public sealed class LookupFaultsTests
{
    private const string Words = "The soap is empty";

    [Theory]
    [InlineData(404)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(503)]
    public async Task A_refused_look_up_erases_nothing_and_is_tried_again_up_the_ladder(int status)
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(x: x);
        var card = await PostAsync(x, bot);
        x.RefuseLookup(new(status));
        x.RefuseLookup(new(status));

        await bot.Press(LocalPeople.Staff, card, "check");
        await x.Lookups.Arrived.Reached(1, CancellationToken.None);
        await bot.Clock.Waited(TimeSpan.FromSeconds(5), CancellationToken.None);
        Assert.Equal(1, bot.Cards(TestHospital.Ward7, Words));
        bot.Clock.Advance(TimeSpan.FromSeconds(5));
        await x.Lookups.Arrived.Reached(2, CancellationToken.None);
        await bot.Clock.Waited(TimeSpan.FromSeconds(10), CancellationToken.None);
        x.Lookups.Remove("1001");
        bot.Clock.Advance(TimeSpan.FromSeconds(10));

        await bot.Message(TestHospital.ChannelOf(TestHospital.Ward7), m => m.Id == card.Id && ShownCard.Of(m)!.Says("Removed by its author"));
        Assert.Equal(3, x.Lookups.Arrived.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html>Over capacity</html>")]
    public async Task An_answer_that_says_nothing_of_the_post_erases_nothing(string body)
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(x: x);
        var card = await PostAsync(x, bot);
        x.Lookups.AnswerOddly(body);

        await bot.Press(LocalPeople.Staff, card, "check");
        await x.Lookups.Arrived.Reached(1, CancellationToken.None);
        await bot.Clock.Waited(TimeSpan.FromSeconds(5), CancellationToken.None);
        Assert.Equal(1, bot.Cards(TestHospital.Ward7, Words));
        bot.Clock.Advance(TimeSpan.FromSeconds(5));

        await x.Lookups.Arrived.Reached(2, CancellationToken.None);
        await bot.Clock.Waited(XLookupWorker.Idle, CancellationToken.None);
        Assert.Equal(1, bot.Cards(TestHospital.Ward7, Words));
    }

    private static async Task<LocalMessage> PostAsync(FakeX x, BotHost bot)
    {
        await x.Streams.Reached(1, CancellationToken.None);
        x.Post("1001", $"{Words} #OswinWard7");
        return await bot.Card(TestHospital.Ward7, Words, "New");
    }
}
