using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

public class ChannelDirectoryTests
{
    private const string One = "19:one@thread.tacv2";
    private const string Two = "19:two@thread.tacv2";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_channel_is_remembered_and_what_is_not_told_again_stays(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Channels.SeeChannelAsync(Channel(One, "Ward 7", "team"), None);

        await store.Channels.SeeChannelAsync(new ChannelRow { Id = One, ServiceUrl = "https://newer.example/teams" }, None);

        var row = (await store.Channels.FindAsync(One, None))!;
        Assert.Equal(("https://newer.example/teams", "Ward 7", "team", "tenant"), (row.ServiceUrl, row.Name, row.TeamId, row.TenantId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_renamed_channel_has_its_new_name_and_keeps_its_ward(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SeeBothAsync(store);
        await store.Channels.LinkAsync(One, "ward7", None);

        await store.Channels.SeeChannelAsync(Channel(One, "Ward Seven"), None);

        Assert.Equal("Ward Seven", (await store.Channels.OfWardAsync("ward7", None))!.Name);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_ward_has_one_channel_and_a_channel_one_ward(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SeeBothAsync(store);

        Assert.Equal(new LinkResult(null, null), await store.Channels.LinkAsync(One, "ward7", None));
        Assert.Equal(new LinkResult(null, null), await store.Channels.LinkAsync(One, "ward7", None));
        Assert.Equal(new LinkResult(One, null), await store.Channels.LinkAsync(Two, "ward7", None));
        Assert.Equal(new LinkResult(null, "ward7"), await store.Channels.LinkAsync(Two, "xray", None));

        var linked = await store.Channels.LinkedAsync(None);
        Assert.Equal([KeyValuePair.Create("xray", Two)], linked.Select(l => KeyValuePair.Create(l.Key, l.Value.Id)));
        Assert.Null(await store.Channels.OfWardAsync("ward7", None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_linked_channels_change_places(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SeeBothAsync(store);
        await store.Channels.LinkAsync(One, "ward7", None);
        await store.Channels.LinkAsync(Two, "xray", None);

        Assert.Equal(new LinkResult(Two, "ward7"), await store.Channels.LinkAsync(One, "xray", None));

        Assert.Equal(One, (await store.Channels.OfWardAsync("xray", None))!.Id);
        Assert.Null((await store.Channels.FindAsync(Two, None))!.WardId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Unlinking_says_which_ward_it_was_and_sends_its_rows_home(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SeeBothAsync(store);
        await store.Channels.LinkAsync(One, "ward7", None);
        await store.TakeAsync("ward7", "1001");
        await store.Outbox.ReadyLanesAsync(None);

        Assert.Equal("ward7", await store.Channels.UnlinkAsync(One, None));
        Assert.Null(await store.Channels.UnlinkAsync(One, None));
        Assert.Null(await store.Channels.UnlinkAsync("19:never@thread.tacv2", None));

        Assert.Empty(await store.Outbox.ReadyLanesAsync(None));
        Assert.Equal(1, (await store.Outbox.HealthAsync(None)).WithoutChannel["ward7"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_links_a_ward_at_the_same_moment_both_are_heard_and_one_has_it(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SeeBothAsync(store);

        for (var round = 0; round < 10; round++)
        {
            await store.Channels.UnlinkAsync(One, None);
            await store.Channels.UnlinkAsync(Two, None);
            using var together = new Barrier(2);
            await Task.WhenAll(new[] { One, Two }.Select(channel => Task.Run(() =>
            {
                together.SignalAndWait();
                return store.Channels.LinkAsync(channel, "ward7", None);
            })));

            Assert.Equal("ward7", Assert.Single(await store.Channels.LinkedAsync(None)).Key);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lost_team_pauses_its_channels_only_and_its_return_lets_them_go_on(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Channels.SeeTeamAsync(Team("team", "https://old.example", "ann"), None);
        await store.Channels.SeeChannelAsync(Channel(One, "Ward 7", "team"), None);
        await store.Channels.SeeChannelAsync(Channel(Two, "X-ray", "another"), None);

        await store.Channels.LoseTeamAsync("team", "the bot was removed from the team", None);

        Assert.True((await store.Channels.FindTeamAsync("team", None))!.Removed);
        Assert.Equal("the bot was removed from the team", (await store.Channels.FindAsync(One, None))!.PausedBecause);
        Assert.Null((await store.Channels.FindAsync(Two, None))!.PausedBecause);

        await store.Channels.SeeTeamAsync(Team("team", "https://new.example", null), None);

        var team = (await store.Channels.FindTeamAsync("team", None))!;
        Assert.Equal((false, "ann", "https://new.example"), (team.Removed, team.InstallerId, team.ServiceUrl));
        var channel = (await store.Channels.FindAsync(One, None))!;
        Assert.Equal((null, "https://new.example"), (channel.PausedBecause, channel.ServiceUrl));
    }

    /// <summary>Teams moves an organisation as a whole; what is reached elsewhere stays.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_service_url_counts_for_the_whole_team_and_for_chats_that_were_reached_by_the_old_one(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Channels.SeeTeamAsync(Team("team", "https://teams.example", "ann"), None);
        await store.Channels.SeeChannelAsync(Channel(One, "Ward 7", "team"), None);
        await store.Channels.SeeChannelAsync(Channel(Two, "X-ray", "team"), None);
        await store.Channels.SeeChannelAsync(Channel("19:far@thread.tacv2", "Far", "another"), None);
        await store.Channels.SeeChatAsync(Chat("ann", "a:1"), None);
        await store.Channels.SeeChatAsync(new ChatRow { PersonId = "bob", ConversationId = "a:2", ServiceUrl = "https://elsewhere.example" }, None);

        await store.Channels.SeeChannelAsync(new ChannelRow { Id = One, ServiceUrl = "https://second.example" }, None);
        Assert.Equal(
            ["https://second.example", "https://second.example", "https://teams.example", "https://second.example", "https://second.example", "https://elsewhere.example"],
            await UrlsAsync());

        await store.Channels.SeeTeamAsync(Team("team", "https://third.example", null), None);
        Assert.Equal(
            ["https://third.example", "https://third.example", "https://teams.example", "https://third.example", "https://third.example", "https://elsewhere.example"],
            await UrlsAsync());

        async Task<IEnumerable<string?>> UrlsAsync() =>
        [
            await store.Channels.ServiceUrlOfAsync(One, None),
            await store.Channels.ServiceUrlOfAsync(Two, None),
            await store.Channels.ServiceUrlOfAsync("19:far@thread.tacv2", None),
            (await store.Channels.FindTeamAsync("team", None))!.ServiceUrl,
            await store.Channels.ServiceUrlOfAsync("a:1", None),
            await store.Channels.ServiceUrlOfAsync("a:2", None),
        ];
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lost_channel_leaves_what_waits_and_its_open_cases_for_the_next_one_and_ends_the_rest(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await SeeBothAsync(store);
        await store.Channels.LinkAsync(One, "ward7", None);
        await store.TakeAsync("ward7", "1001", "1002");
        await store.Outbox.ReadyLanesAsync(None);
        await store.Outbox.DoneAsync((await store.Outbox.HeadAsync(One, None))!, null, [], None);
        await store.Shown.AdoptAsync(new CardRow { ChannelId = One, ActivityId = "1", ThreadId = One, CaseId = "1001", WardId = "ward7" }, None);
        await store.Outbox.AddAsync(OutboxEntry.ToLane(One, new Intention.RefreshCards("1001")), None);
        await store.Outbox.AddAsync(OutboxEntry.ToLane(Two, new Intention.RefreshCards("1001")), None);

        await store.Channels.LoseChannelAsync(One, None);

        Assert.Null(await store.Channels.OfWardAsync("ward7", None));
        Assert.Equal("ward7", await store.Channels.LastShownAsync(One, None));
        Assert.Equal([Two], await store.Outbox.ReadyLanesAsync(None));
        Assert.Equal(2, (await store.Outbox.HealthAsync(None)).WithoutChannel["ward7"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_person_has_one_chat_the_newest_until_it_is_forgotten(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Channels.SeeChatAsync(Chat("ann", "a:1"), None);
        await store.Channels.SeeChatAsync(Chat("ann", "a:2"), None);
        await store.Channels.SeeChatAsync(Chat("bob", "a:3"), None);

        Assert.Equal("a:2", (await store.Channels.FindChatAsync("ann", None))!.ConversationId);
        await store.Channels.ForgetChatAsync("ann", None);

        Assert.Null(await store.Channels.FindChatAsync("ann", None));
        Assert.Equal("a:3", (await store.Channels.FindChatAsync("bob", None))!.ConversationId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_activities_that_show_the_same_new_places_at_once_leave_one_row_each(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        using var together = new Barrier(2);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                together.SignalAndWait();
                await store.Channels.SeeChannelAsync(Channel($"19:{i}@thread.tacv2", "A ward"), None);
                await store.Channels.SeeTeamAsync(Team($"team{i}", "https://teams.example", null), None);
                await store.Channels.SeeChatAsync(Chat($"p{i}", $"a:{i}"), None);
            }
        })));

        Assert.Equal(
            (10, 10, 10),
            await store.ReadAsync(async c => (await c.Channels.CountAsync(), await c.Teams.CountAsync(), await c.Chats.CountAsync())));
    }

    private static async Task SeeBothAsync(TestStore store)
    {
        await store.Channels.SeeChannelAsync(Channel(One, "Ward 7"), None);
        await store.Channels.SeeChannelAsync(Channel(Two, "X-ray"), None);
    }

    private static ChannelRow Channel(string id, string name, string? teamId = null) =>
        new() { Id = id, ServiceUrl = "https://teams.example", TenantId = "tenant", TeamId = teamId, Name = name };

    private static TeamRow Team(string id, string serviceUrl, string? installerId) => new() { Id = id, ServiceUrl = serviceUrl, InstallerId = installerId };

    private static ChatRow Chat(string personId, string conversationId) =>
        new() { PersonId = personId, ConversationId = conversationId, ServiceUrl = "https://teams.example" };
}
