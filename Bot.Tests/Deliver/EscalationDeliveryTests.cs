using FeedbackBot.Cases.Escalations;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
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

    private static IReadOnlyList<TeamsMessage> Messages(Delivery delivery) => [.. delivery.Teams.In($"a:{CardSamples.Bob.Id}")];

    /// <summary>Bob has been told that a complaint is worth a look.</summary>
    private static async Task<Delivery> ToldAsync()
    {
        var delivery = await StartAsync();
        await delivery.TakeAsync("1001");
        var file = await delivery.Store.FindAsync("1001");
        var look = new Escalation(EscalationKind.Look, "1001", "ward7", delivery.Clock.GetUtcNow());
        await delivery.Store.Get<Attention>().WeighedAsync(new Weighing(file.Case, [(look, "It is a complaint with a picture.")], []), delivery.Clock.GetUtcNow(), None);
        await delivery.Store.Outbox.AddAsync(OutboxEntry.ToLane(Lane.OfPerson(CardSamples.Bob.Id), new Intention.TellEscalation(Look, CardSamples.Bob.Id)), None);
        await delivery.RunAsync();
        return delivery;
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
