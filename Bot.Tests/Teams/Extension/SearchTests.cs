using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams.Extension;

/// <summary>Cases are searched from the compose box and put into chats, where their cards stay live.</summary>
public sealed class SearchTests : IAsyncLifetime
{
    private const string NotHere = "I can't find that case here. It may have been removed.";

    private OutsideSession _session = null!;
    private string _ward7 = "";

    public async Task InitializeAsync()
    {
        _session = await OutsideSession.StartAsync();
        _ward7 = await _session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Staff, LocalPeople.Fixer);
        await _session.Link(TestHospital.Loos, "Lavatories", LocalPeople.Boss);
        await _session.Bot.PostAsync("The bog stinks #OswinWard7");
        _session.Bot.Clock.Advance(TimeSpan.FromSeconds(1));
        await _session.Bot.PostAsync("The tap drips #OswinLoos");
        await _session.Teams.Message(_ward7, "New — nobody has it yet");
    }

    public async Task DisposeAsync() => await _session.DisposeAsync();

    [Fact]
    public async Task Whoever_searches_gets_the_cases_that_they_may_see()
    {
        Assert.Equal(["The bog stinks #OswinWard7"], await Posts(LocalPeople.Staff));
        Assert.Equal(["The bog stinks #OswinWard7"], await Posts(LocalPeople.Fixer, ("words", "oswin")));
        Assert.Equal(["The tap drips #OswinLoos", "The bog stinks #OswinWard7"], await Posts(LocalPeople.Boss, ("words", "OSWIN")));
        Assert.Equal(["The bog stinks #OswinWard7"], await Posts(LocalPeople.Boss, ("ward", "ward 7"), ("state", "new")));
        Assert.Equal("A ward's cases are for the members of its channel and for bosses.", await Said(TestHospital.Stranger));
        Assert.Equal("The cases of Lavatories are for the members of its channel and for bosses.", await Said(LocalPeople.Staff, ("ward", "lavatories")));
    }

    [Theory]
    [InlineData("words", "drips", "I found no such case among those that you may see.")]
    [InlineData("words", "%_%' OR 1=1 -- soap", "I found no such case among those that you may see.")]
    [InlineData("words", "b_g", "I found no such case among those that you may see.")]
    [InlineData("state", "resolved", "I found no such case among those that you may see.")]
    [InlineData("state", "<b>", "A case's state is new, claimed, resolved or dismissed; open stands for new and claimed.")]
    [InlineData("ward", "'; DROP TABLE \"Cases\"; --", "I don't know a ward called \"'; DROP TABLE \"Cases\"; --\".")]
    public async Task What_finds_nothing_is_answered_with_a_sentence(string name, string value, string sentence) =>
        Assert.Equal(sentence, await Said(LocalPeople.Staff, (name, value)));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"soap\"")]
    [InlineData("""{"commandId":"findCases","parameters":"soap"}""")]
    public async Task A_search_of_the_wrong_shape_is_answered_in_the_right_one(string value)
    {
        var answer = await Send(_session.Activities.Searches(LocalPeople.Staff, JsonNode.Parse(value)));

        Assert.Equal("message", (string?)answer["composeExtension"]!["type"]);
    }

    [Fact]
    public async Task A_result_has_a_preview_in_which_no_markup_is_read()
    {
        await _session.Bot.PostAsync("<b>Bold</b> & <script>alert(1)</script> #OswinWard7");

        var found = (await Results(LocalPeople.Staff, ("words", "bold")))[0]!;

        Assert.Equal("application/vnd.microsoft.card.thumbnail", (string?)found["preview"]!["contentType"]);
        Assert.Equal("Ward 7 · New, nobody has it yet", (string?)found["preview"]!["content"]!["title"]);
        Assert.Equal("Pat Ient: ‹b›Bold‹/b› & ‹script›alert(1)‹/script› #OswinWard7", (string?)found["preview"]!["content"]!["text"]);
    }

    [Fact]
    public async Task Teams_gets_the_page_of_results_that_it_asks_for()
    {
        var value = new JsonObject { ["commandId"] = "findCases", ["queryOptions"] = new JsonObject { ["skip"] = 1, ["count"] = 1 } };

        var answer = await Send(_session.Activities.Searches(LocalPeople.Boss, value));

        Assert.Equal("The bog stinks #OswinWard7", PostOf(Assert.Single(answer["composeExtension"]!["attachments"]!.AsArray())));
    }

    [Theory]
    [InlineData(OutsideActivities.GroupChat, "groupChat")]
    [InlineData("19:one_other@unq.gbl.spaces", "personal")]
    public async Task A_dropped_card_is_claimed_from_the_chat_and_whoever_looks_at_it_sees_that(string conversation, string type)
    {
        var dropped = Card((await Results(LocalPeople.Staff))[0]);
        var refresh = (JsonObject)dropped.Json["refresh"]!;

        var claimed = Answered(await Send(_session.Activities.ClicksInGroup(LocalPeople.Staff, "claim", dropped.Data("claim"), conversation, type)));
        var seen = Answered(await Send(_session.Activities.ClicksInGroup(LocalPeople.Fixer, (string)refresh["action"]!["verb"]!, Data(refresh), conversation, type)));

        Assert.True(new ShownCard(claimed).Says("Claimed by Sam Okafor (staff)"));
        Assert.True(new ShownCard(seen).Says("Claimed by Sam Okafor (staff)"));
        await _session.Teams.Message(_ward7, "Claimed by Sam Okafor (staff)");

        // What the refresh gave is as live as what was dropped.
        var resolve = new ShownCard(seen).Data("resolve");
        resolve["note"] = "Mopped";
        await Send(_session.Activities.ClicksInGroup(LocalPeople.Fixer, "resolve", resolve, conversation, type));
        Assert.True(new ShownCard(Answered(await Send(_session.Activities.ClicksInGroup(LocalPeople.Staff, "refresh", Data((JsonObject)seen["refresh"]!), conversation, type))))
            .Says("Resolved by Fiona Webb (fixer)"));
    }

    [Fact]
    public async Task Who_asked_for_a_card_sees_it_refreshed_without_a_press() =>
        Assert.Contains(LocalPeople.Staff.ChannelId, Card((await Results(LocalPeople.Staff))[0]).Json["refresh"]!["userIds"]!.AsArray().Select(u => (string?)u));

    [Theory]
    [InlineData("refresh")]
    [InlineData("claim")]
    [InlineData("history")]
    public async Task Who_may_not_see_a_case_gets_nothing_from_its_card_in_a_chat(string verb)
    {
        var dropped = Card((await Results(LocalPeople.Staff))[0]);
        var data = dropped.Data("claim");
        data["verb"] = verb;

        var answer = await Send(_session.Activities.ClicksInGroup(TestHospital.Stranger, verb, data));

        Assert.Equal(NotHere, (string?)answer["value"]);
    }

    [Fact]
    public async Task A_boss_sees_a_dropped_card_live_but_does_not_act_for_the_wards_people()
    {
        var data = Card((await Results(LocalPeople.Boss, ("words", "bog")))[0]).Data("claim");

        Assert.Equal("This is for the people of Ward 7's channel.", (string?)(await Send(_session.Activities.ClicksInGroup(LocalPeople.Boss, "claim", data)))["value"]);
    }

    /// <summary>Praise comes from above, and what must not wait is closed by people of no ward.</summary>
    [Theory]
    [InlineData("was spotless, thank you Sister Ann, you were wonderful and so kind", "thank", "line", "Bea Marsh (boss) said thank you: Done well")]
    [InlineData("is where I want to kill myself, nobody listens", "resolve", "note", "Resolved by Bea Marsh (boss)")]
    public async Task A_boss_of_no_ward_thanks_and_closes_what_must_not_wait_from_a_chat(string text, string verb, string input, string words)
    {
        await _session.Bot.PostAsync($"The bathroom {text} #OswinWard7");
        var data = Card((await Results(LocalPeople.Boss, ("words", "bathroom")))[0]).Data("history");
        (data["verb"], data[input]) = (verb, "Done well");

        var answer = Answered(await Send(_session.Activities.ClicksInGroup(LocalPeople.Boss, verb, data)));

        Assert.True(new ShownCard(answer).Says(words));
        await _session.Teams.Message(_ward7, words);
        var stranger = await Send(_session.Activities.ClicksInGroup(TestHospital.Stranger, verb, data.DeepClone().AsObject()));
        Assert.Equal(NotHere, (string?)stranger["value"]);
    }

    [Fact]
    public async Task A_dropped_card_is_a_persons_message_so_it_is_never_edited_nor_its_chat_taken_for_ours()
    {
        var dropped = Card((await Results(LocalPeople.Staff))[0]);
        var inWard = new OutsideMessage("1799999999999", _ward7, "1799999999999", []);

        await _session.Clicks(LocalPeople.Staff, inWard, "claim", dropped.Data("claim"));
        await Send(_session.Activities.ClicksInGroup(LocalPeople.Staff, "release", Released(dropped), "19:one_other@unq.gbl.spaces", "personal"));
        await _session.Teams.Message(_ward7, "New — nobody has it yet");
        var told = await _session.Chats(LocalPeople.Staff, "mine");

        Assert.Equal(OutsideTeams.ChatOf(LocalPeople.Staff), told.Conversation);
        Assert.DoesNotContain(_session.Teams.Messages, m => m.Conversation.Contains("unq.gbl.spaces", StringComparison.Ordinal) || m.Id == inWard.Id);
        Assert.Single(_session.Teams.Messages.Where(m => m.Conversation == _ward7 && m.Card?.Says("The bog stinks") == true).DistinctBy(m => m.Id));
    }

    private static JsonObject Released(ShownCard card)
    {
        var data = card.Data("claim");
        data["verb"] = "release";
        return data;
    }

    private static ShownCard Card(JsonNode? result) => new((JsonObject)result!["content"]!);

    private static string PostOf(JsonNode? result) =>
        Card(result).Words.Split('\n').Single(l => l.Contains(" #Oswin", StringComparison.Ordinal) && !l.StartsWith("Why here", StringComparison.Ordinal));

    private static JsonObject Data(JsonObject refresh) => (JsonObject)refresh["action"]!["data"]!.DeepClone();

    private static JsonObject Answered(JsonObject answer) => answer["value"] as JsonObject ?? throw new InvalidOperationException(answer.ToJsonString());

    private async Task<IReadOnlyList<string>> Posts(LocalPerson person, params (string Name, string Value)[] typed) =>
        [.. (await Results(person, typed)).Select(r => PostOf(r))];

    private async Task<JsonArray> Results(LocalPerson person, params (string Name, string Value)[] typed)
    {
        var answer = await Search(person, typed);
        Assert.True((string?)answer["type"] == "result", answer.ToJsonString());
        return answer["attachments"]!.AsArray();
    }

    private async Task<string?> Said(LocalPerson person, params (string Name, string Value)[] typed) => (string?)(await Search(person, typed))["text"];

    private async Task<JsonObject> Search(LocalPerson person, (string Name, string Value)[] typed)
    {
        var parameters = new JsonArray([.. typed.Select(t => new JsonObject { ["name"] = t.Name, ["value"] = t.Value })]);
        return (JsonObject)(await Send(_session.Activities.Searches(person, new JsonObject { ["commandId"] = "findCases", ["parameters"] = parameters })))["composeExtension"]!;
    }

    private async Task<JsonObject> Send(JsonObject invoke)
    {
        var (status, body) = await _session.Bot.Send(invoke);
        Assert.Equal(200, status);
        return (JsonObject)JsonNode.Parse(body)!;
    }
}
