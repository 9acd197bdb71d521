using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>Wards get their channels at a start, and what people linked since stays.</summary>
public sealed class LocalLinksTests
{
    [Fact]
    public async Task The_next_start_leaves_a_channel_with_the_ward_that_somebody_gave_it_to()
    {
        await using var bot = await BotHost.StartAsync();
        Assert.Equal(
            "This channel now shows Ward 7's posts, and no longer Lavatories'.",
            (await bot.Ask(LocalPeople.Admin, "link ward7", TestHospital.Loos)).Content.Text);

        await bot.Links.LinkAsync(bot.Settings.Used.Wards, CancellationToken.None);
        await bot.PostAsync("The bog stinks #OswinWard7");

        await bot.Card(TestHospital.Loos, "The bog stinks", "New — nobody has it yet");
    }
}
