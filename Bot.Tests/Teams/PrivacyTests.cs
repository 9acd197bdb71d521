using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>A ward's figures are for the members of its channel, the organisation's for bosses and admins.</summary>
public sealed class PrivacyTests : IAsyncLifetime
{
    private const string Refused = "The whole hospital is for bosses.";

    private OutsideSession _session = null!;
    private string _ward7 = "";

    public async Task InitializeAsync()
    {
        _session = await OutsideSession.StartAsync();
        _ward7 = await _session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Staff);
        await _session.Link(TestHospital.Loos, "Lavatories", LocalPeople.Fixer);
        await _session.Link(TestHospital.Desk, "Front desk", LocalPeople.Fixer);
        await _session.Bot.PostAsync("The bog stinks #OswinWard7");
        await _session.Bot.PostAsync("The tap drips #OswinLoos");
        await _session.Teams.Message(_ward7, "New — nobody has it yet");
    }

    public async Task DisposeAsync() => await _session.DisposeAsync();

    [Theory]
    [InlineData("boss")]
    [InlineData("admin")]
    public async Task Bosses_and_admins_see_the_whole_organisation(string role)
    {
        var person = LocalPeople.All.Single(p => p.Role == role);

        Assert.StartsWith("Today", (string?)(await _session.Chats(person, "summary")).Card!.Json["speak"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("2 received", (string?)(await _session.Chats(person, "summary")).Card!.Json["speak"], StringComparison.Ordinal);
        Assert.True((await _session.Chats(person, "open")).Says("Open in all wards"));
        Assert.Contains("1 received", (string?)(await _session.Chats(person, "summary ward 7")).Card!.Json["speak"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("open")]
    public async Task A_member_of_one_ward_gets_that_ward_in_a_chat(string question)
    {
        var answer = await _session.Chats(LocalPeople.Staff, question);

        Assert.False(answer.Says("Lavatories"));
        Assert.False(answer.Says("Front desk"));
        Assert.True(answer.Says("Ward 7"));
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("open")]
    public async Task A_member_of_several_wards_is_asked_which(string question) =>
        Assert.StartsWith($"{Refused} Which ward do you mean? Say for example \"{question} ", (await _session.Chats(LocalPeople.Fixer, question)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("summary")]
    [InlineData("summary yesterday")]
    [InlineData("open")]
    public async Task Who_is_in_no_ward_gets_nothing(string question) =>
        Assert.Equal($"{Refused} Ask me in your ward's channel.", (await _session.Chats(TestHospital.Stranger, question)).Text);

    [Theory]
    [InlineData("summary lavatories")]
    [InlineData("open lavatories")]
    public async Task Another_wards_figures_are_refused_in_a_chat_and_in_ones_own_channel(string question)
    {
        const string Theirs = "Lavatories' figures are for the members of its channel and for bosses.";

        Assert.Equal(Theirs, (await _session.Chats(LocalPeople.Staff, question)).Text);
        Assert.Equal(Theirs, (await _session.Says(LocalPeople.Staff, _ward7, question)).Text);
    }

    [Fact]
    public async Task Find_brings_only_cases_that_the_asker_may_see()
    {
        const string Both = "find #Oswin";

        var boss = await _session.Chats(LocalPeople.Boss, Both);
        Assert.True(boss.Says("bog stinks") && boss.Says("tap drips"));
        var staff = await _session.Chats(LocalPeople.Staff, Both);
        Assert.True(staff.Says("bog stinks") && !staff.Says("tap drips"));

        // She is a member of the lavatories' channel and Ward 7's fixer.
        var fixer = await _session.Chats(LocalPeople.Fixer, Both);
        Assert.True(fixer.Says("bog stinks") && fixer.Says("tap drips"));
        Assert.StartsWith("A ward's cases are for the members", (await _session.Chats(TestHospital.Stranger, Both)).Text, StringComparison.Ordinal);
        Assert.StartsWith("I found no case", (await _session.Chats(LocalPeople.Staff, "find drips")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_in_a_wards_channel_is_about_that_ward_for_bosses_too()
    {
        var answer = await _session.Says(LocalPeople.Boss, _ward7, "find #Oswin");

        Assert.True(answer.Says("bog stinks") && !answer.Says("tap drips"));
    }

    [Fact]
    public async Task In_a_channel_that_is_no_wards_staff_get_no_figures()
    {
        var social = _session.Teams.Channel("Social", TestHospital.Stranger, LocalPeople.Boss);

        Assert.StartsWith(Refused, (await _session.Says(TestHospital.Stranger, social, "summary")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_in_a_wards_channel_is_about_that_ward_for_bosses_too() =>
        Assert.Contains("1 received", (string?)(await _session.Says(LocalPeople.Boss, _ward7, "summary")).Card!.Json["speak"], StringComparison.Ordinal);
}
