using FeedbackBot.Cases;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;
using static FeedbackBot.Tests.Deliver.Delivery;

namespace FeedbackBot.Tests.Deliver;

/// <summary>A boss's thank you reaches the ward as a message of its own: the edited card, hours up the channel, rings nobody.</summary>
public sealed class ThanksTests
{
    [Theory]
    [InlineData(" Well done, all of you! ", "Mary Marsh says thank you for this: “Well done, all of you!”")]
    [InlineData("", "Mary Marsh says thank you for this.")]
    [InlineData(null, "Mary Marsh says thank you for this.")]
    public async Task It_stands_under_the_posts_card_and_on_it(string? line, string said)
    {
        await using var delivery = await WithPraiseAsync();

        await ThankAsync(delivery, line);

        var ward = delivery.Teams.In(Ward7);
        Assert.Equal(2, ward.Count);
        Assert.Equal((said, ward[0].Thread), (ward[1].Call.Text, ward[1].Thread));
        Assert.Contains("thank you", ward[0].Call.Activity.GetRawText(), StringComparison.Ordinal);
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task What_cannot_be_written_under_a_card_stands_on_it_and_is_no_failure()
    {
        await using var delivery = await WithPraiseAsync();
        delivery.Teams.Answer = call => Task.FromResult(call is { Verb: "say" } ? new TeamsAnswer(400, "BadArgument") : null);

        await ThankAsync(delivery, "Well done!");

        Assert.Single(delivery.Teams.In(Ward7));
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    private static async Task<Delivery> WithPraiseAsync()
    {
        var delivery = await StartAsync();
        await delivery.TakeAsync("1001");
        await delivery.Store.DoAsync("1001", new CaseAction.Correct(new Correction(Tone.Compliment, [])));
        await delivery.RunAsync();
        return delivery;
    }

    private static async Task ThankAsync(Delivery delivery, string? line)
    {
        await delivery.Store.DoAsync("1001", new CaseAction.Thank(line), CardSamples.Mary);
        await delivery.RunAsync();
    }
}
