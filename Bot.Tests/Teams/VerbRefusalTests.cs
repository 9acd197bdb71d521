using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>Reasons not to act: each changes nothing and says why in one sentence.</summary>
public sealed class VerbRefusalTests(BotFixture fixture) : IClassFixture<BotFixture>
{
    private readonly BotHost _bot = fixture.Bot;

    public static TheoryData<string, string, string, string, string> Reasons => new()
    {
        { "New", "staff", "release", "", "Nobody has this one, so there is nothing to release." },
        { "New", "staff", "reopen", "note=Look again", "This one is still open." },
        { "New", "staff", "resolve", "", "Please say what was done, then press Resolve again." },
        { "New", "staff", "resolve", "note=   ", "Please say what was done, then press Resolve again." },
        { "New", "staff", "dismiss", "reason=Spam", "Only this ward's fixers and bosses can dismiss." },
        { "New", "admin", "dismiss", "reason=Spam", "Only this ward's fixers and bosses can dismiss." },
        { "New", "fixer", "dismiss", "", "Please give a reason, then press Dismiss again." },
        { "New", "staff", "assign", "", "Please choose who should have it, then press Assign again." },
        { "New", "staff", "assign", "assignee=nobody", "I can't find that person in this ward's channel. Please choose someone from the list." },
        { "New", "staff", "move", "", "Please choose a ward, then press Move again." },
        { "New", "staff", "move", "ward=moon", "I don't know that ward. Say \"wards\" to see them all." },
        { "New", "staff", "move", "ward=WARD7", "This one is already with Ward 7." },
        { "Claimed", "fixer", "claim", "", "You already have this one." },
        { "Claimed", "boss", "claim", "", "Fiona Webb (fixer) already has this one." },
        { "Claimed", "staff", "release", "", "Only Fiona Webb (fixer) or a boss can release this one." },
        { "Claimed", "admin", "release", "", "Only Fiona Webb (fixer) or a boss can release this one." },
        { "Claimed", "staff", "assign", "assignee=00000000-0000-4000-8000-000000000002", "Fiona Webb (fixer) already has this one." },
        { "Claimed", "staff", "dismiss", "reason=Spam", "Only this ward's fixers and bosses can dismiss." },
        { "Resolved", "staff", "claim", "", "This one is already resolved." },
        { "Resolved", "staff", "resolve", "note=Again", "This one is already resolved." },
        { "Resolved", "boss", "release", "", "This one is already resolved." },
        { "Resolved", "staff", "reopen", "", "Please say why it needs another look, then press Reopen again." },
        { "Resolved", "staff", "move", "ward=loos", "This one is resolved. Reopen it first if another ward should look." },
        { "Resolved", "boss", "dismiss", "reason=Spam", "This one is already resolved." },
        { "Dismissed", "fixer", "claim", "", "This one was dismissed. Reopen it first if it needs another look." },
        { "Dismissed", "staff", "resolve", "note=Done", "This one was dismissed. Reopen it first if it needs another look." },
        { "New", "staff", "thank", "", "Only bosses can send a thank you from here." },
        { "New", "boss", "thank", "", "This one isn't read as praise. If it is, press More on its card and correct that first." },
        { "New", "staff", "correct", "", "Please choose what it is, then press Correct again." },
        { "New", "staff", "correct", "tone=3", "Please choose one of the four, then press Correct again." },
        { "New", "staff", "confirm", "", "Nothing is doubtful any more about how this one is read." },
        { "New", "staff", "pals", "", "Please say why PALS should have it, then press Hand over to PALS again." },
        { "New", "staff", "pals-done", "", "Nobody has handed this one over to PALS." },
        { "New", "staff", "pals-not-yet", "", "Nobody has said that PALS has acknowledged this one." },
        { "New", "staff", "pals-back", "mistake=Wrong card", "PALS doesn't have this one." },
        { "New", "staff", "take-out", "topic=Cleanliness", "This one isn't counted with other people's complaints any more." },
        { "New", "staff", "take-out", "topic=0", "That button doesn't say what it does. Please use the newest card." },
        { "New", "staff", "put-back", "", "That button doesn't say what it does. Please use the newest card." },
        { "New", "staff", "put-back", "topic=Food", "This one counts as the same problem already." },
        { "Resolved", "boss", "take-out", "topic=Cleanliness", "This one is already resolved." },
        { "New", "boss", "explode", "", "I don't know how to \"explode\". Please use the newest card." },
        { "New", "boss", "Claim", "", "I don't know how to \"Claim\". Please use the newest card." },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task An_action_that_may_not_be_changes_nothing_and_says_why(string state, string role, string verb, string input, string why)
    {
        var it = await CaseInWard.In(_bot, state);
        var before = await it.History();
        var person = LocalPeople.All.Single(p => p.Role == role);
        var inputs = input.Length == 0 ? [] : new[] { (input.Split('=')[0], input.Split('=')[1]) };

        var answer = await it.Force(person, verb, inputs);

        Assert.StartsWith(why, CaseInWard.Said(answer), StringComparison.Ordinal);
        Assert.Equal(before, await it.History());
    }

    /// <summary>Where the case stands is shown with the refusal: the presser's card was old.</summary>
    [Fact]
    public async Task A_refusal_of_an_old_card_brings_the_card_as_it_is_now()
    {
        var it = await CaseInWard.Arrive(_bot);
        var old = it.Card;
        await it.Press(LocalPeople.Fixer, "resolve", ("note", "Mopped"));

        var answer = ShownCard.Of(await _bot.Press(LocalPeople.Staff, old, "claim"));

        Assert.StartsWith("This one is already resolved.", answer.Words, StringComparison.Ordinal);
        Assert.True(answer.Says("Resolved by Fiona Webb (fixer)"));
        Assert.Equal(["reopen", "correct", "pals", "history"], answer.Verbs);
    }
}
