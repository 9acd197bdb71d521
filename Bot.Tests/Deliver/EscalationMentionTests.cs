using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;
using FeedbackBot.Tests.Cards;
using static System.Threading.CancellationToken;
using static FeedbackBot.Tests.Deliver.Delivery;

namespace FeedbackBot.Tests.Deliver;

/// <summary>Whose own chat is closed to the bot is told in the ward's channel; and nothing there holds the ward's other messages up.</summary>
public sealed class EscalationMentionTests
{
    private const string Alarm = "MustNotWait:1001";

    [Fact]
    public async Task Who_cannot_be_written_to_is_mentioned_under_the_card()
    {
        await using var delivery = await WithAlarmAsync(hasCard: true);

        await MentionAsync(delivery, CardSamples.Bob);

        var mention = delivery.Teams.In(Ward7)[^1];
        Assert.StartsWith("<at>Bob Baker</at> This must not wait: please look at this case.", mention.Call.Text, StringComparison.Ordinal);
        Assert.Equal(delivery.Teams.In(Ward7)[0].Thread, mention.Thread);
    }

    [Fact]
    public async Task Where_there_is_no_card_it_comes_without_one_and_what_is_behind_it_comes_too()
    {
        await using var delivery = await WithAlarmAsync(hasCard: false);

        await MentionAsync(delivery, CardSamples.Bob);
        await delivery.TakeAsync("1002");
        await delivery.RunAsync();

        Assert.StartsWith("<at>Bob Baker</at> This must not wait", delivery.Teams.In(Ward7)[0].Call.Text, StringComparison.Ordinal);
        Assert.Equal("1002", delivery.Teams.In(Ward7)[1].Call.CaseId);
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task Of_a_lead_who_is_not_in_the_channel_the_ward_learns_that_nobody_was_told()
    {
        await using var delivery = await WithAlarmAsync(hasCard: true);

        await MentionAsync(delivery, new Person("a-lead-of-no-ward", "Lena Lead"));

        Assert.Equal(
            "This must not wait. I couldn't reach one of the people who have to know. Please ring the safeguarding lead, or whoever is in charge now.",
            delivery.Teams.In(Ward7)[^1].Call.Text);
    }

    [Fact]
    public async Task A_lead_who_was_seen_elsewhere_lately_is_no_member_of_the_channel()
    {
        await using var delivery = await WithAlarmAsync(hasCard: true);
        var lead = new Person("a-lead-of-no-ward", "Lena Lead");
        await delivery.Store.Get<Roster>().SeeAsync(lead, "29:lena", None);

        await MentionAsync(delivery, lead);

        Assert.StartsWith("This must not wait. I couldn't reach", delivery.Teams.In(Ward7)[^1].Call.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "BadSyntax")]
    [InlineData(500, "ServiceError")]
    public async Task Where_Teams_refuses_the_mention_the_ward_learns_that_nobody_was_told(int status, string code)
    {
        await using var delivery = await WithAlarmAsync(hasCard: true);
        delivery.Teams.Answer = call => Task.FromResult(call.Text?.Contains("<at>", StringComparison.Ordinal) == true ? new TeamsAnswer(status, code) : null);

        await MentionAsync(delivery, CardSamples.Bob);

        Assert.StartsWith("This must not wait. I couldn't reach", delivery.Teams.In(Ward7)[^1].Call.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_quiet_hours_an_alarm_is_mentioned_and_what_can_wait_is_mentioned_in_the_morning()
    {
        await using var delivery = await WithAlarmAsync(hasCard: true);
        delivery.Teams.Answer = call => Task.FromResult(call is { Verb: "open" } ? new TeamsAnswer(403, "BotNotInConversationRoster") : null);
        var look = EscalationRow.Of(new Escalation(EscalationKind.Look, "1001", "ward7", delivery.Clock.GetUtcNow()), "It is a complaint with a picture.");
        await delivery.Store.Database.WriteAsync(context => context.Escalations.AddAsync(look, None).AsTask(), None);
        delivery.FallQuiet();

        await delivery.Store.Outbox.AddAsync(OutboxEntry.ToWard("ward7", "1001", new Intention.MentionEscalation(look.Id, CardSamples.Bob.Id)), None);
        await MentionAsync(delivery, CardSamples.Bob);
        Assert.StartsWith("<at>Bob Baker</at> This must not wait", delivery.Teams.In(Ward7)[^1].Call.Text, StringComparison.Ordinal);

        await delivery.RunInTheMorningAsync();
        Assert.StartsWith("<at>Bob Baker</at> Worth a look", delivery.Teams.In(Ward7)[^1].Call.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_ward_has_no_channel_one_mention_waits_for_a_person_however_often_they_are_reminded()
    {
        await using var delivery = await WithAlarmAsync(hasCard: false);
        var mention = OutboxEntry.ToWard("ward9", "1001", new Intention.MentionEscalation(Alarm, CardSamples.Bob.Id));
        var other = OutboxEntry.ToWard("ward9", "1001", new Intention.MentionEscalation(Alarm, CardSamples.Mary.Id));

        foreach (var entry in new[] { mention, mention, other, mention })
        {
            await delivery.Store.Outbox.StayAsync([new Aftermath.Follows(entry)], None);
        }

        Assert.Equal(2, (await delivery.HealthAsync()).WithoutChannel["ward9"]);

        // Its case was moved: there they haven't been mentioned yet.
        await delivery.Store.Outbox.StayAsync([new Aftermath.Follows(OutboxEntry.ToWard("ward8", "1001", mention.Intention))], None);
        Assert.Equal(1, (await delivery.HealthAsync()).WithoutChannel["ward8"]);
    }

    [Fact]
    public async Task What_somebody_has_acknowledged_meanwhile_is_mentioned_to_nobody()
    {
        await using var delivery = await WithAlarmAsync(hasCard: true, EscalationState.Taken);

        await MentionAsync(delivery, CardSamples.Bob);

        Assert.Single(delivery.Teams.In(Ward7));
    }

    [Fact]
    public async Task What_was_done_meanwhile_is_told_to_nobody()
    {
        await using var delivery = await WithAlarmAsync(hasCard: true, EscalationState.Done);

        await MentionAsync(delivery, CardSamples.Bob);

        Assert.Single(delivery.Teams.In(Ward7));
    }

    [Fact]
    public async Task Of_a_pattern_whoever_cannot_be_written_to_hears_under_the_newest_of_its_cards()
    {
        await using var delivery = await StartAsync();
        delivery.Change(o => o.Bosses.Add(CardSamples.Bob.Id));
        await delivery.TakeAsync("1001", "1002");
        await delivery.RunAsync();
        var complaints = (await delivery.Store.Cases.FilesAsync(["1001", "1002"], None)).SelectMany(Weigher.ComplaintsOf).ToList();
        var pattern = new Pattern("p", PatternRule.Version, complaints, delivery.Clock.GetUtcNow(), delivery.Clock.GetUtcNow());
        await delivery.Store.Get<Attention>().WeighedAsync(
            new Weighing((await delivery.Store.FindAsync("1001")).Case, [], []) { Patterns = [new PatternChange.Opened(pattern)] }, delivery.Clock.GetUtcNow(), None);
        delivery.Teams.Answer = call => Task.FromResult(call is { Verb: "open" } ? new TeamsAnswer(403, "BotNotInConversationRoster") : null);

        await delivery.Store.Outbox.AddAsync(OutboxEntry.ToLane(Lane.OfPerson(CardSamples.Bob.Id), new Intention.TellEscalation("Pattern:p", CardSamples.Bob.Id)), None);
        await delivery.RunAsync();

        var mention = delivery.Teams.In(Ward7)[^1];
        Assert.StartsWith("<at>Bob Baker</at> Several people complain", mention.Call.Text, StringComparison.Ordinal);
        Assert.Equal(delivery.Teams.In(Ward7).First(m => m.Call.CaseId == "1002").Thread, mention.Thread);
    }

    private static async Task<Delivery> WithAlarmAsync(bool hasCard, EscalationState state = EscalationState.Open)
    {
        var delivery = await StartAsync();
        if (hasCard)
        {
            await delivery.TakeAsync("1001");
            await delivery.RunAsync();
        }

        var escalation = new Escalation(EscalationKind.MustNotWait, "1001", "ward7", delivery.Clock.GetUtcNow());
        var row = EscalationRow.Of(escalation, "Someone may be at risk.");
        row.Take(escalation with { State = state, DoneAt = state == EscalationState.Done ? delivery.Clock.GetUtcNow() : null, TakenBy = state == EscalationState.Taken ? CardSamples.Mary : null });
        await delivery.Store.Database.WriteAsync(context => context.Escalations.AddAsync(row, None).AsTask(), None);
        return delivery;
    }

    private static async Task MentionAsync(Delivery delivery, Person person)
    {
        await delivery.Store.Outbox.AddAsync(OutboxEntry.ToWard("ward7", "1001", new Intention.MentionEscalation(Alarm, person.Id)), None);
        await delivery.RunAsync();
    }
}
