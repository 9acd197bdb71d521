using FeedbackBot.Deliver;
using FeedbackBot.Teams;
using FeedbackBot.Tests.Cards;
using static System.Threading.CancellationToken;
using static FeedbackBot.Tests.Deliver.Delivery;

namespace FeedbackBot.Tests.Deliver;

public sealed class AdminNoticeTests
{
    [Fact]
    public async Task In_quiet_hours_no_admin_is_told_and_in_the_morning_each_once()
    {
        await using var delivery = await StartAsync();
        delivery.Change(o => o.Admins.Add(CardSamples.Mary.Id));
        await delivery.HandleAsync(new Activity { Type = "message", Text = "help", ServiceUrl = delivery.Teams.ServiceUrl, ConversationId = "a:mary", ConversationType = "personal", From = CardSamples.Mary });
        await delivery.RunAsync();
        var before = delivery.Teams.Calls.Count;
        delivery.FallQuiet();
        var notice = delivery.Store.Get<AdminNotice>();

        Assert.False(await notice.TellAsync("The budget is used up.", "budget:1", None));
        await delivery.RunAsync();
        Assert.Equal(before, delivery.Teams.Calls.Count);

        await delivery.RunInTheMorningAsync();
        Assert.True(await notice.TellAsync("The budget is used up.", "budget:1", None));
        Assert.True(await notice.TellAsync("The budget is used up.", "budget:1", None));
        await delivery.RunAsync();

        Assert.Equal("The budget is used up.", delivery.Teams.Calls[^1].Text);
        Assert.Equal(before + 1, delivery.Teams.Calls.Count);
    }
}
