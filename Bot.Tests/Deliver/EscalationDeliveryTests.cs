using FeedbackBot.Cases.Escalations;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Tests.Cards;
using static System.Threading.CancellationToken;
using static FeedbackBot.Tests.Deliver.Delivery;

namespace FeedbackBot.Tests.Deliver;

/// <summary>A message by which somebody was told shows how it stands, whatever Teams says once in a thousand times.</summary>
public sealed class EscalationDeliveryTests
{
    private const string Look = "Look:1001";

    [Fact]
    public async Task What_Teams_once_says_is_gone_is_edited_all_the_same()
    {
        await using var delivery = await ToldAsync();
        var answers = 0;
        delivery.Teams.Answer = call => Task.FromResult(call.Verb == "edit" && answers++ == 0 ? new TeamsAnswer(404, "ActivityNotFoundInConversation") : null);

        await TakeAsync(delivery);
        await delivery.RunLaterAsync();

        Assert.Contains("is going", Messages(delivery).Single().Call.Activity.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task What_is_gone_comes_as_a_new_message()
    {
        await using var delivery = await ToldAsync();
        var first = Messages(delivery).Single();
        delivery.Teams.Delete(first.Id);

        await TakeAsync(delivery);
        await delivery.RunLaterAsync();
        await delivery.RunLaterAsync();

        var anew = Messages(delivery)[^1];
        Assert.NotEqual(first.Id, anew.Id);
        Assert.Contains("is going", anew.Call.Activity.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task Who_no_longer_looks_after_anything_is_told_that_and_nothing_new()
    {
        await using var delivery = await ToldAsync();
        Assert.Contains("It is a complaint with a picture.", Assert.Single(Messages(delivery)).Call.Activity.GetRawText(), StringComparison.Ordinal);
        delivery.Change(o => o.Wards[1].Bosses.Clear());

        await TakeAsync(delivery);
        await delivery.Store.Outbox.AddAsync(OutboxEntry.ToLane(Lane.OfPerson(CardSamples.Bob.Id), new Intention.TellEscalation(Look, CardSamples.Bob.Id)), None);
        await delivery.RunLaterAsync();

        var shown = Assert.Single(Messages(delivery)).Call.Activity.GetRawText();
        Assert.Contains("because you no longer look after a ward", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("is going", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lead_hears_of_what_must_not_wait_in_a_chat_and_by_one_mention_and_a_boss_only_in_a_chat()
    {
        await using var delivery = await StartAsync();
        delivery.Change(o => o.Lead = CardSamples.Bob.Id);
        await TellAsync(delivery, EscalationKind.MustNotWait);
        Assert.Single(Messages(delivery));
        Assert.Equal("<at>Bob Baker</at> This must not wait: please look at this case. I have written to you in our chat, too.", delivery.Teams.In(Ward7)[^1].Call.Text);
        var before = delivery.Teams.In(Ward7).Count;

        await delivery.Store.Outbox.AddAsync(OutboxEntry.ToLane(Lane.OfPerson(CardSamples.Bob.Id), new Intention.TellEscalation("MustNotWait:1001", CardSamples.Bob.Id)), None);
        await delivery.RunAsync();
        Assert.Equal((2, before), (Messages(delivery).Count, delivery.Teams.In(Ward7).Count));

        await using var other = await StartAsync();
        await TellAsync(other, EscalationKind.MustNotWait);
        Assert.Single(Messages(other));
        Assert.DoesNotContain(other.Teams.In(Ward7), m => m.Call.Text?.Contains("<at>", StringComparison.Ordinal) == true);
    }

    /// <summary>It went into the outbox in the evening; Teams was away, and is back in the night.</summary>
    [Fact]
    public async Task What_can_wait_rings_in_the_morning_where_Teams_comes_back_in_quiet_hours_and_no_alarm_waits_behind_it()
    {
        await using var delivery = await StartAsync();
        delivery.Teams.Answer = _ => Task.FromResult<TeamsAnswer?>(new TeamsAnswer(503, "ServiceUnavailable"));
        await TellAsync(delivery, EscalationKind.Look);
        delivery.FallQuiet();
        delivery.Teams.Answer = _ => Task.FromResult<TeamsAnswer?>(null);
        await TellAsync(delivery, EscalationKind.MustNotWait);

        await delivery.RunLaterAsync();
        Assert.Contains("This must not wait", Assert.Single(Messages(delivery)).Call.Activity.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));

        await delivery.RunInTheMorningAsync();
        Assert.Contains("It is a complaint with a picture.", Messages(delivery)[^1].Call.Activity.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(2, Messages(delivery).Count);
    }

    private static IReadOnlyList<TeamsMessage> Messages(Delivery delivery) => [.. delivery.Teams.In($"a:{CardSamples.Bob.Id}")];

    /// <summary>Bob has been told that a complaint is worth a look.</summary>
    private static async Task<Delivery> ToldAsync()
    {
        var delivery = await StartAsync();
        await TellAsync(delivery, EscalationKind.Look);
        return delivery;
    }

    private static async Task TellAsync(Delivery delivery, EscalationKind kind)
    {
        delivery.Change(o => o.Wards[1].Bosses.Add(CardSamples.Bob.Id));
        await delivery.TakeAsync("1001");
        var row = EscalationRow.Of(new Escalation(kind, "1001", "ward7", delivery.Clock.GetUtcNow()), "It is a complaint with a picture.");
        await delivery.Store.Database.WriteAsync(context => context.Escalations.AddAsync(row, None).AsTask(), None);
        await delivery.Store.Outbox.AddAsync(OutboxEntry.ToLane(Lane.OfPerson(CardSamples.Bob.Id), new Intention.TellEscalation(row.Id, CardSamples.Bob.Id)), None);
        await delivery.RunAsync();
    }

    /// <summary>Mary says that she'll go.</summary>
    private static async Task TakeAsync(Delivery delivery)
    {
        var row = (await delivery.Store.Get<Attention>().FindAsync(Look, None))!;
        await delivery.Store.Get<Attention>().TryCommitAsync(
            row, row.ToEscalation() with { State = EscalationState.Taken, TakenBy = CardSamples.Mary, TakenAt = delivery.Clock.GetUtcNow() }, delivery.Clock.GetUtcNow(), None);
        await delivery.RunAsync();
    }
}
