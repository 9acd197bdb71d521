using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Posts.X;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Teams;

/// <summary>What a ward's cards say of other cases, through the whole bot: who else complains, what was taken out, and what was fixed before.</summary>
public sealed class PatternCardTests
{
    private const string Two = "2 people complain about cleanliness here.";
    private const string Three = "3 people complain about cleanliness here.";
    private const string Anns = "The toilet is filthy and it stinks";
    private const string Bobs = "Disgusting smelly toilet, so dirty";
    private const string Cats = "Filthy toilet here, it smells awful";

    private static readonly string BossChat = LocalTenant.ChatId(LocalPeople.Boss);

    [Theory, OnSqlite, OnPostgres]
    public async Task Cards_name_each_others_posts_and_one_that_is_taken_out_changes_all_of_them_and_comes_back(DatabaseKind kind)
    {
        await using var bot = await StartAsync(kind);
        var (ann, bob) = (await PostAsync(bot, "ann", Anns), await PostAsync(bot, "bob", Bobs));
        Assert.Contains(bob.Id, Links((await Shows(bot, Anns, Two)).Json), StringComparison.Ordinal);
        Assert.Contains(ann.Id, Links((await Shows(bot, Bobs, $"{Two} The other post: 23 Nov, 08:00")).Json), StringComparison.Ordinal);
        await PostAsync(bot, "cat", Cats);
        foreach (var post in new[] { Anns, Bobs, Cats })
        {
            await Shows(bot, post, Three);
        }

        var brought = await bot.Message(BossChat, m => ShownCard.Of(m)?.Says("worth a visit") == true);
        var pressed = await bot.Card(TestHospital.Loos, Bobs, Three);
        var answer = ShownCard.Of(await bot.Press(LocalPeople.Staff, pressed, "take-out"));
        Assert.False(answer.Says("people complain"));
        Assert.Contains("put-back", answer.Verbs);
        await Shows(bot, Anns, Two);
        await Shows(bot, Cats, Two);
        await bot.Message(BossChat, m => m.Id == brought.Id && ShownCard.Of(m) is { } card && card.Says("Rule 1") && !card.Says(Bobs));

        // Whoever presses the old card sees how it stands; Teams' own repeat leaves nothing.
        Assert.StartsWith("Somebody has said already that this one isn't the same problem.", CaseInWard.Said(await bot.Press(LocalPeople.Fixer, pressed, "take-out")), StringComparison.Ordinal);
        Assert.Equal(answer.Words, CaseInWard.Said(await bot.Press(LocalPeople.Staff, pressed, "take-out")));

        var taken = await bot.Message(TestHospital.ChannelOf(TestHospital.Loos), m => ShownCard.Of(m) is { } card && card.Says(Bobs) && card.Verbs.Contains("put-back"));
        await bot.Press(LocalPeople.Boss, taken, "put-back");
        foreach (var post in new[] { Anns, Bobs, Cats })
        {
            await Shows(bot, post, Three);
        }

        Assert.Equal(
            [
                "Came to Lavatories",
                "Sam Okafor (staff) said that it isn't the same problem as others' (cleanliness)",
                "Bea Marsh (boss) said that it is the same problem as others' after all (cleanliness)",
            ],
            ShownCard.Of(await bot.Press(LocalPeople.Staff, await bot.Card(TestHospital.Loos, Bobs, Three), "history")).History);
    }

    [Fact]
    public async Task Where_fewer_than_two_people_are_left_the_pattern_ends_everywhere_and_a_late_press_is_told_so()
    {
        await using var bot = await StartAsync();
        await PostAsync(bot, "ann", Anns);
        await PostAsync(bot, "bob", Bobs);
        var brought = await bot.Message(BossChat, m => ShownCard.Of(m)?.Says("worth a visit") == true);
        var (anns, bobs) = (await bot.Card(TestHospital.Loos, Anns, Two), await bot.Card(TestHospital.Loos, Bobs, Two));

        await bot.Press(LocalPeople.Staff, bobs, "take-out");

        await Silent(bot, Anns);
        await bot.Message(BossChat, m => m.Id == brought.Id && ShownCard.Of(m)?.Says("A case was taken out of it, and fewer than two people are left.") == true);
        var late = CaseInWard.Said(await bot.Press(LocalPeople.Staff, anns, "take-out"));
        Assert.StartsWith("This one isn't counted with other people's complaints any more.", late, StringComparison.Ordinal);
        Assert.Contains("New — nobody has it yet", late, StringComparison.Ordinal);

        // Put back by whoever took it out by mistake, it is one again, and bosses hear of that.
        await bot.Press(LocalPeople.Staff, await bot.Message(TestHospital.ChannelOf(TestHospital.Loos), m => ShownCard.Of(m)?.Verbs.Contains("put-back") == true), "put-back");
        await Shows(bot, Anns, Two);
        await bot.Message(BossChat, m => m.Id != brought.Id && ShownCard.Of(m)?.Says("Nobody has said they will go yet.") == true);
    }

    [Fact]
    public async Task A_boss_who_is_in_no_channel_takes_a_case_out_and_a_stranger_learns_nothing()
    {
        await using var session = await OutsideSession.StartAsync(more: ("Escalations:Enabled", "true"));
        var loos = await session.Link(TestHospital.Loos, "Lavatories", LocalPeople.Staff);
        await PostOnlyAsync(session.Bot, "ann", Anns);
        await PostOnlyAsync(session.Bot, "bob", Bobs);
        var card = await session.Teams.Message(loos, Two);

        Assert.Equal("I can't find that case here. It may have been removed.", CaseInWard.Said(await InGroup(TestHospital.Stranger)));
        Assert.DoesNotContain("people complain", CaseInWard.Said(await InGroup(LocalPeople.Boss)), StringComparison.Ordinal);
        var history = ShownCard.Of(await session.Clicks(LocalPeople.Staff, card, "history")).History;
        Assert.Equal("Bea Marsh (boss) said that it isn't the same problem as others' (cleanliness)", history[^1]);

        // Somebody put the card into a chat among people.
        async Task<ClickResult> InGroup(LocalPerson person)
        {
            var data = card.Card!.Data("take-out");
            data[SharedCard.Mark] = true;
            var (status, body) = await session.Bot.Send(session.Activities.ClicksInGroup(person, "take-out", data));
            return ClickResult.Of(new BotAnswer(status, body));
        }
    }

    [Fact]
    public async Task A_crowds_later_complaints_leave_the_first_cards_alone()
    {
        await using var bot = await StartAsync();
        var first = await PostAsync(bot, "p0", $"{Anns} 0");
        var said = new ConcurrentQueue<string>();
        bot.Tenant.Changed += change =>
        {
            if (change.Kind == LocalChange.Edited && change.Message?.Id == first.Id)
            {
                said.Enqueue(ShownCard.Of(change.Message)!.Words);
            }
        };

        for (var i = 1; i < 12; i++)
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
            await PostAsync(bot, $"p{i}", $"{Anns} {i}!");
            await Shows(bot, $"{Anns} {i}!", "people complain");
        }

        var last = await Shows(bot, $"{Anns} 11!", "5 or more people complain about cleanliness here. The other posts: ");
        Assert.True(last.Says(" · and more"));
        await Shows(bot, $"{Anns} 0", "5 or more people");
        Assert.True(said.Count is > 0 and <= 4, string.Join("\n---\n", said));
    }

    [Fact]
    public async Task The_first_case_of_a_pattern_that_is_another_wards_leaves_it_and_a_closed_one_speaks_of_none()
    {
        await using var bot = await StartAsync();
        await PostAsync(bot, "ann", Anns);
        await PostAsync(bot, "bob", Bobs);
        await PostAsync(bot, "cat", Cats);
        await bot.Press(LocalPeople.Staff, await bot.Card(TestHospital.Loos, Anns, Three), "move", ("ward", TestHospital.Ward7));
        await bot.Card(TestHospital.Ward7, Anns, "New");
        await Shows(bot, Bobs, Two);

        await bot.Press(LocalPeople.Staff, await bot.Card(TestHospital.Loos, Cats, Two), "resolve", ("note", "Mopped"));
        Assert.False((await Shows(bot, Cats, "Resolved by")).Says("people complain"));
        await Shows(bot, Bobs, Two);
        await bot.Press(LocalPeople.Staff, await bot.Card(TestHospital.Loos, Bobs, Two), "resolve", ("note", "Mopped"));
        Assert.False((await Shows(bot, Bobs, "Resolved by")).Says("people complain"));
    }

    [Fact]
    public async Task When_nobody_complains_any_more_open_cards_forget_the_pattern()
    {
        await using var bot = await StartAsync();
        await PostAsync(bot, "ann", Anns);
        await PostAsync(bot, "bob", Bobs);
        await Shows(bot, Anns, Two);
        await Shows(bot, Bobs, Two);

        bot.Clock.Advance(TimeSpan.FromHours(49));

        await Silent(bot, Anns);
        await Silent(bot, Bobs);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_fixed_and_comes_again_says_when_by_whom_and_how_and_bosses_read_it_too(DatabaseKind kind)
    {
        await using var bot = await StartAsync(kind);
        var ann = await PostAsync(bot, "ann", Anns);
        await bot.Press(LocalPeople.Fixer, await bot.Card(TestHospital.Loos, Anns, "New"), "resolve", ("note", $"Scrubbed {new string('x', 300)} end"));
        await Shows(bot, Anns, "Resolved by");
        bot.Clock.Advance(TimeSpan.FromDays(2));

        await PostAsync(bot, "bob", Bobs, photo: "https://pictures.example/loo.png");

        const string Again = "Again after fixing. It was resolved on 23 Nov, 08:00 by Fiona Webb (fixer): Scrubbed xxx";
        var card = await Shows(bot, Bobs, Again);
        Assert.Contains(ann.Id, Links(card.Json), StringComparison.Ordinal);
        Assert.False(card.Says(" end"));
        await bot.Message(BossChat, m => ShownCard.Of(m) is { } look && look.Says("Worth a look yourself") && look.Says(Again));

        // It was fixed then, whatever comes of it later.
        await bot.Press(LocalPeople.Staff, await bot.Card(TestHospital.Loos, Anns, "Resolved by"), "reopen", ("note", "It is back"));
        await Shows(bot, Anns, "New — nobody has it yet");
        await bot.Press(LocalPeople.Staff, await bot.Card(TestHospital.Loos, Bobs, Again), "claim");
        Assert.True((await Shows(bot, Bobs, "Claimed by Sam")).Says(Again));
    }

    [Fact]
    public async Task A_removed_post_leaves_no_word_on_the_cards_beside_it()
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(x: x, more: ("Escalations:Enabled", "true"));
        await x.Streams.Reached(1, CancellationToken.None);
        x.Post("1001", $"{Anns} #OswinLoos", "ann", "Ann Onym");
        x.Post("1002", $"{Bobs} #OswinLoos", "bob", "Bob Other");
        var bob = await bot.Card(TestHospital.Loos, Bobs, Two);
        await bot.Card(TestHospital.Loos, Anns, Two);
        await bot.Message(BossChat, m => ShownCard.Of(m)?.Says(Anns) == true);

        x.Lookups.Remove("1001");
        await bot.Press(LocalPeople.Staff, await bot.Card(TestHospital.Loos, Anns, Two), "check");

        // She still complained, and nobody reads what or who she was.
        var gone = await bot.Card(TestHospital.Loos, "Removed by its author", Two);
        await bot.Press(LocalPeople.Staff, bob, "claim");
        Assert.Contains(gone.Id, Links((await Shows(bot, Bobs, $"Claimed by Sam Okafor (staff) on 23 Nov, 08:00\n{Two}")).Json), StringComparison.Ordinal);
        await bot.Message(BossChat, m => m.Content.Text?.Contains("removed by its author", StringComparison.Ordinal) == true || ShownCard.Of(m)?.Says("Removed by its author") == true);
        Assert.All(
            bot.Tenant.Conversations.SelectMany(c => bot.Tenant.Messages(c.Id)).Where(m => m.From.IsBot),
            m => Assert.DoesNotMatch("Ann Onym|filthy and it stinks", JsonSerializer.Serialize(m)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_removed_post_leaves_no_word_in_a_message_about_a_pattern_that_has_ended(DatabaseKind kind)
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(kind, x, more: ("Escalations:Enabled", "true"));
        await x.Streams.Reached(1, CancellationToken.None);
        x.Post("1001", $"{Anns} #OswinLoos", "ann", "Ann Onym");
        x.Post("1002", $"{Bobs} #OswinLoos", "bob", "Bob Other");
        await bot.Message(BossChat, m => ShownCard.Of(m)?.Says(Anns) == true);
        foreach (var post in new[] { Anns, Bobs })
        {
            await bot.Press(LocalPeople.Staff, await bot.Card(TestHospital.Loos, post, Two), "resolve", ("note", "Scrubbed"));
        }

        await bot.Message(BossChat, m => ShownCard.Of(m) is { } card && card.Says("All of its cases are closed.") && card.Says(Anns));
        x.Lookups.Remove("1001");
        await bot.Press(LocalPeople.Staff, await bot.Card(TestHospital.Loos, Anns, "Resolved by"), "check");

        var left = await bot.Message(BossChat, m => ShownCard.Of(m) is { } card && card.Says("All of its cases are closed.") && card.Says("Removed by its author"));
        Assert.DoesNotMatch("Ann Onym|filthy and it stinks", JsonSerializer.Serialize(left));
        Assert.True(ShownCard.Of(left)!.Says(Bobs));
    }

    private static Task<BotHost> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite) => BotHost.StartAsync(kind, more: ("Escalations:Enabled", "true"));

    /// <summary>Comes when the lavatories' card of this post says these words.</summary>
    private static async Task<ShownCard> Shows(BotHost bot, string post, string words) => ShownCard.Of(await bot.Card(TestHospital.Loos, post, words))!;

    /// <summary>Comes when it speaks of nobody else.</summary>
    private static Task<LocalMessage> Silent(BotHost bot, string post) => bot.Message(
        TestHospital.ChannelOf(TestHospital.Loos), m => m.StartsThread && ShownCard.Of(m) is { } card && card.Says(post) && !card.Says("people complain"));

    private static string Links(JsonObject card) =>
        string.Join('\n', Cards.Json.OfType(card["body"]![1]!, "TextRun").Select(r => (string?)r["selectAction"]?["url"]).OfType<string>());

    /// <returns>Its card.</returns>
    private static async Task<LocalMessage> PostAsync(BotHost bot, string handle, string text, string? photo = null)
    {
        await PostOnlyAsync(bot, handle, text, photo);
        return await bot.Card(TestHospital.Loos, text, "New");
    }

    private static async Task PostOnlyAsync(BotHost bot, string handle, string text, string? photo = null)
    {
        using var answer = await bot.Http.PostAsJsonAsync("/local/posts", new { text = $"{text} #OswinLoos", author = handle, handle, photoUrl = photo });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
