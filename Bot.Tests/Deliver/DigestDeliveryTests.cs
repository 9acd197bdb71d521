using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Summary.Digests;
using static System.Threading.CancellationToken;
using static FeedbackBot.Tests.Deliver.Delivery;

namespace FeedbackBot.Tests.Deliver;

/// <summary>A digest that Teams didn't take when it was due.</summary>
public sealed class DigestDeliveryTests
{
    /// <summary>Set as a boss in <see cref="Cards.CardSamples"/>.</summary>
    private const string Boss = "boss";

    [Fact]
    public async Task Where_Teams_comes_back_in_quiet_hours_it_comes_in_the_morning()
    {
        await using var delivery = await RefusedAsync();
        delivery.FallQuiet();

        await delivery.RunLaterAsync();
        Assert.Empty(Digests(delivery));
        await delivery.RunInTheMorningAsync();

        Assert.Single(Digests(delivery));
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task Who_has_ended_it_meanwhile_gets_none()
    {
        await using var delivery = await RefusedAsync();
        await delivery.Store.Get<DigestBook>().EndAsync(Boss, None);

        await delivery.RunLaterAsync();

        Assert.Empty(Digests(delivery));
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    private static IReadOnlyList<TeamsMessage> Digests(Delivery delivery) => [.. delivery.Teams.In($"a:{Boss}")];

    private static async Task<Delivery> RefusedAsync()
    {
        var delivery = await StartAsync();
        var refusals = 1;
        delivery.Teams.Answer = _ => Task.FromResult(refusals-- > 0 ? new TeamsAnswer(503, "ServiceUnavailable") : null);
        var book = delivery.Store.Get<DigestBook>();
        await book.SetAsync(Boss, new DigestSchedule(Enum.GetValues<DayOfWeek>(), [new TimeOnly(8, 30)]), "Europe/London", None);
        var at = delivery.Clock.GetUtcNow();
        Assert.True(await book.TrySendAsync((await book.FindAsync(Boss, None))!, new DigestSlot("2026-11-23T08:30", at), new Reply.Digest(Boss, at.AddDays(-1)), None));
        await delivery.RunAsync();
        return delivery;
    }
}
