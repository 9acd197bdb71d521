using FeedbackBot.Cases;
using FeedbackBot.Store.Rows;
using FeedbackBot.Tests.Cards;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;
using static FeedbackBot.Tests.Deliver.Delivery;

namespace FeedbackBot.Tests.Deliver;

public class CardDeliveryTests
{
    [Fact]
    public async Task A_post_becomes_a_card_in_its_wards_channel_and_a_claim_edits_it()
    {
        await using var delivery = await StartAsync();
        await delivery.TakeAsync("1001");
        await delivery.RunAsync();

        var card = Assert.Single(delivery.Teams.In(Ward7));
        Assert.Equal(("1001", 1), (card.Call.CaseId, card.Call.Version));
        Assert.Equal("A post about Ward 7", card.Call.Activity.GetProperty("summary").GetString());
        await delivery.ClickAsync(card, "claim");
        await delivery.RunAsync();

        Assert.Equal(2, Assert.Single(delivery.Teams.In(Ward7)).Call.Version);
        Assert.Equal(["post", "edit"], delivery.Teams.Calls.Select(c => c.Verb));
    }

    [Fact]
    public async Task Waiting_refreshes_of_one_case_fold_into_one()
    {
        await using var delivery = await StartAsync();
        await delivery.TakeAsync("1001");
        await delivery.RunAsync();
        foreach (var action in new CaseAction[] { new CaseAction.Claim(), new CaseAction.Release(), new CaseAction.Claim(), new CaseAction.Resolve("Mopped.") })
        {
            await delivery.Store.DoAsync("1001", action);
        }

        await delivery.RunAsync();

        Assert.Equal(["post", "edit"], delivery.Teams.Calls.Select(c => c.Verb));
        Assert.Equal(5, delivery.Teams.In(Ward7)[0].Call.Version);
    }

    [Fact]
    public async Task A_case_that_changed_before_its_card_was_sent_is_shown_as_it_is_and_once()
    {
        await using var delivery = await StartAsync();
        await delivery.TakeAsync("1001");
        await delivery.Store.DoAsync("1001", new CaseAction.Claim());

        await delivery.RunAsync();

        Assert.Equal(2, Assert.Single(delivery.Teams.Calls).Version);
    }

    [Fact]
    public async Task A_card_that_Teams_has_lost_is_posted_anew_once()
    {
        await using var delivery = await StartAsync();
        await delivery.TakeAsync("1001");
        await delivery.RunAsync();
        delivery.Teams.Delete(delivery.Teams.In(Ward7)[0].Id);

        await delivery.Store.DoAsync("1001", new CaseAction.Claim());
        await delivery.RunAsync();
        await delivery.RunAsync();

        Assert.Equal(["post", "edit", "post"], delivery.Teams.Calls.Select(c => c.Verb));
        Assert.Equal(2, Assert.Single(delivery.Teams.In(Ward7)).Call.Version);
        Assert.Single(await delivery.Store.Shown.OfCaseAsync("1001", None));
    }

    [Fact]
    public async Task A_card_that_was_taken_for_lost_and_is_pressed_does_not_stop_its_lane_when_it_is_lost_again()
    {
        await using var delivery = await StartAsync();
        await delivery.TakeAsync("1001");
        await delivery.RunAsync();
        var first = delivery.Teams.In(Ward7)[0];
        delivery.Teams.Answer = call => Task.FromResult(call.ActivityId == first.Id ? new TeamsAnswer(404, "ActivityNotFoundInConversation") : null);
        await delivery.Store.DoAsync("1001", new CaseAction.Claim(), CardSamples.Bob);
        await delivery.RunAsync();

        await delivery.ClickAsync(first, "resolve");
        await delivery.Store.DoAsync("1001", new CaseAction.Resolve("Mopped."));
        await delivery.TakeAsync("1002");
        await delivery.RunAsync();

        Assert.Equal(["1001", "1001", "1002"], delivery.Shown);
        Assert.Equal(3, delivery.Teams.In(Ward7)[1].Call.Version);
        Assert.Equal(0, (await delivery.HealthAsync()).Waiting);
    }

    [Fact]
    public async Task A_lost_answer_leaves_a_second_card_and_either_works()
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerNext(TeamsAnswer.Lost);
        await delivery.TakeAsync("1001");
        await delivery.RunAsync();
        await delivery.RunLaterAsync();
        Assert.Equal(["1001", "1001"], delivery.Shown);
        var (lost, known) = (delivery.Teams.In(Ward7)[0], delivery.Teams.In(Ward7)[1]);

        Assert.Null((await delivery.ClickAsync(lost, "claim"))!.Sentence);
        await delivery.RunAsync();
        Assert.Equal([2, 2], delivery.Teams.In(Ward7).Select(m => m.Call.Version));
        Assert.Null((await delivery.ClickAsync(known with { Call = delivery.Teams.In(Ward7)[1].Call }, "release"))!.Sentence);
        await delivery.RunAsync();

        Assert.Equal([3, 3], delivery.Teams.In(Ward7).Select(m => m.Call.Version));
        Assert.Equal([CaseEventKind.Received, CaseEventKind.Claimed, CaseEventKind.Released], (await delivery.Store.FindAsync("1001")).Events.Select(e => e.Kind));
    }

    [Fact]
    public async Task A_click_that_is_faster_than_the_save_finds_its_card_and_leaves_one()
    {
        await using var delivery = await StartAsync();
        await delivery.TakeAsync("1001");
        delivery.Teams.Posted = async message =>
        {
            delivery.Teams.Posted = _ => Task.CompletedTask;
            await delivery.ClickAsync(message, "claim");
        };

        await delivery.RunAsync();

        Assert.Equal(["post", "edit"], delivery.Teams.Calls.Select(c => c.Verb));
        Assert.Equal(2, Assert.Single(delivery.Teams.In(Ward7)).Call.Version);
        Assert.Equal(2, Assert.Single(await delivery.Store.Shown.OfCaseAsync("1001", None)).ShownVersion);
    }

    [Fact]
    public async Task Cards_to_which_Teams_gives_no_id_are_sent_once_each()
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerAll(new TeamsAnswer(201, Body: "{}"));
        await delivery.TakeAsync("1001", "1002");

        await delivery.RunAsync();

        Assert.Equal(["1001", "1002"], delivery.Teams.Calls.Select(c => c.CaseId));
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task A_move_leaves_a_word_on_the_old_card_and_a_new_one_in_the_other_ward()
    {
        await using var delivery = await StartAsync();
        await delivery.TakeAsync("1001");
        await delivery.RunAsync();

        await delivery.Store.DoAsync("1001", new CaseAction.Move("xray"));
        await delivery.RunAsync();
        await delivery.Store.DoAsync("1001", new CaseAction.Claim());
        await delivery.RunAsync();

        Assert.Contains("moved to X-ray waiting room", Assert.Single(delivery.Teams.In(Ward7)).Call.Activity.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, Assert.Single(delivery.Teams.In(Xray)).Call.Version);
    }

    [Fact]
    public async Task A_case_that_moved_on_before_its_card_was_sent_appears_in_its_new_ward_only()
    {
        await using var delivery = await StartAsync();
        await delivery.TakeAsync("1001");
        await delivery.Store.DoAsync("1001", new CaseAction.Move("xray"));

        await delivery.RunAsync();

        Assert.Empty(delivery.Teams.In(Ward7));
        Assert.Equal("1001", Assert.Single(delivery.Teams.In(Xray)).Call.CaseId);
    }

    [Fact]
    public async Task A_ward_without_a_channel_gets_its_cards_when_it_is_linked()
    {
        await using var delivery = await StartAsync();
        await delivery.Store.Channels.UnlinkAsync(Ward7, None);
        await delivery.TakeAsync("1001", "1002");
        await delivery.RunAsync();
        Assert.Empty(delivery.Teams.Calls);

        await delivery.Store.Channels.LinkAsync(Ward7, "ward7", None);
        await delivery.RunAsync();

        Assert.Equal(["1001", "1002"], delivery.Shown);
    }

    [Theory]
    [InlineData(500, "ServiceError")]
    [InlineData(401, "BotNotRegistered")]
    public async Task A_card_that_Teams_refused_comes_when_somebody_works_on_its_case(int status, string code)
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerNext(new TeamsAnswer(status, code));
        await delivery.TakeAsync("1001", "1002");
        await delivery.RunAsync();
        Assert.Equal(["1002"], delivery.Shown);

        await delivery.Store.DoAsync("1001", new CaseAction.Claim());
        await delivery.RunAsync();
        await delivery.Store.DoAsync("1001", new CaseAction.Resolve("Mopped."));
        await delivery.RunAsync();

        Assert.Equal(["1002", "1001"], delivery.Shown);
        Assert.Equal(3, delivery.Teams.In(Ward7)[1].Call.Version);
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task What_Teams_refused_is_told_at_the_next_start_where_its_ward_is_shown_by_then()
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerNext(new TeamsAnswer(401, "BotNotRegistered"), new TeamsAnswer(401, "BotNotRegistered"));
        await delivery.TakeAsync("1001", "1002");
        await delivery.RunAsync();
        Assert.Equal(2, (await delivery.HealthAsync()).GivenUp);
        await delivery.Store.Channels.LinkAsync(Xray, "ward7", None);

        Assert.Equal(2, await delivery.Store.Outbox.TakeUpAsync(None));
        await delivery.RunAsync();

        Assert.Equal(["1001", "1002"], delivery.Teams.In(Xray).Select(m => m.Call.CaseId));
        Assert.Empty(delivery.Shown);
        Assert.Equal((0, 0), ((await delivery.HealthAsync()).Waiting, (await delivery.HealthAsync()).GivenUp));
    }

    [Fact]
    public async Task Open_cases_follow_their_ward_to_its_next_channel_once_and_closed_ones_stay_where_they_were()
    {
        await using var delivery = await StartAsync();
        await delivery.TakeAsync("1001", "1002", "1003");
        await delivery.RunAsync();
        await delivery.Store.DoAsync("1001", new CaseAction.Claim());
        await delivery.Store.DoAsync("1003", new CaseAction.Resolve("Mopped."));
        await delivery.RunAsync();

        // There and back before a card went anywhere, and there again.
        await delivery.Store.Channels.LinkAsync(Xray, "ward7", None);
        await delivery.Store.Channels.LinkAsync(Ward7, "ward7", None);
        await delivery.Store.Channels.LinkAsync(Xray, "ward7", None);
        await delivery.RunAsync();
        await delivery.Store.Channels.UnlinkAsync(Xray, None);
        await delivery.Store.Channels.LinkAsync(Ward7, "ward7", None);
        await delivery.RunAsync();

        Assert.Equal(["1001", "1002"], delivery.Teams.In(Xray).Select(m => m.Call.CaseId));
        Assert.Equal(["1001", "1002", "1003"], delivery.Shown);
        Assert.Equal(0, (await delivery.HealthAsync()).Waiting);
    }

    [Fact]
    public async Task A_deleted_channel_is_paused_and_its_posts_are_kept()
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerAll(new TeamsAnswer(404, "ConversationNotFound"));
        await delivery.TakeAsync("1001", "1002");

        await delivery.RunAsync();

        Assert.Single(delivery.Teams.Calls);
        var health = await delivery.HealthAsync();
        Assert.Equal((2, 0), (health.Waiting, health.GivenUp));
        Assert.Contains("the channel is gone", health.Paused["ward7"], StringComparison.Ordinal);
        Assert.All(await delivery.Store.ReadAsync(c => c.Outbox.ToListAsync()), row => Assert.Equal(OutboxState.Waiting, row.State));
    }
}
