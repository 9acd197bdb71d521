using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>What was brought to a boss loses a post's words as its card does, and the staff it praised can be thanked all the same.</summary>
public sealed class BroughtPostGoneTests
{
    private const string Words = "Sister Ann sang to us";
    private static readonly string BossChat = LocalTenant.ChatId(LocalPeople.Boss);

    [Fact]
    public async Task A_message_to_a_boss_loses_the_words_of_what_a_post_quotes_and_then_its_own()
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(x: x, more: ("Escalations:Enabled", "true"));
        await x.Streams.Reached(1, CancellationToken.None);
        var quoted = new FakePost("900", Words);
        x.Lookups.Add(quoted);
        x.Post(new FakePost("1001", "Spotless ward, thank you Sister Ann, you were wonderful and so kind #OswinWard7") { Quotes = quoted });
        var brought = await bot.Message(BossChat, m => ShownCard.Of(m)?.Says(Words) == true);

        x.Lookups.Remove("900");
        await bot.Press(LocalPeople.Staff, await bot.Card(TestHospital.Ward7, "Spotless ward", "New"), "check");
        var without = await Edited("The post it quotes can't be seen here.");
        Assert.False(ShownCard.Of(without)!.Says(Words));
        Assert.True(ShownCard.Of(without)!.Says("Spotless ward"));

        x.Lookups.Remove("1001");
        await bot.Press(LocalPeople.Staff, await bot.Card(TestHospital.Ward7, "Spotless ward", "New"), "check");
        var gone = await Edited("Nobody has said thank you yet.", m => !m.Says("Spotless ward"));
        Assert.False(ShownCard.Of(gone)!.Says("Sister Ann"));
        await bot.Press(LocalPeople.Boss, gone, "thank", ("line", "Well done"));
        await bot.Message(TestHospital.ChannelOf(TestHospital.Ward7), m => ShownCard.Of(m)?.Says("Bea Marsh (boss) said thank you: Well done") == true);

        Task<LocalMessage> Edited(string words, Func<ShownCard, bool>? also = null) => bot.Message(
            BossChat, m => m.Id == brought.Id && ShownCard.Of(m) is { } card && card.Says(words) && also?.Invoke(card) != false);
    }
}
