using System.Globalization;
using FeedbackBot.Tests.Posts.X;

namespace FeedbackBot.Tests;

/// <summary>X goes away and comes back, seen from a ward's channel: every post has its card, and only one.</summary>
public sealed class SilentXTests
{
    [Fact]
    public async Task After_a_gap_search_fills_it_and_every_post_has_one_card()
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(x: x);
        await x.Streams.Reached(1, CancellationToken.None);
        x.Post("1001", "Before the gap #OswinWard7");
        await bot.Card(TestHospital.Ward7, "Before the gap", "New");

        x.RefuseStream(new(503));
        x.Drop();
        await bot.Clock.Waited(TimeSpan.FromSeconds(5), CancellationToken.None);
        x.Post("1002", "First in the gap #OswinWard7");
        x.Post("1003", "Second in the gap #OswinWard7");
        bot.Clock.Advance(TimeSpan.FromSeconds(5));
        await bot.Card(TestHospital.Ward7, "Second in the gap", "New");
        x.Post("1004", "After the gap #OswinWard7");

        await bot.Card(TestHospital.Ward7, "After the gap", "New");
        Assert.Equal(
            [1, 1, 1, 1],
            new[] { "Before the gap", "First in the gap", "Second in the gap", "After the gap" }.Select(p => bot.Cards(TestHospital.Ward7, p)));
    }

    [Fact]
    public async Task A_stream_that_goes_silent_is_opened_anew_and_nothing_is_missed()
    {
        await using var x = await FakeX.Start();
        x.KeepAlive = null;
        await using var bot = await BotHost.StartAsync(x: x);
        await x.Streams.Reached(1, CancellationToken.None);
        x.Post("1001", "Before the silence #OswinWard7");
        await bot.Card(TestHospital.Ward7, "Before the silence", "New");

        x.Mute();
        x.Post("1002", "Into the silence #OswinWard7");
        await bot.Clock.Waited(TimeSpan.FromSeconds(20), CancellationToken.None);
        bot.Clock.Advance(TimeSpan.FromSeconds(20));

        await bot.Card(TestHospital.Ward7, "Into the silence", "New");
        await x.Streams.Reached(2, CancellationToken.None);
        x.Post("1003", "After the silence #OswinWard7");
        await bot.Card(TestHospital.Ward7, "After the silence", "New");
        Assert.Equal((1, 1), (bot.Cards(TestHospital.Ward7, "Before the silence"), bot.Cards(TestHospital.Ward7, "Into the silence")));
    }

    [Fact]
    public async Task A_gap_of_several_search_pages_arrives_whole()
    {
        const int Posts = 30;
        await using var x = await FakeX.Start();
        x.PageSize = 8;
        await using var bot = await BotHost.StartAsync(x: x);
        await x.Streams.Reached(1, CancellationToken.None);
        x.Post("1000", "Before the gap #OswinWard7");
        await bot.Card(TestHospital.Ward7, "Before the gap", "New");
        x.RefuseStream(new(503));
        x.Drop();
        await bot.Clock.Waited(TimeSpan.FromSeconds(5), CancellationToken.None);
        for (var i = 1; i <= Posts; i++)
        {
            x.Post((1000 + i).ToString(CultureInfo.InvariantCulture), $"Bog {i} of {Posts} #OswinWard7");
        }

        bot.Clock.Advance(TimeSpan.FromSeconds(5));

        for (var i = 1; i <= Posts; i++)
        {
            await bot.Card(TestHospital.Ward7, $"Bog {i} of {Posts} ", "New");
        }

        Assert.Equal(
            Enumerable.Repeat(1, Posts),
            Enumerable.Range(1, Posts).Select(i => bot.Cards(TestHospital.Ward7, $"Bog {i} of {Posts} ")));
    }
}
