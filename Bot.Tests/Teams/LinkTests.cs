using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>Which channel shows which ward, and who decides.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private const string NotYours = "Only an admin, or whoever installed me in this team, can do that.";

    private OutsideSession _session = null!;

    public async Task InitializeAsync() => _session = await OutsideSession.StartAsync();

    public async Task DisposeAsync() => await _session.DisposeAsync();

    [Theory]
    [InlineData("link ward7")]
    [InlineData("LINK Ward 7")]
    [InlineData("link to Ward Seven please")]
    [InlineData("link #OswinWard7")]
    public async Task An_admin_links_a_ward_by_any_of_its_names(string words)
    {
        var channel = _session.Teams.Channel("Surgery", LocalPeople.Staff);

        Assert.Equal("This channel now shows Ward 7's posts.", (await _session.Says(LocalPeople.Admin, channel, words)).Text);

        await _session.Bot.PostAsync("The bog stinks #OswinWard7");
        await _session.Teams.Message(channel, "The bog stinks #OswinWard7");
    }

    [Fact]
    public async Task Whoever_installed_the_bot_in_the_team_may_link_and_unlink()
    {
        var channel = _session.Teams.Channel("Surgery", LocalPeople.Staff);
        await _session.Send(_session.Activities.Installs(LocalPeople.Staff));

        Assert.Equal("This channel now shows Ward 7's posts.", (await _session.Says(LocalPeople.Staff, channel, "link ward7")).Text);
        Assert.StartsWith("This channel no longer shows Ward 7's posts. They are kept", (await _session.Says(LocalPeople.Staff, channel, "unlink")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("staff")]
    [InlineData("fixer")]
    [InlineData("boss")]
    public async Task Nobody_else_may(string role)
    {
        var person = LocalPeople.All.Single(p => p.Role == role);
        var linked = await _session.Link(TestHospital.Ward7, "Ward 7", person);
        var other = _session.Teams.Channel("Surgery", person);

        Assert.Equal(NotYours, (await _session.Says(person, other, "link ward7")).Text);
        Assert.Equal(NotYours, (await _session.Says(person, linked, "unlink")).Text);

        await _session.Bot.PostAsync("The bog stinks #OswinWard7");
        await _session.Teams.Message(linked, "The bog stinks #OswinWard7");
    }

    [Fact]
    public async Task A_ward_that_moves_to_another_channel_tells_the_old_one_and_its_posts_follow()
    {
        var old = await _session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Staff);
        var next = await _session.Link(TestHospital.Ward7, "Surgery", LocalPeople.Staff);
        await _session.Teams.Message(old, "Ward 7's posts now go to another channel.");

        await _session.Bot.PostAsync("The bog stinks #OswinWard7");

        await _session.Teams.Message(next, "The bog stinks #OswinWard7");
        Assert.DoesNotContain(_session.Teams.Messages, m => m.Conversation == old && m.Says("The bog stinks"));
    }

    [Fact]
    public async Task A_channel_that_takes_another_ward_says_what_it_no_longer_shows()
    {
        var channel = await _session.Link(TestHospital.Ward7, "Surgery", LocalPeople.Staff);

        Assert.Equal(
            "This channel now shows Lavatories' posts, and no longer Ward 7's.",
            (await _session.Says(LocalPeople.Admin, channel, "link lavatories")).Text);
    }

    [Fact]
    public async Task Unlinked_posts_are_kept_and_arrive_when_the_ward_has_a_channel_again()
    {
        var channel = await _session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Staff);
        await _session.Says(LocalPeople.Admin, channel, "unlink");
        await _session.Bot.PostAsync("The bog stinks #OswinWard7");
        var wards = await _session.Chats(LocalPeople.Admin, "wards");
        Assert.True(wards.Says("Ward 7 · 1 waiting"));

        await _session.Says(LocalPeople.Admin, channel, "link ward7");

        await _session.Teams.Message(channel, "The bog stinks #OswinWard7");
        Assert.Equal("This channel now shows Ward 7's posts.", (await _session.Says(LocalPeople.Admin, channel, "link ward7")).Text);
    }

    [Fact]
    public async Task A_channel_that_shows_no_ward_has_nothing_to_unlink()
    {
        var channel = _session.Teams.Channel("Social", LocalPeople.Staff);

        Assert.Equal("This channel isn't linked to a ward.", (await _session.Says(LocalPeople.Admin, channel, "unlink")).Text);
    }

    [Fact]
    public async Task Where_1_to_1_is_closed_an_assignee_is_told_under_the_card()
    {
        var channel = await _session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Staff, LocalPeople.Fixer);
        _session.Teams.ChatsAreOpen = false;
        await _session.Bot.PostAsync("The bog stinks #OswinWard7");
        var card = await _session.Teams.Message(channel, "New — nobody has it yet");

        await _session.Clicks(LocalPeople.Staff, card, "assign", ("assignee", LocalPeople.Fixer.Id));

        var told = await _session.Teams.Message(channel, "gave you this case.");
        Assert.Equal((card.Id, "<at>Fiona Webb (fixer)</at> Sam Okafor (staff) gave you this case."), (told.Thread, told.Text));
        var mention = told.Activity["entities"]![0]!;
        Assert.Equal(
            ("<at>Fiona Webb (fixer)</at>", LocalPeople.Fixer.ChannelId, LocalPeople.Fixer.Name),
            ((string?)mention["text"], (string?)mention["mentioned"]!["id"], (string?)mention["mentioned"]!["name"]));
    }
}
