using System.Net.Http.Json;
using System.Text.Json;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>The bot comes to a team, loses it and comes back; channels come, change their names and go.</summary>
public sealed class InstallTests : IAsyncLifetime
{
    private const string Offer = "This channel is called like Ward 7. Shall Ward 7's posts come here?";

    private OutsideSession _session = null!;

    public async Task InitializeAsync() => _session = await OutsideSession.StartAsync();

    public async Task DisposeAsync() => await _session.DisposeAsync();

    [Fact]
    public async Task Channels_called_like_wards_are_offered_for_linking_once_and_others_left_alone()
    {
        _session.Teams.Channel(null, LocalPeople.Staff);
        var ward7 = _session.Teams.Channel("ward 7", LocalPeople.Staff);
        var loos = _session.Teams.Channel("Lavatories", LocalPeople.Staff);
        var social = _session.Teams.Channel("Social", LocalPeople.Staff);

        await _session.Send(_session.Activities.Installs(LocalPeople.Staff));
        await _session.Send(_session.Activities.Installs(LocalPeople.Staff));
        var offer = await _session.Teams.Message(ward7, Offer);
        await _session.Teams.Message(loos, "Shall Lavatories' posts come here?");

        Assert.Equal("This channel now shows Ward 7's posts.", (await _session.Clicks(LocalPeople.Staff, offer, "link")).Text);
        await _session.Says(LocalPeople.Staff, ward7, "help");
        await _session.Says(LocalPeople.Staff, social, "help");
        Assert.Equal((2, 1), (Count(ward7), Count(social)));
        Assert.Equal(0, Count(OutsideTeams.TeamId));
    }

    [Fact]
    public async Task Who_neither_installed_the_bot_nor_is_an_admin_cannot_take_the_offer()
    {
        var ward7 = _session.Teams.Channel("Ward 7", LocalPeople.Staff, LocalPeople.Boss);
        await _session.Send(_session.Activities.Installs(LocalPeople.Staff));
        var offer = await _session.Teams.Message(ward7, Offer);

        Assert.Equal("Only an admin, or whoever installed me in this team, can do that.", (await _session.Clicks(LocalPeople.Boss, offer, "link")).Text);
        Assert.Equal("This channel now shows Ward 7's posts.", (await _session.Clicks(LocalPeople.Admin, offer, "link")).Text);
    }

    [Theory]
    [InlineData("channelCreated")]
    [InlineData("channelRenamed")]
    [InlineData("channelRestored")]
    public async Task A_channel_that_gets_a_wards_name_is_offered_too(string happened)
    {
        await _session.Send(_session.Activities.Installs(LocalPeople.Staff));
        var channel = _session.Teams.Channel("Ward 7", LocalPeople.Staff);

        await _session.Send(_session.Activities.ChannelEvent(LocalPeople.Staff, happened, channel, "Ward 7"));

        await _session.Teams.Message(channel, Offer);
    }

    [Fact]
    public async Task A_channel_called_like_a_ward_that_has_one_is_not_offered()
    {
        await _session.Link(TestHospital.Ward7, "Surgery", LocalPeople.Staff);
        var channel = _session.Teams.Channel("Ward 7", LocalPeople.Staff);

        await _session.Send(_session.Activities.ChannelEvent(LocalPeople.Staff, "channelCreated", channel, "Ward 7"));
        await _session.Says(LocalPeople.Staff, channel, "help");

        Assert.Equal(1, Count(channel));
    }

    [Fact]
    public async Task A_deleted_channel_leaves_its_ward_without_one_and_what_comes_waits_for_the_next()
    {
        var old = await _session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Staff);
        await _session.Send(_session.Activities.ChannelEvent(LocalPeople.Staff, "channelDeleted", old, "Ward 7"));
        await PostThree();
        Assert.Equal("Ward 'ward7' has no channel. Say \"@FeedbackBot link ward7\" in the channel it should use.", (await Ready()).Single(r => r.Contains("ward7", StringComparison.Ordinal)));

        var next = await _session.Link(TestHospital.Ward7, "Surgery", LocalPeople.Staff);

        await _session.Teams.Message(next, "Third #OswinWard7");
        Assert.Equal(["First", "Second", "Third"], Arrived(next));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Posts_of_a_team_without_the_bot_are_kept_and_arrive_in_order_when_it_is_back(bool isTold)
    {
        var channel = await _session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Staff);
        _session.Teams.HasBot = false;
        if (isTold)
        {
            await _session.Send(_session.Activities.Installs(LocalPeople.Staff, "remove"));
        }

        await PostThree();
        if (!isTold)
        {
            await Paused();
        }

        _session.Teams.HasBot = true;
        await _session.Send(_session.Activities.Installs(LocalPeople.Staff));

        await _session.Teams.Message(channel, "Third #OswinWard7");
        Assert.Equal(["First", "Second", "Third"], Arrived(channel));
    }

    [Fact]
    public async Task While_the_bot_is_removed_health_says_so()
    {
        await _session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Staff);

        await _session.Send(_session.Activities.Installs(LocalPeople.Staff, "remove"));

        Assert.Contains("Ward 'ward7' is paused: the bot was removed from the team.", await Ready());
    }

    [Fact]
    public async Task Whoever_adds_the_bot_for_themselves_is_told_what_it_can_do()
    {
        await _session.Send(_session.Activities.InstallsForSelf(TestHospital.Stranger));

        await _session.Teams.Message(OutsideTeams.ChatOf(TestHospital.Stranger), "What FeedbackBot does");
    }

    /// <summary>Comes when a refused card has told the bot that it isn't there any more.</summary>
    private async Task Paused()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!(await Ready()).Any(r => r.StartsWith("Ward 'ward7' is paused", StringComparison.Ordinal)))
        {
            patience.Token.ThrowIfCancellationRequested();
        }
    }

    private async Task PostThree()
    {
        foreach (var post in new[] { "First", "Second", "Third" })
        {
            await _session.Bot.PostAsync($"{post} #OswinWard7");
        }
    }

    private int Count(string channel) => _session.Teams.Messages.Count(m => m.Conversation == channel);

    private IEnumerable<string> Arrived(string channel) =>
        from message in _session.Teams.Messages
        where message.Conversation == channel
        from post in new[] { "First", "Second", "Third" }
        where message.Says($"{post} #OswinWard7")
        select post;

    private async Task<IReadOnlyList<string>> Ready()
    {
        var health = await _session.Bot.Http.GetFromJsonAsync<JsonElement>("/health/ready");
        return [.. health.GetProperty("remarks").EnumerateArray().Select(r => r.GetString()!)];
    }
}
