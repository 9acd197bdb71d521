using System.Globalization;
using System.Text.Json;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>A new case in Ward 7, seen and worked on as people do: by its card.</summary>
internal sealed class CaseInWard
{
    private static int _posts;

    private readonly BotHost _bot;

    private CaseInWard(BotHost bot, string post, string id, LocalMessage card) => (_bot, Post, Id, Card) = (bot, post, id, card);

    /// <summary>What the patient wrote: no two posts are the same.</summary>
    public string Post { get; }

    public string Id { get; }

    /// <summary>Its card in Ward 7, as last looked at.</summary>
    public LocalMessage Card { get; private set; }

    /// <param name="words">What it says, where that matters.</param>
    public static async Task<CaseInWard> Arrive(BotHost bot, string words = "stinks")
    {
        var post = string.Create(CultureInfo.InvariantCulture, $"Bog number {Interlocked.Increment(ref _posts)} {words}. #OswinWard7");
        var id = await bot.PostAsync(post);
        return new CaseInWard(bot, post, id, await bot.Card(TestHospital.Ward7, post, "New — nobody has it yet"));
    }

    /// <summary>A case that a fixer brought into this state: New, Claimed, Resolved or Dismissed.</summary>
    public static async Task<CaseInWard> In(BotHost bot, string state)
    {
        var made = await Arrive(bot);
        switch (state)
        {
            case "Claimed":
                await made.Press(LocalPeople.Fixer, "claim");
                break;
            case "Resolved":
                await made.Press(LocalPeople.Fixer, "resolve", ("note", "Mopped"));
                break;
            case "Dismissed":
                await made.Press(LocalPeople.Fixer, "dismiss", ("reason", "Spam"));
                break;
            default:
                return made;
        }

        await made.Shows($"{state} by Fiona Webb (fixer)");
        return made;
    }

    /// <summary>Comes when everybody's card in the ward says so.</summary>
    public async Task<ShownCard> Shows(string words, string ward = TestHospital.Ward7)
    {
        var message = await _bot.Card(ward, Post, words);
        Card = ward == TestHospital.Ward7 ? message : Card;
        return ShownCard.Of(message)!;
    }

    /// <summary>Presses a button that the card has.</summary>
    public Task<ClickResult> Press(LocalPerson person, string verb, params (string Name, string Value)[] inputs) =>
        _bot.Press(person, Card, verb, inputs);

    /// <summary>Sends a click that the card may have no button for, or had none any more.</summary>
    public Task<ClickResult> Force(LocalPerson person, string verb, params (string Name, string Value)[] inputs)
    {
        var data = ShownCard.Of(Card)!.Data("history");
        data["verb"] = verb;
        foreach (var (name, value) in inputs)
        {
            data[name] = value;
        }

        return _bot.Teams.ExecuteAsync(person, Card, verb, JsonSerializer.SerializeToElement(data));
    }

    /// <summary>What happened to it, a line an event, oldest first.</summary>
    public async Task<IReadOnlyList<string>> History() => ShownCard.Of(await Force(LocalPeople.Staff, "history")).History;

    /// <summary>What the presser reads.</summary>
    public static string Said(ClickResult result) => result.Card is null ? result.Text ?? "" : ShownCard.Of(result).Words;
}
