using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Posts.X;

namespace FeedbackBot.Tests.Teams;

/// <summary>Whoever acknowledges what must not wait, or says that it is done, says so of the words they read.</summary>
public sealed class AlarmEditedTests
{
    private static readonly string LeadChat = LocalTenant.ChatId(LocalPeople.Admin);

    [Fact]
    public async Task A_press_on_a_message_from_before_an_edit_neither_acknowledges_nor_ends_what_the_post_says_now()
    {
        await using var x = await FakeX.Start();
        await using var bot = await BotHost.StartAsync(x: x, more: [("People:Lead", LocalPeople.Admin.Id)]);
        await x.Streams.Reached(1, CancellationToken.None);
        var post = new FakePost("1993000000000000001", "#OswinWard7 is where I want to kill myself, nobody listens");
        x.Post(post);
        var before = await bot.Message(LeadChat, m => ShownCard.Of(m)?.Says("nobody listens") == true);

        x.Post(post with { Id = "1993000000000000005", EditOf = post.Id, Text = "#OswinWard7 I want to kill myself, I have the tablets here" });
        var after = await bot.Message(LeadChat, m => m.Id == before.Id && ShownCard.Of(m)?.Says("tablets here") == true);

        foreach (var (verb, input) in new[] { ("going", ("note", "")), ("done", ("note", "Rang her.")) })
        {
            var answer = await bot.Press(LocalPeople.Admin, before, verb, input);
            Assert.Contains("Its author has edited the post since.", CaseInWard.Said(answer), StringComparison.Ordinal);
            Assert.Contains("going", ShownCard.Of(answer).Verbs);
        }

        Assert.True(ShownCard.Of(await bot.Press(LocalPeople.Admin, after, "going")).Says("Adil Khan (admin) acknowledged this"));
    }
}
