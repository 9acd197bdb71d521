using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using static FeedbackBot.Tests.Cards.CardSamples;

namespace FeedbackBot.Tests.Cards;

public sealed class PostCardTests
{
    public static TheoryData<string, string> ButtonsByCard => new()
    {
        { "post-new", "Claim, Assign, Resolve, More, Reply on X, I replied" },
        { "post-new-fixer", "Resolve, Assign, Claim, More, Reply on X, I replied" },
        { "post-claimed-claimer", "Resolve, Release, Assign, More, Reply on X, I replied" },
        { "post-long", "Claim, Assign, Resolve, More, Reply on X, Show all" },
        { "post-long-whole", "Claim, Assign, Resolve, More, Reply on X, Show less" },
        { "post-new-history", "Hide history, Claim, Assign, Resolve, More, Reply on X" },
        { "post-new-plain", "Claim, Assign, Resolve, More" },
        { "post-claimed", "Resolve, Assign, Release, More, Reply on X, I replied" },
        { "post-resolved", "Reopen, More, History, Reply on X, I replied" },
        { "post-resolved-history", "Hide history, Reopen, More, Reply on X, I replied" },
        { "post-replied", "Reopen, More, History, Reply on X, I replied" },
        { "post-dismissed", "Reopen, More, History" },
        { "post-boss", "Claim, Assign, Resolve, More, Thank, Reply on X" },
        { "post-alarm", "Claim, Assign, More, Reply on X, I replied" },
        { "post-alarm-lead", "Claim, Assign, Resolve, More, Nobody is at risk, Reply on X" },
        { "post-alarm-edited", "Reopen, More, Nobody is at risk, History, Reply on X, I replied" },
        { "post-moved", "" },
    };

    public static TheoryData<string, string> StateByCard => new()
    {
        { "post-new", "New — nobody has it yet" },
        { "post-claimed", "Claimed by Ann Archer on 23 Nov, 14:05" },
        { "post-assigned", "Claimed by Bob Baker on 23 Nov, 14:07, assigned by Mary Marsh" },
        { "post-resolved", "Resolved by Ann Archer on 23 Nov, 14:39: Paper refilled, floor mopped, drain reported to Estates." },
        { "post-dismissed", "Dismissed by Ann Archer on 23 Nov, 14:01: Not about us" },
        { "post-moved", "Moved to X-ray waiting room by Bob Baker on 23 Nov, 14:03" },
    };

    public static TheoryData<string> All => GoldenTests.Names;

    [Theory]
    [MemberData(nameof(ButtonsByCard))]
    public void Each_state_offers_its_buttons_at_most_six(string name, string titles)
    {
        var buttons = Json.Buttons(CardSamples.Cards[name]());

        Assert.Equal(titles, string.Join(", ", buttons));
        Assert.InRange(buttons.Count, 0, 6);
    }

    [Theory]
    [MemberData(nameof(StateByCard))]
    public void Each_state_is_told_in_words(string name, string sentence) =>
        Assert.Contains(sentence, Json.Paragraphs(CardSamples.Cards[name]()));

    [Theory]
    [MemberData(nameof(All))]
    public void Every_Execute_has_a_Submit_with_the_same_title_and_data(string name)
    {
        foreach (var execute in Json.OfType(CardSamples.Cards[name]()["body"]!, "Action.Execute"))
        {
            var submit = execute["fallback"]!.AsObject();
            Assert.Equal("Action.Submit", (string?)submit["type"]);
            Assert.Equal((string?)execute["title"], (string?)submit["title"]);
            Assert.True(JsonNode.DeepEquals(execute["data"], submit["data"]));
            Assert.Equal((string?)execute["verb"], (string?)execute["data"]!["verb"]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_card_shows_more_than_six_buttons_together(string name) =>
        Assert.All(Json.OfType(CardSamples.Cards[name](), "ActionSet"), set => Assert.InRange(set["actions"]!.AsArray().Count, 1, 6));

    [Theory]
    [MemberData(nameof(All))]
    public void No_two_inputs_share_an_id(string name)
    {
        var ids = Json.All(CardSamples.Cards[name]()).Select(o => Json.Text(o, "id")).OfType<string>().ToList();

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void A_button_carries_the_case_and_the_version()
    {
        var claim = Json.OfType(Draw(New()), "Action.Execute").First(a => (string?)a["verb"] == "claim");

        Assert.Equal("""{"verb":"claim","case":"1801","version":1}""", claim["data"]!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_button_carries_a_value_that_could_pass_for_an_input_left_empty(string name)
    {
        var card = CardSamples.Cards[name]();
        var inputs = Json.All(card).Select(o => Json.Text(o, "id")).OfType<string>().ToHashSet();

        Assert.DoesNotContain(Json.OfType(card, "Action.Execute").SelectMany(a => a["data"]!.AsObject()), d => inputs.Contains(d.Key));
    }

    [Fact]
    public void Nothing_under_More_is_required_so_no_input_there_holds_up_another_button()
    {
        var more = Json.OfType(Draw(New()), "Action.ShowCard").Single(a => (string?)a["title"] == "More");

        Assert.Equal(["ward", "reason", "risk", "tone", "topics", "complaint"], Json.All(more).Select(o => Json.Text(o, "id")).OfType<string>());
        Assert.DoesNotContain(Json.All(more), o => o.ContainsKey("isRequired"));
    }

    [Theory]
    [InlineData("post-long")]
    [InlineData("post-new-history")]
    public void Where_there_is_no_room_I_replied_is_under_More(string name) =>
        Assert.Contains("replied", Json.OfType(CardSamples.Cards[name](), "Action.ShowCard").Where(a => (string?)a["title"] == "More").SelectMany(m => Json.OfType(m, "Action.Execute")).Select(a => (string?)a["verb"]));

    [Theory]
    [InlineData("post-new", "Read as: Complaint about cleanliness; praise for staff")]
    [InlineData("post-corrected", "Read as: Complaint about cleanliness and food (corrected by staff)")]
    [InlineData("post-corrected", "23 Nov, 14:02 · Ann Archer corrected how it is read: Complaint about cleanliness and food (was: Complaint about cleanliness; praise for staff)")]
    [InlineData("post-new-history", "Read as complaint and praise because of: “fabulous”, “smells like a crime scene”")]
    [InlineData("post-new-history", "About staff attitude because of: “nurse”")]
    [InlineData("post-boss", "The post names: Sister Ann, Dr Patel. Please check who they are.")]
    [InlineData("post-doubtful", "Read as: Complaint, perhaps about cleanliness; praise for staff")]
    [InlineData("post-confirmed", "Read as: Complaint about cleanliness; praise for staff")]
    [InlineData("post-confirmed", "23 Nov, 14:02 · Ann Archer said that it is about cleanliness")]
    [InlineData("post-alarm", "Someone may be at risk: words about neglect.")]
    [InlineData("post-alarm-edited", "If somebody's life is at risk ring 999 / the crash team 2222 first, then tell the safeguarding lead.")]
    [InlineData("post-alarm", "If somebody's life is at risk ring 999 / the crash team 2222 first, then tell the safeguarding lead.")]
    [InlineData("post-pals", "With PALS as a complaint since 23 Nov, 14:02. PALS is to acknowledge it by Thursday 26 November")]
    [InlineData("post-pals-acknowledged", "With PALS as a complaint since 23 Nov, 14:02, acknowledged in time, on Tuesday 24 November")]
    [InlineData("post-pals-acknowledged", "24 Nov, 13:58 · PALS has acknowledged it, says Bob Baker")]
    public void What_was_found_and_done_is_told_in_words(string name, string words) => Assert.Contains(words, Json.Paragraphs(CardSamples.Cards[name]()));

    [Theory]
    [InlineData("post-new")]
    [InlineData("post-alarm")]
    public void What_decided_is_told_under_History_alone(string name) =>
        Assert.DoesNotContain("because of", CardSamples.Cards[name]().ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void What_must_not_wait_stands_first_and_is_dismissed_by_its_lead_alone()
    {
        var (others, lead) = (CardSamples.Cards["post-alarm"](), CardSamples.Cards["post-alarm-lead"]());

        Assert.StartsWith("Someone may be at risk", Json.Paragraphs(others["body"]![1]!)[0], StringComparison.Ordinal);
        Assert.Contains("Someone may be at risk", (string?)others["speak"], StringComparison.Ordinal);
        Assert.DoesNotContain(Json.OfType(others, "Action.Execute"), a => (string?)a["verb"] is "dismiss" or "resolve");
        Assert.Equal(2, Json.OfType(lead, "Action.Execute").Count(a => (string?)a["verb"] is "dismiss" or "resolve"));
        Assert.DoesNotContain("999", Draw(Then(Alarming(), new CaseAction.Resolve("Rang her."), Ann, 5)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Correct_is_filled_in_with_what_was_read()
    {
        var inputs = Json.All(Draw(New())).Where(o => Json.Text(o, "id") is "tone" or "topics").ToList();

        Assert.Equal(["Mixed", "Cleanliness,StaffAttitude"], inputs.Select(i => (string?)i["value"]));
        Assert.True((bool)inputs[1]["isMultiSelect"]!);
    }

    [Fact]
    public void Who_replied_last_is_on_the_card_and_everyone_who_did_is_in_the_history()
    {
        var file = Then(Then(New(), new CaseAction.Reply(), Ann, 5), new CaseAction.Reply(), Bob, 9);

        Assert.Contains("Bob Baker replied on X on 23 Nov, 14:07", Json.Paragraphs(Draw(file)));
        Assert.Contains("23 Nov, 14:03 · Ann Archer replied on X", Json.Paragraphs(Draw(file, withHistory: true)));
    }

    [Fact]
    public void Assign_searches_the_channel_with_the_fixers_first()
    {
        var people = Json.All(Draw(New())).Single(o => Json.Text(o, "id") == "assignee");

        Assert.Equal("graph.microsoft.com/users?scope=currentContext", (string?)people["choices.data"]!["dataset"]);
        Assert.Equal([Ann.Id, Bob.Id], people["choices"]!.AsArray().Select(c => (string?)c!["value"]));
    }

    [Fact]
    public void The_post_block_has_links_but_no_button_and_the_case_block_is_set_apart()
    {
        var body = Draw(New())["body"]!.AsArray();

        Assert.Empty(Json.OfType(body[0]!, "ActionSet"));
        Assert.Contains(Json.OfType(body[0]!, "TextRun"), r => (string?)r["text"] == "View on X" && (string?)r["selectAction"]!["url"] == "https://x.com/priya_n/status/1801");
        Assert.Equal(("emphasis", true), ((string?)body[1]!["style"], (bool?)body[1]!["separator"]));
    }

    [Fact]
    public void A_handle_from_elsewhere_does_not_lead_to_a_stranger_on_X()
    {
        var card = Draw(New() with { Post = Post() with { Source = "samples" } });

        Assert.DoesNotContain("https://x.com/priya_n\"", card.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Reply on X", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_picture_has_a_description_and_a_web_address()
    {
        var images = Json.OfType(Draw(New()), "Image").ToList();

        Assert.Equal(["The author's picture", "An empty paper holder", "No description"], images.Select(i => (string?)i["altText"]));
        Assert.Empty(Json.OfType(Draw(HostileFile()), "Image"));
    }

    [Fact]
    public void A_case_that_moved_on_says_where_it_is_now()
    {
        var file = Then(Moved(), new CaseAction.Move("desk"), Ann, 8);

        Assert.Contains("Moved to X-ray waiting room by Bob Baker on 23 Nov, 14:03. It is with Front desk now", Json.Paragraphs(Draw(file)));
    }

    [Fact]
    public void The_ward_that_gets_a_moved_case_reads_who_sent_it_and_why_it_came_at_first()
    {
        var paragraphs = Json.Paragraphs(CardSamples.Cards["post-moved-there"]());

        Assert.Contains("Why here: Bob Baker moved it from Ward 7 to X-ray waiting room.", paragraphs);
        Assert.Contains("At first: It has the hashtag #ward7.", paragraphs);
        Assert.DoesNotContain("It also names: X-ray waiting room", paragraphs);
    }

    [Fact]
    public void Times_are_the_organisations_own()
    {
        var summer = New() with { Post = Post() with { PostedAt = new DateTimeOffset(2026, 7, 1, 23, 30, 0, TimeSpan.Zero) } };

        Assert.Contains("2 Jul, 00:30 · View on X", Json.Paragraphs(Draw(summer)));
    }

    [Fact]
    public void A_long_history_shows_its_newest_thirty_events_and_counts_the_rest()
    {
        var file = Enumerable.Range(0, 20).Aggregate(New(), (f, i) => Then(Then(f, new CaseAction.Claim(), Ann, i), new CaseAction.Release(), Ann, i));

        var paragraphs = Json.Paragraphs(Draw(file, withHistory: true));

        Assert.Contains("11 earlier events not shown", paragraphs);
        Assert.Equal(30, paragraphs.Count(p => p.EndsWith("it", StringComparison.Ordinal)));
    }
}
