using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Store.Rows;
using FeedbackBot.Tests.Cards;
using static System.Threading.CancellationToken;
using static FeedbackBot.Tests.Deliver.Delivery;

namespace FeedbackBot.Tests.Deliver;

public class PersonDeliveryTests
{
    private static readonly string BobsChat = $"a:{CardSamples.Bob.Id}";

    [Fact]
    public async Task Whoever_is_given_a_case_is_told_in_their_own_chat_and_the_next_time_as_well()
    {
        await using var delivery = await WithTwoCardsAsync();

        await AssignAsync(delivery, "1001", CardSamples.Bob);
        await AssignAsync(delivery, "1002", CardSamples.Bob);

        var told = delivery.Teams.In(BobsChat);
        var cards = delivery.Teams.In(Ward7);
        Assert.Equal(2, told.Count);
        Assert.Contains($"message={cards[0].Id}", told[0].Call.Activity.GetRawText(), StringComparison.Ordinal);
        Assert.Contains($"message={cards[1].Id}", told[1].Call.Activity.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("Mary Marsh gave you this case in Ward 7", told[0].Call.Activity.GetProperty("summary").GetString());
        Assert.Single(delivery.Teams.Calls, c => c.Verb == "open");
        Assert.Equal([2, 2], delivery.Teams.In(Ward7).Select(m => m.Call.Version));
    }

    /// <summary>Not installed for them, or gone from the organisation, for which Teams has many words.</summary>
    [Theory]
    [InlineData(403, "ForbiddenOperationException")]
    [InlineData(403, "BotNotInConversationRoster")]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(404, "UserNotFound")]
    [InlineData(400, "BadSyntax")]
    public async Task Where_the_chat_is_closed_a_mention_under_the_card_tells(int status, string code)
    {
        await using var delivery = await WithTwoCardsAsync();
        delivery.Teams.Answer = call => Task.FromResult(call.Verb == "open" ? new TeamsAnswer(status, code) : null);

        await AssignAsync(delivery, "1002", CardSamples.Bob);

        var mention = delivery.Teams.In(Ward7)[^1];
        Assert.Equal("<at>Bob Baker</at> Mary Marsh gave you this case.", mention.Call.Text);
        Assert.Equal(delivery.Teams.In(Ward7)[1].Thread, mention.Thread);
        Assert.Equal(CardSamples.Bob.Id, mention.Call.Activity.GetProperty("entities")[0].GetProperty("mentioned").GetProperty("id").GetString());
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task Someone_who_has_left_and_cannot_be_mentioned_is_named_under_the_card()
    {
        await using var delivery = await WithTwoCardsAsync();
        delivery.Teams.Answer = call => Task.FromResult(call switch
        {
            { Verb: "open" } => new TeamsAnswer(404, "UserNotFound"),
            { Verb: "say", Text: { } text } when text.Contains("<at>", StringComparison.Ordinal) => new TeamsAnswer(400, "BadArgument"),
            _ => null,
        });

        await AssignAsync(delivery, "1001", CardSamples.Bob);

        Assert.Equal("Bob Baker: Mary Marsh gave you this case. (I couldn't mention you.)", delivery.Teams.In(Ward7)[^1].Call.Text);
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task Someone_who_has_blocked_the_bot_is_mentioned_and_the_chat_is_forgotten()
    {
        await using var delivery = await WithTwoCardsAsync();
        await delivery.Store.Channels.SeeChatAsync(
            new ChatRow { PersonId = CardSamples.Bob.Id, ConversationId = BobsChat, ServiceUrl = delivery.Teams.ServiceUrl }, None);
        delivery.Teams.Answer = call => Task.FromResult(call.Place == BobsChat ? new TeamsAnswer(403, "ConversationBlockedByUser") : null);

        await AssignAsync(delivery, "1001", CardSamples.Bob);

        Assert.Contains("Bob Baker", delivery.Teams.In(Ward7)[^1].Call.Text, StringComparison.Ordinal);
        Assert.Null(await delivery.Store.Channels.FindChatAsync(CardSamples.Bob.Id, None));
        Assert.DoesNotContain(delivery.Teams.Calls, c => c.Verb == "open");
    }

    [Fact]
    public async Task Teams_that_is_busy_is_asked_again_and_the_person_is_told_once()
    {
        await using var delivery = await WithTwoCardsAsync();
        delivery.Teams.Answer = call => Task.FromResult(
            call.Place == BobsChat && delivery.Teams.Calls.Count(c => c.Place == BobsChat) is 1 or 3 ? TeamsAnswer.TooMany(5) : null);

        await AssignAsync(delivery, "1001", CardSamples.Bob);
        await delivery.RunLaterAsync();
        await delivery.RunLaterAsync();

        Assert.Equal(["open", "open", "say", "say"], delivery.Teams.Calls.Where(c => c.Place == BobsChat).Select(c => c.Verb));
        Assert.Single(delivery.Teams.In(BobsChat));
    }

    [Fact]
    public async Task Someone_who_lost_the_case_again_meanwhile_is_not_told()
    {
        await using var delivery = await WithTwoCardsAsync();
        await delivery.Store.DoAsync("1001", new CaseAction.Assign(CardSamples.Bob));
        await delivery.Store.DoAsync("1001", new CaseAction.Assign(CardSamples.Ann));

        await delivery.RunAsync();

        Assert.Empty(delivery.Teams.In(BobsChat));
        Assert.Single(delivery.Teams.In($"a:{CardSamples.Ann.Id}"));
    }

    [Fact]
    public async Task Nobody_is_told_what_they_gave_themselves()
    {
        await using var delivery = await WithTwoCardsAsync();

        await AssignAsync(delivery, "1001", CardSamples.Mary);

        Assert.DoesNotContain(delivery.Teams.Calls, c => c.Place.StartsWith("a:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_has_no_chat_yet_is_told_unasked_in_a_new_one()
    {
        await using var delivery = await WithTwoCardsAsync();

        await delivery.Store.Outbox.AddAsync(
            OutboxEntry.ToLane(Lane.OfPerson(CardSamples.Bob.Id), new Intention.TellPerson(CardSamples.Bob.Id, new Reply.Sentence("The bill is due."))), None);
        await delivery.RunAsync();

        Assert.Equal("The bill is due.", Assert.Single(delivery.Teams.In(BobsChat)).Call.Text);
        Assert.Equal(0, (await delivery.HealthAsync()).Waiting);
    }

    [Fact]
    public async Task What_somebody_cannot_be_told_is_kept_for_people_to_see()
    {
        await using var delivery = await WithTwoCardsAsync();
        delivery.Teams.Answer = call => Task.FromResult(call.Verb == "open" ? new TeamsAnswer(403, "ForbiddenOperationException") : null);

        await delivery.Store.Outbox.AddAsync(
            OutboxEntry.ToLane(Lane.OfPerson(CardSamples.Bob.Id), new Intention.TellPerson(CardSamples.Bob.Id, new Reply.Sentence("The bill is due."))), None);
        await delivery.RunAsync();

        Assert.Equal((0, 1), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    private static async Task<Delivery> WithTwoCardsAsync()
    {
        var delivery = await StartAsync();
        await delivery.TakeAsync("1001", "1002");
        await delivery.RunAsync();
        return delivery;
    }

    private static async Task AssignAsync(Delivery delivery, string caseId, Person to)
    {
        await delivery.Store.DoAsync(caseId, new CaseAction.Assign(to), CardSamples.Mary);
        await delivery.RunAsync();
    }
}
