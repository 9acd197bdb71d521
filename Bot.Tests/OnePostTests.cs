using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Posts.X;
using FeedbackBot.Tests.Teams;

namespace FeedbackBot.Tests;

/// <summary>The path of one post, as README tells it: post, card, claim, resolve, summary.</summary>
public sealed class OnePostTests
{
    [Fact]
    public async Task A_post_on_X_becomes_a_card_that_is_claimed_resolved_and_counted()
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(x: x);
        await x.Streams.Reached(1, CancellationToken.None);

        // A patient posts; the ward's channel has a card.
        x.Post("1993000000000000001", "The soap is empty again #OswinWard7", "pat", "Pat Ient");
        var card = await bot.Card(TestHospital.Ward7, "The soap is empty again #OswinWard7", "New — nobody has it yet");

        // A fixer claims it: the click is answered with the new card, and everybody's card follows.
        var answer = await bot.Press(LocalPeople.Fixer, card, "claim");
        Assert.True(ShownCard.Of(answer).Says("Claimed by Fiona Webb (fixer)"));
        var claimed = await bot.Card(TestHospital.Ward7, "The soap is empty again", "Claimed by Fiona Webb (fixer)");
        Assert.Equal(card.Id, claimed.Id);

        // It is resolved with a note of what was done.
        await bot.Press(LocalPeople.Fixer, claimed, "resolve", ("note", "Refilled, and a spare put in the cupboard"));
        var resolved = await bot.Card(TestHospital.Ward7, "The soap is empty again", "Resolved by Fiona Webb (fixer)");
        Assert.True(ShownCard.Of(resolved)!.Says("Refilled, and a spare put in the cupboard"));

        // A boss asks how the day was.
        var summary = ShownCard.Of(await bot.Ask(LocalPeople.Boss, "summary"))!;
        Assert.Contains("1 received, 0 waiting, 0 claimed, 1 resolved", (string?)summary.Json["speak"], StringComparison.Ordinal);
        Assert.True(summary.Says("Nothing is waiting."));
        Assert.Equal(1, bot.Cards(TestHospital.Ward7, "The soap is empty again"));
    }

    /// <summary>The same path with a connector that isn't the bot's own: in local mode any loopback address is served.</summary>
    [Fact]
    public async Task An_outside_Teams_drives_the_same_path()
    {
        await using var session = await OutsideSession.StartAsync();
        var channel = await session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Fixer, LocalPeople.Staff);

        await session.Bot.PostAsync("The soap is empty again #OswinWard7");
        var card = await session.Teams.Message(channel, "New — nobody has it yet");
        Assert.True(card.Says("The soap is empty again #OswinWard7"));

        var answer = await session.Clicks(LocalPeople.Fixer, card, "claim");
        Assert.True(ShownCard.Of(answer).Says("Claimed by Fiona Webb (fixer)"));
        var claimed = await session.Teams.Message(channel, m => m.Id == card.Id && m.Says("Claimed by Fiona Webb (fixer)"));

        await session.Clicks(LocalPeople.Fixer, claimed, "resolve", ("note", "Refilled"));
        await session.Teams.Message(channel, m => m.Id == card.Id && m.Says("Resolved by Fiona Webb (fixer)") && m.Says("Refilled"));

        var summary = await session.Says(LocalPeople.Staff, channel, "summary");
        Assert.Contains("1 received, 0 waiting, 0 claimed, 1 resolved", (string?)summary.Card!.Json["speak"], StringComparison.Ordinal);
    }
}
