using FeedbackBot.Teams;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Tests.Store;
using static System.Threading.CancellationToken;
using static FeedbackBot.Tests.Deliver.Delivery;

namespace FeedbackBot.Tests.Deliver;

/// <summary>The bot comes back, or is spoken to from elsewhere, while something is on its way.</summary>
public class BackAgainTests
{
    /// <summary>The refusal was asked for before: the channel isn't paused by it, for nobody would ever resume it.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refusal_that_arrives_after_the_bot_is_back_pauses_nothing(DatabaseKind kind)
    {
        await using var delivery = await StartAsync(kind);
        await delivery.InstallAsync();
        var refused = false;
        delivery.Teams.Answer = async _ =>
        {
            if (refused)
            {
                return null;
            }

            refused = true;
            await delivery.InstallAsync("remove");
            await delivery.InstallAsync();
            return new TeamsAnswer(403, "BotNotInConversationRoster");
        };
        await delivery.TakeAsync("1001", "1002");

        await delivery.RunAsync();

        Assert.Equal(["1001", "1002"], delivery.Shown);
        Assert.Empty((await delivery.HealthAsync()).Paused);
    }

    [Fact]
    public async Task A_refusal_after_the_return_still_pauses()
    {
        await using var delivery = await StartAsync();
        delivery.Teams.AnswerAll(new TeamsAnswer(403, "BotNotInConversationRoster"));
        await delivery.TakeAsync("1001");
        await delivery.RunAsync();

        await delivery.InstallAsync();
        await delivery.RunAsync();

        Assert.Equal("Teams answered 403 BotNotInConversationRoster", (await delivery.HealthAsync()).Paused["ward7"]);
        Assert.Equal(2, delivery.Teams.Calls.Count);
    }

    [Fact]
    public async Task A_chat_that_was_forgotten_is_known_again_by_the_first_word_in_it()
    {
        await using var delivery = await StartAsync();
        foreach (var _ in (int[])[1, 2])
        {
            await delivery.HandleAsync(InChat(delivery, "message") with { Text = "help" });
            Assert.Equal("a:ann", (await delivery.Store.Channels.FindChatAsync(CardSamples.Ann.Id, None))!.ConversationId);
            await delivery.HandleAsync(InChat(delivery, "installationUpdate") with { Action = "remove" });
            Assert.Null(await delivery.Store.Channels.FindChatAsync(CardSamples.Ann.Id, None));
        }

        await delivery.HandleAsync(InChat(delivery, "installationUpdate") with { Action = "add" });
        Assert.Equal("a:ann", (await delivery.Store.Channels.FindChatAsync(CardSamples.Ann.Id, None))!.ConversationId);
    }

    [Fact]
    public async Task An_answer_that_waited_goes_to_where_Teams_is_by_then()
    {
        await using var delivery = await StartAsync();
        await delivery.HandleAsync(InChat(delivery, "message") with { Text = "help", ServiceUrl = "http://127.0.0.1:1/teams" });

        await delivery.HandleAsync(InChat(delivery, "message") with { Id = "2", Text = "wards" });
        await delivery.RunAsync();

        Assert.Equal(2, delivery.Teams.In("a:ann").Count);
    }

    private static Activity InChat(Delivery delivery, string type) => new()
    {
        Type = type,
        Id = "1",
        ServiceUrl = delivery.Teams.ServiceUrl,
        From = CardSamples.Ann,
        ConversationId = "a:ann",
        ConversationType = "personal",
    };
}
