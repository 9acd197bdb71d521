using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>Old, forged and broken buttons: they get nothing, leak nothing and stop nothing.</summary>
public sealed class StrayClickTests : IAsyncLifetime
{
    private const string NotHere = "I can't find that case here. It may have been removed.";

    private OutsideSession _session = null!;
    private string _ward7 = "";
    private string _loos = "";
    private OutsideMessage _card = null!;

    public static TheoryData<string> BrokenData => new()
    {
        "{}",
        """{"case":null,"version":null}""",
        """{"case":7,"version":1}""",
        """{"case":{"id":"x"},"version":[1]}""",
        """{"case":"","version":1}""",
        """{"case":"1993000000000000001","version":1}""",
        """{"case":"' OR 1=1 --","version":1}""",
        """{"case":"\u0000","version":1}""",
    };

    public static TheoryData<string> OddVersions => new() { "\"1\"", "null", "-7", "1.5", "99999999999999999999", "[]", "{}", "true", "999" };

    public async Task InitializeAsync()
    {
        _session = await OutsideSession.StartAsync();
        _ward7 = await _session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Staff, LocalPeople.Fixer);
        _loos = await _session.Link(TestHospital.Loos, "Lavatories", LocalPeople.Boss, TestHospital.Stranger);
        await _session.Bot.PostAsync("The bog stinks #OswinWard7");
        _card = await _session.Teams.Message(_ward7, "New — nobody has it yet");
    }

    public async Task DisposeAsync() => await _session.DisposeAsync();

    [Fact]
    public async Task A_button_pressed_after_the_case_was_moved_says_where_it_is_and_does_nothing()
    {
        await _session.Clicks(LocalPeople.Staff, _card, "move", ("ward", TestHospital.Loos));
        var there = await _session.Teams.Message(_loos, "New — nobody has it yet");

        var answer = ShownCard.Of(await _session.Clicks(LocalPeople.Staff, _card, "claim"));

        Assert.StartsWith("This one was moved to Lavatories.", answer.Words, StringComparison.Ordinal);
        Assert.Empty(answer.Verbs);
        Assert.True(ShownCard.Of(await _session.Clicks(LocalPeople.Boss, there, "claim")).Says("Claimed by Bea Marsh (boss)"));
    }

    [Theory]
    [MemberData(nameof(BrokenData))]
    public async Task A_forged_case_gets_one_sentence(string data)
    {
        var answer = await _session.Clicks(LocalPeople.Staff, _card, "claim", (JsonObject)JsonNode.Parse(data)!);

        Assert.Equal(("message", NotHere), (answer.Kind, answer.Text));
    }

    /// <summary>The same words as for a forged id: whether another ward has such a case is nobody's business.</summary>
    [Theory]
    [InlineData("claim")]
    [InlineData("history")]
    [InlineData("explode")]
    public async Task Another_wards_case_is_not_found_from_here(string verb)
    {
        await _session.Bot.PostAsync("A second one #OswinLoos");
        var theirs = await _session.Teams.Message(_loos, "A second one");

        var answer = await _session.Clicks(TestHospital.Stranger, theirs, verb, _card.Card!.Data("claim"));

        Assert.Equal(("message", NotHere), (answer.Kind, answer.Text));
    }

    /// <summary>Ids of posts are public, so anyone could forge a button in a chat of their own.</summary>
    [Theory]
    [InlineData("claim")]
    [InlineData("resolve")]
    [InlineData("history")]
    public async Task In_a_chat_with_a_stranger_no_case_is_found(string verb)
    {
        var answer = await ClickInChat(TestHospital.Stranger, verb);

        Assert.Equal(("message", NotHere), (answer.Kind, answer.Text));
        Assert.Equal(["Came to Ward 7"], await History());
    }

    [Fact]
    public async Task In_a_chat_a_boss_may_look_at_a_wards_case_but_not_act_for_its_people()
    {
        Assert.Equal(["Came to Ward 7"], ShownCard.Of(await ClickInChat(LocalPeople.Boss, "history")).History);

        Assert.Equal("This is for the people of Ward 7's channel.", (await ClickInChat(LocalPeople.Boss, "claim")).Text);
        Assert.Equal(["Came to Ward 7"], await History());
    }

    [Fact]
    public async Task In_a_chat_a_member_may_act()
    {
        await ClickInChat(LocalPeople.Staff, "claim");

        await _session.Teams.Message(_ward7, m => m.Id == _card.Id && m.Says("Claimed by Sam Okafor (staff)"));
    }

    [Theory]
    [MemberData(nameof(OddVersions))]
    public async Task A_version_that_is_none_does_not_keep_a_member_from_claiming(string version)
    {
        var data = _card.Card!.Data("claim");
        data["version"] = JsonNode.Parse(version);

        var answer = ShownCard.Of(await _session.Clicks(LocalPeople.Fixer, _card, "claim", data));

        Assert.True(answer.Says("Claimed by Fiona Webb (fixer)"));
    }

    [Fact]
    public async Task An_old_version_still_acts_where_the_action_is_still_possible()
    {
        await _session.Clicks(LocalPeople.Fixer, _card, "claim");
        await _session.Clicks(LocalPeople.Fixer, await _session.Teams.Message(_ward7, "Claimed by Fiona Webb (fixer)"), "release");

        var answer = ShownCard.Of(await _session.Clicks(LocalPeople.Staff, _card, "claim"));

        Assert.True(answer.Says("Claimed by Sam Okafor (staff)"));
    }

    [Theory]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action"}""")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{}}""")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":[]}}""")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"verb":7,"data":"x"}}}""")]
    [InlineData("""{"type":"invoke","name":"task/fetch","value":{}}""")]
    [InlineData("""{"type":"invoke"}""")]
    public async Task An_invoke_of_the_wrong_shape_is_answered_with_a_sentence(string shape)
    {
        var activity = _session.Activities.Clicks(LocalPeople.Staff, _card, "claim", []);
        activity.Remove("name");
        activity.Remove("value");
        foreach (var (name, value) in (JsonObject)JsonNode.Parse(shape)!)
        {
            activity[name] = value?.DeepClone();
        }

        var (status, body) = await _session.Bot.Send(activity);

        Assert.Equal("message", ClickResult.Of(new BotAnswer(status, body)).Kind);
    }

    /// <summary>A click on a list card, as "mine" and "open" give it, or on anything that pretends to be one.</summary>
    private Task<ClickResult> ClickInChat(LocalPerson person, string verb)
    {
        var data = _card.Card!.Data("claim");
        data["note"] = "Done";
        return _session.Clicks(person, new OutsideMessage("1", OutsideTeams.ChatOf(person), null, []), verb, data);
    }

    private async Task<IReadOnlyList<string>> History() => ShownCard.Of(await _session.Clicks(LocalPeople.Staff, _card, "history")).History;
}
