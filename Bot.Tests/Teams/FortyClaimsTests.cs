using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Teams;

/// <summary>Promise 3: of any number of simultaneous claims one wins, and the others see at once who did.</summary>
public sealed class FortyClaimsTests
{
    private const int Forty = 40;

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_forty_claims_at_once_one_wins_and_the_others_read_who(DatabaseKind kind)
    {
        await using var session = await OutsideSession.StartAsync(kind);
        var people = Enumerable.Range(1, Forty)
            .Select(i => new LocalPerson($"00000000-0000-4000-8000-0000000001{i:D2}", $"Nurse {i:D2}", "staff")).ToList();
        var channel = await session.Link(TestHospital.Ward7, "Ward 7", people);
        await session.Bot.PostAsync("The bog stinks #OswinWard7");
        var card = await session.Teams.Message(channel, "New — nobody has it yet");

        var clicks = people.Select(p => session.Activities.Clicks(p, card, "claim", card.Card!.Data("claim")).ToJsonString()).ToList();
        var answers = await Task.WhenAll(clicks.Select(click => Task.Run(() => session.Bot.Send(click))));

        var read = answers.Select(a => ShownCard.Of(ClickResult.Of(new BotAnswer(a.Status, a.Body))).Words).ToList();
        var winner = people[read.FindIndex(words => !words.Contains("already has this one", StringComparison.Ordinal))].Name;
        Assert.Equal(Forty - 1, read.Count(words => words.StartsWith($"{winner} already has this one.", StringComparison.Ordinal)));
        Assert.All(read, words => Assert.Contains($"Claimed by {winner}", words, StringComparison.Ordinal));

        var shown = await session.Teams.Message(channel, m => m.Id == card.Id && m.Says($"Claimed by {winner}"));
        var history = ShownCard.Of(await session.Clicks(people[0], shown, "history")).History;
        Assert.Equal(["Came to Ward 7", $"{winner} claimed it"], history);
    }
}
