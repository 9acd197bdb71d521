using FeedbackBot.Deliver;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Tests.Store;
using Microsoft.EntityFrameworkCore;
using static FeedbackBot.Tests.Deliver.Delivery;

namespace FeedbackBot.Tests.Deliver;

public class LaneRunTests
{
    [Fact]
    public async Task A_minute_of_429_loses_nothing_and_shows_nothing_twice()
    {
        await using var delivery = await StartAsync();
        var wellAt = delivery.Clock.GetUtcNow().AddMinutes(1);
        delivery.Teams.Answer = _ => Task.FromResult(delivery.Clock.GetUtcNow() < wellAt ? TeamsAnswer.TooMany(7) : null);
        await delivery.TakeAsync("1001", "1002", "1003");

        await delivery.RunAsync();
        for (var refusals = 1; delivery.Clock.GetUtcNow() < wellAt; refusals++)
        {
            Assert.Equal(refusals, delivery.Teams.Calls.Count);
            delivery.Clock.Advance(TimeSpan.FromMilliseconds(6999));
            await delivery.RunAsync();
            Assert.Equal(refusals, delivery.Teams.Calls.Count);
            delivery.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await delivery.RunAsync();
        }

        Assert.Equal(["1001", "1002", "1003"], delivery.Shown);
        Assert.Equal(9 + 3, delivery.Teams.Calls.Count);
    }

    [Theory]
    [InlineData(412, "PreconditionFailed")]
    [InlineData(502, "ServiceError")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(504, null)]
    public async Task What_passes_is_tried_again_later_and_later_until_it_works(int status, string? code)
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerNext([.. Enumerable.Repeat(new TeamsAnswer(status, code), 12)]);
        await delivery.TakeAsync("1001", "1002");
        await delivery.RunAsync();

        for (var attempt = 1; attempt <= 12; attempt++)
        {
            Assert.Equal(attempt, delivery.Teams.Calls.Count);
            delivery.Clock.Advance(Backoff.Next(attempt, 0) - TimeSpan.FromMilliseconds(1));
            await delivery.RunAsync();
            Assert.Equal(attempt, delivery.Teams.Calls.Count);
            delivery.Clock.Advance(Backoff.Next(attempt, 1));
            await delivery.RunAsync();
        }

        Assert.Equal(["1001", "1002"], delivery.Shown);
        Assert.Equal(0, (await delivery.HealthAsync()).GivenUp);
    }

    [Fact]
    public async Task Teams_that_cannot_be_reached_at_all_is_waited_for()
    {
        await using var delivery = await StartAsync();
        await delivery.SeeAsync(Ward7, "http://127.0.0.1:1/teams");
        await delivery.TakeAsync("1001");
        await delivery.RunAsync();
        for (var hours = 0; hours < 20; hours++)
        {
            await delivery.RunLaterAsync();
        }

        await delivery.SeeAsync(Ward7, delivery.Teams.ServiceUrl);
        await delivery.RunLaterAsync();

        Assert.Equal(["1001"], delivery.Shown);
    }

    [Theory]
    [InlineData(400, "BadSyntax")]
    [InlineData(401, "BotNotRegistered")]
    [InlineData(413, "MessageSizeTooBig")]
    public async Task What_Teams_refuses_is_tried_once_kept_and_counted_and_the_lane_goes_on(int status, string code)
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerNext(new TeamsAnswer(status, code));
        await delivery.TakeAsync("1001", "1002");

        await delivery.RunAsync();
        await delivery.RunLaterAsync();

        Assert.Equal(["1002"], delivery.Shown);
        Assert.Equal(2, delivery.Teams.Calls.Count);
        Assert.Equal((0, 1), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
        var kept = await delivery.Store.ReadAsync(c => c.Outbox.SingleAsync(o => o.State == OutboxState.GivenUp));
        Assert.Equal(("1001", $"Teams answered {status} {code}"), (kept.CaseId, kept.LastAnswer));
    }

    [Fact]
    public async Task A_removed_bot_waits_and_goes_on_where_it_was_when_it_is_installed_again()
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerAll(new TeamsAnswer(403, "BotNotInConversationRoster"));
        await delivery.TakeAsync("1001", "1002");
        await delivery.RunAsync();
        await delivery.RunLaterAsync();
        Assert.Single(delivery.Teams.Calls);
        Assert.Contains("BotNotInConversationRoster", (await delivery.HealthAsync()).Paused["ward7"], StringComparison.Ordinal);

        delivery.Teams.AnswerAll(null);
        await delivery.InstallAsync();
        await delivery.RunAsync();

        Assert.Equal(["1001", "1002"], delivery.Shown);
        Assert.Empty((await delivery.HealthAsync()).Paused);
    }

    [Fact]
    public async Task A_bot_that_hears_of_its_removal_does_not_even_try()
    {
        await using var delivery = await StartAsync();
        await delivery.InstallAsync();
        await delivery.InstallAsync("remove");
        await delivery.TakeAsync("1001");
        await delivery.RunAsync();
        Assert.Empty(delivery.Teams.Calls);

        await delivery.InstallAsync();
        await delivery.RunAsync();

        Assert.Equal(["1001"], delivery.Shown);
    }

    [Fact]
    public async Task A_bot_that_was_disabled_goes_on_when_someone_talks_to_it_again()
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerNext(new TeamsAnswer(403, "BotDisabledByAdmin"));
        await delivery.TakeAsync("1001");
        await delivery.RunAsync();
        Assert.NotEmpty((await delivery.HealthAsync()).Paused);

        await delivery.HandleAsync(Said(delivery, "help", Ward7));
        await delivery.RunAsync();

        Assert.Equal("1001", delivery.Shown.First());
        Assert.Empty((await delivery.HealthAsync()).Paused);
    }

    [Theory]
    [InlineData("BotNotInConversationRoster")]
    [InlineData("BotDisabledByAdmin")]
    [InlineData("ConversationBlockedByUser")]
    public async Task An_answer_to_a_chat_that_is_closed_is_given_up_and_not_tried_for_ever(string code)
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerAll(new TeamsAnswer(403, code));
        await delivery.HandleAsync(Said(delivery, "help", null));

        await delivery.RunAsync();

        Assert.Single(delivery.Teams.Calls);
        Assert.Equal((0, 1), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task An_answer_to_a_question_that_is_gone_is_missed_by_nobody()
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerAll(new TeamsAnswer(404, "ActivityNotFoundInConversation"));
        await delivery.HandleAsync(Said(delivery, "help", Ward7));

        await delivery.RunAsync();

        Assert.Single(delivery.Teams.Calls);
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task A_row_with_a_fault_of_our_own_is_kept_after_the_fifth_and_its_lane_goes_on()
    {
        await using var delivery = await StartAsync();
        await delivery.SeeAsync(Ward7, "nonsense");
        await delivery.TakeAsync("1001", "1002");
        await delivery.RunAsync();
        for (var fault = 2; fault <= 4; fault++)
        {
            await delivery.RunLaterAsync();
        }

        Assert.Equal((2, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
        await delivery.RunLaterAsync();

        Assert.Equal((1, 1), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
        await delivery.SeeAsync(Ward7, delivery.Teams.ServiceUrl);
        await delivery.RunLaterAsync();
        Assert.Equal(["1002"], delivery.Shown);
    }

    [Fact]
    public async Task Refusals_of_a_long_outage_do_not_count_as_faults_of_our_own()
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerAll(new TeamsAnswer(503));
        await delivery.TakeAsync("1001");
        await delivery.RunAsync();
        for (var outage = 0; outage < 10; outage++)
        {
            await delivery.RunLaterAsync();
        }

        await delivery.SeeAsync(Ward7, "nonsense");
        await delivery.RunLaterAsync();
        await delivery.SeeAsync(Ward7, delivery.Teams.ServiceUrl);
        delivery.Teams.AnswerAll(null);
        await delivery.RunLaterAsync();

        Assert.Equal(["1001"], delivery.Shown);
    }

    [Fact]
    public async Task A_full_disk_after_Teams_has_taken_a_card_does_not_send_it_again()
    {
        await using var delivery = await StartAsync();
        await delivery.TakeAsync("1001", "1002");
        await Refusing.StartAsync(delivery.Store, "Cards");
        for (var look = 0; look < 3; look++)
        {
            await Assert.ThrowsAsync<DbUpdateException>(delivery.RunAsync);
        }

        await Refusing.StopAsync(delivery.Store, "Cards");
        await delivery.RunAsync();

        Assert.Equal(["1001", "1002"], delivery.Shown);
        Assert.Single(await delivery.Store.Shown.OfCaseAsync("1001", CancellationToken.None));
    }

    [Fact]
    public async Task An_intention_of_another_version_is_kept_and_holds_nobody_up()
    {
        await using var delivery = await StartAsync();
        await delivery.TakeAsync("1001", "1002");
        await delivery.Store.ExecuteAsync("UPDATE \"Outbox\" SET \"Intention\" = REPLACE(\"Intention\", '\"card\"', '\"hologram\"') WHERE \"CaseId\" = '1001'");

        await delivery.RunAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await delivery.RunLaterAsync();
        }

        Assert.Equal(["1002"], delivery.Shown);
        Assert.Equal(1, (await delivery.HealthAsync()).GivenUp);
    }

    /// <param name="channel">Null: in the person's own chat.</param>
    private static Activity Said(Delivery delivery, string words, string? channel) => new()
    {
        Type = "message",
        ServiceUrl = delivery.Teams.ServiceUrl,
        Text = words,
        From = CardSamples.Ann,
        ConversationId = channel is null ? "a:ann" : $"{channel};messageid=1",
        ConversationType = channel is null ? "personal" : "channel",
        ChannelId = channel,
        TeamId = channel is null ? null : Team,
    };
}
