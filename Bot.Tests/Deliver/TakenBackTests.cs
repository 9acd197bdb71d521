using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Tests.Store;
using FeedbackBot.Triage;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static FeedbackBot.Tests.Deliver.Delivery;

namespace FeedbackBot.Tests.Deliver;

/// <summary>Answers with a post's words: when the post is removed they go as its cards do.</summary>
public sealed class TakenBackTests
{
    private const string Thread = $"{Ward7};messageid=1600000000000";
    private const string AnnsChat = "a:ann";
    private const string Soap = "Soap is out";
    private const string Lamp = "Lamp is broken";

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_quoted_a_removed_post_says_so_instead_wherever_it_stands(DatabaseKind kind)
    {
        await using var delivery = await WithTwoCasesAsync(kind);
        await AnswerAsync(delivery, Thread, new Reply.OpenCases("ward7"));
        await AnswerAsync(delivery, Thread, new Reply.History("1001"));
        await AnswerAsync(delivery, Thread, new Reply.WholePost("1001"));
        await AnswerAsync(delivery, AnnsChat, new Reply.Found("soap", null));
        await AnswerAsync(delivery, AnnsChat, new Reply.Found("lamp", null));
        await delivery.Store.DoAsync("1001", new CaseAction.Assign(CardSamples.Bob));
        await delivery.RunAsync();
        Assert.Equal((5, 3), (Quoting(delivery, Soap), Quoting(delivery, Lamp)));

        await EraseAsync(delivery, "1001");
        await delivery.RunAsync();

        Assert.Equal(0, Quoting(delivery, Soap));
        Assert.Equal(2, Quoting(delivery, Lamp));
        Assert.Equal(5, Everything(delivery).Count(m => m.Call.Text?.StartsWith("A post in this message was removed by its author", StringComparison.Ordinal) == true));
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
        Assert.Equal(["1002"], await delivery.Store.ReadAsync(c => c.QuotedMessages.Select(q => q.CaseId).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_that_was_on_its_way_while_its_post_was_erased_is_taken_back_at_once(DatabaseKind kind)
    {
        await using var delivery = await WithTwoCasesAsync(kind);
        delivery.Teams.Posted = message => message.Place == AnnsChat ? EraseAsync(delivery, "1001") : Task.CompletedTask;

        await AnswerAsync(delivery, AnnsChat, new Reply.OpenCases("ward7"));
        await delivery.RunAsync();

        Assert.Equal(["say", "edit"], delivery.Teams.Calls.Where(c => c.Place == AnnsChat).Select(c => c.Verb));
        Assert.Equal(0, Quoting(delivery, Soap));
        Assert.Equal(0, await delivery.Store.ReadAsync(c => c.QuotedMessages.CountAsync()));
    }

    /// <summary>An NHS number in a newer edition, or in an older one that came late and is shown under History.</summary>
    [Theory]
    [InlineData("2001")]
    [InlineData("0001")]
    public async Task What_was_answered_before_an_edit_had_the_post_withheld_is_taken_back(string editionId)
    {
        await using var delivery = await WithTwoCasesAsync();
        await AnswerAsync(delivery, AnnsChat, new Reply.OpenCases("ward7"));

        await WithholdAsync(delivery, editionId);
        await AnswerAsync(delivery, AnnsChat, new Reply.OpenCases("ward7"));

        Assert.Equal(["say", "edit", "say"], delivery.Teams.Calls.Where(c => c.Place == AnnsChat).Select(c => c.Verb));
        Assert.Equal(0, Quoting(delivery, Soap));
        Assert.Equal(["1002"], await delivery.Store.ReadAsync(c => c.QuotedMessages.Select(q => q.CaseId).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_that_was_on_its_way_while_its_post_was_withheld_is_taken_back_at_once(DatabaseKind kind)
    {
        await using var delivery = await WithTwoCasesAsync(kind);
        delivery.Teams.Posted = message => message.Place == AnnsChat ? WithholdAsync(delivery, "2001") : Task.CompletedTask;

        await AnswerAsync(delivery, AnnsChat, new Reply.OpenCases("ward7"));
        await delivery.RunAsync();

        Assert.Equal(["say", "edit"], delivery.Teams.Calls.Where(c => c.Place == AnnsChat).Select(c => c.Verb));
        Assert.Equal(0, Quoting(delivery, Soap));
    }

    [Fact]
    public async Task A_list_of_two_posts_that_are_both_removed_is_taken_back_once()
    {
        await using var delivery = await WithTwoCasesAsync();
        await AnswerAsync(delivery, AnnsChat, new Reply.OpenCases("ward7"));

        await EraseAsync(delivery, "1001", "1002");
        await delivery.RunAsync();

        Assert.Single(delivery.Teams.Calls, c => c is { Place: AnnsChat, Verb: "edit" });
    }

    [Fact]
    public async Task A_list_with_a_post_that_was_removed_before_it_was_asked_for_stays()
    {
        await using var delivery = await WithTwoCasesAsync();
        await EraseAsync(delivery, "1001");
        await AnswerAsync(delivery, AnnsChat, new Reply.OpenCases("ward7"));
        await delivery.RunAsync();

        Assert.Equal(["say"], delivery.Teams.Calls.Where(c => c.Place == AnnsChat).Select(c => c.Verb));
        Assert.Equal(["1002"], await delivery.Store.ReadAsync(c => c.QuotedMessages.Select(q => q.CaseId).ToListAsync()));
    }

    /// <summary>Teams says so of messages that are there, too: it is asked three times.</summary>
    [Fact]
    public async Task A_message_that_is_gone_needs_no_taking_back()
    {
        await using var delivery = await WithTwoCasesAsync();
        await AnswerAsync(delivery, AnnsChat, new Reply.OpenCases("ward7"));
        delivery.Teams.Delete(delivery.Teams.In(AnnsChat).Single().Id);

        await EraseAsync(delivery, "1001");
        await delivery.RunAsync();
        await delivery.RunLaterAsync();
        await delivery.RunLaterAsync();

        Assert.Equal(3, delivery.Teams.Calls.Count(c => c is { Place: AnnsChat, Verb: "edit" }));
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task A_message_that_Teams_lets_nobody_edit_is_told_to_operators()
    {
        await using var delivery = await WithTwoCasesAsync();
        await AnswerAsync(delivery, AnnsChat, new Reply.OpenCases("ward7"));
        delivery.Teams.Answer = call => Task.FromResult(call is { Place: AnnsChat } ? new TeamsAnswer(403, "ForbiddenOperationException") : null);

        await EraseAsync(delivery, "1001");
        await delivery.RunAsync();

        Assert.Equal((0, 1), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task While_Teams_is_away_it_waits()
    {
        await using var delivery = await WithTwoCasesAsync();
        await AnswerAsync(delivery, AnnsChat, new Reply.OpenCases("ward7"));
        delivery.Teams.AnswerAll(new TeamsAnswer(503, null));

        await EraseAsync(delivery, "1001");
        await delivery.RunAsync();
        Assert.NotEqual(0, Quoting(delivery, Soap));
        delivery.Teams.AnswerAll(null);
        await delivery.RunLaterAsync();

        Assert.Equal(0, Quoting(delivery, Soap));
    }

    private static async Task<Delivery> WithTwoCasesAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var delivery = await StartAsync(kind);
        await delivery.Store.Intake.SaveAsync(
            "x", [Arrivals.Of(Arrivals.Post("1001", text: Soap)), Arrivals.Of(Arrivals.Post("1002", text: Lamp))], null, None);
        await delivery.RunAsync();
        return delivery;
    }

    private static async Task AnswerAsync(Delivery delivery, string conversation, Reply reply)
    {
        var address = new Address(delivery.Teams.ServiceUrl, conversation, null);
        await delivery.Store.Outbox.AddAsync(OutboxEntry.ToLane(Lane.OfConversation(conversation), new Intention.Answer(address, reply)), None);
        await delivery.RunAsync();
    }

    private static Task<int> WithholdAsync(Delivery delivery, string editionId)
    {
        var edition = Arrivals.Of(Arrivals.Post("1001", editionId, "With an NHS number"));
        var found = Findings.None with { Withheld = "It may identify a patient: an NHS number." };
        return delivery.Store.Intake.SaveAsync("x", [edition with { Verdict = edition.Verdict with { Findings = found } }], null, None);
    }

    private static Task EraseAsync(Delivery delivery, params string[] gone) => delivery.Store.Get<Lookups>().SaveAsync(
        new LookupResult(gone.Length, [], [], [], gone), "round", new { }, None);

    /// <summary>How many messages hold these words, cards included.</summary>
    private static int Quoting(Delivery delivery, string words) =>
        Everything(delivery).Count(m => m.Call.Activity.GetRawText().Contains(words, StringComparison.Ordinal));

    private static IEnumerable<TeamsMessage> Everything(Delivery delivery) =>
        [.. delivery.Teams.In(Ward7), .. delivery.Teams.In(AnnsChat), .. delivery.Teams.In($"a:{CardSamples.Bob.Id}")];
}
