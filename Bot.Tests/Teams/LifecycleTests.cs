using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>What a link survives and what ends it, whatever happens to the bot, its team and its channel.</summary>
public sealed class LifecycleTests : IAsyncLifetime
{
    private const string Bot = "28:bot";
    private const string NoChannel = "Ward 'ward7' has no channel. Say \"@FeedbackBot link ward7\" in the channel it should use.";

    private OutsideSession _session = null!;
    private string _ward7 = "";

    public async Task InitializeAsync()
    {
        _session = await OutsideSession.StartAsync();
        await _session.Send(_session.Activities.Installs(LocalPeople.Admin));
        _ward7 = await _session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Staff, LocalPeople.Fixer, LocalPeople.Boss);
    }

    public async Task DisposeAsync() => await _session.DisposeAsync();

    [Theory]
    [InlineData("remove-upgrade")]
    [InlineData("remove-upgrade, add-upgrade")]
    [InlineData("add-upgrade, add-upgrade")]
    [InlineData("remove, add")]
    [InlineData("remove, add, add")]
    [InlineData("remove, add-upgrade")]
    [InlineData("teamMemberRemoved bot, teamMemberAdded bot")]
    [InlineData("teamMemberRemoved 29:someone")]
    [InlineData("teamRenamed")]
    [InlineData("teamArchived, teamUnarchived")]
    [InlineData("teamDeleted, teamRestored")]
    [InlineData("channelRenamed")]
    [InlineData("someNewEvent")]
    public async Task What_a_link_survives(string events)
    {
        await Happen(events);

        await _session.Bot.PostAsync("The bog stinks #OswinWard7");

        await _session.Teams.Message(_ward7, "The bog stinks #OswinWard7");
        Assert.DoesNotContain(_session.Teams.Messages, m => m.Says("Shall Ward 7's posts come here?"));
        Assert.DoesNotContain(await Ready(), r => r.Contains("ward7", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("remove", "Ward 'ward7' is paused: the bot was removed from the team.")]
    [InlineData("teamMemberRemoved bot", "Ward 'ward7' is paused: the bot was removed from the team.")]
    [InlineData("teamArchived", "Ward 'ward7' is paused: its team is archived.")]
    [InlineData("teamDeleted", "Ward 'ward7' is paused: its team was deleted.")]
    [InlineData("remove, remove-upgrade", "Ward 'ward7' is paused: the bot was removed from the team.")]
    [InlineData("channelDeleted", NoChannel)]
    [InlineData("teamHardDeleted", NoChannel)]
    [InlineData("remove, channelDeleted", NoChannel)]
    public async Task What_stops_it_and_what_comes_then_is_kept_for_the_next_channel(string events, string remark)
    {
        await Happen(events);
        await _session.Bot.PostAsync("The bog stinks #OswinWard7");
        Assert.Contains(remark, await Ready());

        var next = await _session.Link(TestHospital.Ward7, "Surgery", LocalPeople.Staff);

        await _session.Teams.Message(next, "The bog stinks #OswinWard7");
        Assert.DoesNotContain(_session.Teams.Messages, m => m.Conversation == _ward7 && m.Says("The bog stinks"));
    }

    [Fact]
    public async Task An_update_of_the_app_offers_and_welcomes_nobody_again()
    {
        var loos = _session.Teams.Channel("Lavatories", LocalPeople.Staff);
        await _session.Send(_session.Activities.InstallsForSelf(LocalPeople.Staff, "add-upgrade"));

        await Happen("remove-upgrade, add-upgrade");
        await _session.Says(LocalPeople.Staff, loos, "help");

        Assert.DoesNotContain(_session.Teams.Messages, m => m.Says("Shall Lavatories' posts come here?"));
        Assert.DoesNotContain(_session.Teams.Messages, m => m.Conversation == OutsideTeams.ChatOf(LocalPeople.Staff));
    }

    [Fact]
    public async Task Open_cases_of_a_deleted_channel_come_to_the_next_one_and_closed_ones_do_not()
    {
        await _session.Bot.PostAsync("First #OswinWard7");
        var done = await _session.Teams.Message(_ward7, "First #OswinWard7");
        await _session.Clicks(LocalPeople.Staff, done, "resolve", ("note", "Mopped"));
        await _session.Bot.PostAsync("Second #OswinWard7");
        var open = await _session.Teams.Message(_ward7, "Second #OswinWard7");
        await _session.Clicks(LocalPeople.Staff, open, "claim");
        await _session.Teams.Message(_ward7, "Claimed by Sam Okafor");

        await Happen("channelDeleted");
        var next = await _session.Link(TestHospital.Ward7, "Surgery", LocalPeople.Staff);
        await _session.Bot.PostAsync("Third #OswinWard7");
        await _session.Teams.Message(next, "Third #OswinWard7");

        Assert.True((await _session.Teams.Message(next, "Second #OswinWard7")).Says("Claimed by Sam Okafor"));
        Assert.DoesNotContain(_session.Teams.Messages, m => m.Conversation == next && m.Says("First #OswinWard7"));
    }

    [Fact]
    public async Task A_restored_channel_is_asked_whether_its_ward_shall_come_back_and_has_its_cards_still()
    {
        await _session.Bot.PostAsync("First #OswinWard7");
        var card = await _session.Teams.Message(_ward7, "First #OswinWard7");
        await Happen("channelDeleted");

        await _session.Send(_session.Activities.ChannelEvent(LocalPeople.Staff, "channelRestored", _ward7, "Renamed since"));
        await _session.Clicks(LocalPeople.Admin, await _session.Teams.Message(_ward7, "Shall Ward 7's posts come here?"), "link");
        await _session.Bot.PostAsync("Second #OswinWard7");
        await _session.Teams.Message(_ward7, "Second #OswinWard7");

        Assert.Single(_session.Teams.Messages.Where(m => m.Conversation == _ward7 && m.Says("First #OswinWard7")).Select(m => m.Id).Distinct());
        Assert.True(ShownCard.Of(await _session.Clicks(LocalPeople.Staff, card, "claim")).Says("Claimed by Sam Okafor"));
    }

    [Fact]
    public async Task A_case_of_someone_who_left_says_so_and_a_boss_can_release_it()
    {
        await _session.Bot.PostAsync("The bog stinks #OswinWard7");
        var card = await _session.Teams.Message(_ward7, "New — nobody has it yet");
        await _session.Clicks(LocalPeople.Staff, card, "claim");
        var claimed = await _session.Teams.Message(_ward7, "Claimed by Sam Okafor");

        _session.Teams.Channel("Ward 7", LocalPeople.Fixer, LocalPeople.Boss);
        await _session.Send(_session.Activities.TeamEvent(LocalPeople.Boss, "teamMemberRemoved", LocalPeople.Staff.ChannelId));
        var refresh = (JsonObject)claimed.Card!.Json["refresh"]!["action"]!["data"]!.DeepClone();
        var seen = ShownCard.Of(await _session.Clicks(LocalPeople.Boss, claimed, "refresh", refresh));

        Assert.True(seen.Says("They are no longer in this channel. Assign it to someone else, or a boss can release it."));
        Assert.DoesNotContain(LocalPeople.Staff.ChannelId, seen.Json["refresh"]!["userIds"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.True(ShownCard.Of(await _session.Clicks(LocalPeople.Boss, claimed, "release")).Says("New — nobody has it yet"));
    }

    private async Task Happen(string events)
    {
        foreach (var what in events.Split(", "))
        {
            await _session.Send(what.Split(' ') switch
            {
                [var happened and ("remove" or "add" or "remove-upgrade" or "add-upgrade")] => _session.Activities.Installs(LocalPeople.Admin, happened),
                ["channelRenamed"] => _session.Activities.ChannelEvent(LocalPeople.Staff, "channelRenamed", _ward7, "Ward Seven and a half"),
                ["channelDeleted"] => _session.Activities.ChannelEvent(LocalPeople.Staff, "channelDeleted", _ward7, "Ward 7"),
                [var happened, var member] => _session.Activities.TeamEvent(LocalPeople.Staff, happened, member == "bot" ? Bot : member),
                _ => _session.Activities.TeamEvent(LocalPeople.Staff, what),
            });
        }
    }

    private async Task<IReadOnlyList<string>> Ready()
    {
        var health = await _session.Bot.Http.GetFromJsonAsync<JsonElement>("/health/ready");
        return [.. health.GetProperty("remarks").EnumerateArray().Select(r => r.GetString()!)];
    }
}
