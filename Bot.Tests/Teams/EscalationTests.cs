using System.Net.Http.Json;
using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Teams;

/// <summary>What deserves a boss or the lead comes to them, through the whole bot.</summary>
public sealed class EscalationTests
{
    private static readonly string BossChat = LocalTenant.ChatId(LocalPeople.Boss);
    private static readonly string LeadChat = LocalTenant.ChatId(LocalPeople.Staff);

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_peoples_complaints_about_one_bog_are_brought_once_and_a_third_edits_the_message(DatabaseKind kind)
    {
        await using var bot = await BotHost.StartAsync(kind, more: ("Escalations:Enabled", "true"));
        await PostAsync(bot, "ann", "The toilet is filthy and it stinks #OswinLoos");
        await PostAsync(bot, "bob", "Disgusting smelly toilet, so dirty #OswinLoos");
        var brought = await bot.Message(BossChat, m => ShownCard.Of(m)?.Says("worth a visit") == true);
        Assert.True(ShownCard.Of(brought)!.Says("The toilet is filthy"));
        Assert.True(ShownCard.Of(brought)!.Says("Rule 1"));

        await PostAsync(bot, "cat", "Filthy toilet here, it smells awful #OswinLoos");
        await bot.Card(TestHospital.Loos, "smells awful", "New");
        bot.Clock.Advance(TimeSpan.FromMinutes(16));

        await bot.Message(BossChat, m => m.Id == brought.Id && ShownCard.Of(m)?.Says("smells awful") == true);
        Assert.Equal(1, Brought(bot, BossChat, "worth a visit"));
    }

    [Fact]
    public async Task One_authors_complaints_are_no_pattern_and_nothing_comes_unless_it_is_wanted()
    {
        await using var bot = await BotHost.StartAsync();
        await PostAsync(bot, "ann", "The toilet is filthy and it stinks #OswinLoos");
        await PostAsync(bot, "bob", "Disgusting smelly toilet, so dirty #OswinLoos");
        await bot.Card(TestHospital.Loos, "Disgusting smelly", "New");

        Assert.Equal("Yours to fix: nothing. Well done.", (await bot.Ask(LocalPeople.Boss, "mine")).Content.Text);
        Assert.Equal(0, Brought(bot, BossChat, "worth a visit"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_must_not_wait_is_repeated_to_the_lead_until_it_is_acknowledged_and_bosses_hear_next(DatabaseKind kind)
    {
        await using var bot = await BotHost.StartAsync(kind, more: [("People:Lead", LocalPeople.Staff.Id), ("Organisation:QuietHours", "07:00-09:00")]);
        await bot.PostAsync("I want to kill myself, nobody here listens #OswinWard7");
        var first = await bot.Message(LeadChat, m => ShownCard.Of(m)?.Says("This must not wait") == true);
        Assert.True(ShownCard.Of(first)!.Says("ring 999"));

        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await bot.Message(LeadChat, m => m.Id != first.Id && Brought(bot, LeadChat, "This must not wait") == 2);
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        var boss = await bot.Message(BossChat, m => ShownCard.Of(m)?.Says("This must not wait") == true);

        await bot.Press(LocalPeople.Boss, boss, "going");
        await bot.Message(LeadChat, m => m.Id == first.Id && ShownCard.Of(m)?.Says("Bea Marsh (boss) acknowledged this") == true);
        var told = Brought(bot, LeadChat, "This must not wait");
        bot.Clock.Advance(TimeSpan.FromMinutes(30));
        await bot.Ask(LocalPeople.Staff, "help");
        Assert.Equal(told, Brought(bot, LeadChat, "This must not wait"));
    }

    [Fact]
    public async Task Only_the_lead_closes_what_must_not_wait_and_a_stranger_learns_nothing()
    {
        await using var bot = await BotHost.StartAsync(more: ("People:Lead", LocalPeople.Staff.Id));
        await bot.PostAsync("I want to kill myself, nobody here listens #OswinWard7");
        var card = await bot.Message(LeadChat, m => ShownCard.Of(m)?.Says("This must not wait") == true);

        var refused = await bot.Press(LocalPeople.Fixer, card, "done", ("note", "I closed it"));
        Assert.Contains("I can't find that here", refused.ToString(), StringComparison.Ordinal);
        await bot.Press(LocalPeople.Staff, card, "done", ("note", "Spoke to her, she is safe."));
        await bot.Message(LeadChat, m => m.Id == card.Id && ShownCard.Of(m)?.Says("Spoke to her, she is safe.") == true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_bosses_who_say_they_will_go_at_once_one_goes_and_both_see_who(DatabaseKind kind)
    {
        await using var bot = await BotHost.StartAsync(kind, more: [("Escalations:Enabled", "true"), ("People:Bosses:1", LocalPeople.Admin.Id)]);
        await PostAsync(bot, "ann", "The toilet is filthy and it stinks #OswinLoos");
        await PostAsync(bot, "bob", "Disgusting smelly toilet, so dirty #OswinLoos");
        var adminChat = LocalTenant.ChatId(LocalPeople.Admin);
        var one = await bot.Message(BossChat, m => ShownCard.Of(m)?.Says("worth a visit") == true);
        var other = await bot.Message(adminChat, m => ShownCard.Of(m)?.Says("worth a visit") == true);

        await Task.WhenAll(bot.Press(LocalPeople.Boss, one, "going"), bot.Press(LocalPeople.Admin, other, "going"));

        var ours = ShownCard.Of(await bot.Message(BossChat, m => m.Id == one.Id && ShownCard.Of(m)?.Says(" is going, since ") == true))!;
        var theirs = ShownCard.Of(await bot.Message(adminChat, m => m.Id == other.Id && ShownCard.Of(m)?.Says(" is going, since ") == true))!;
        var winner = ours.Says($"{LocalPeople.Boss.Name} is going") ? LocalPeople.Boss.Name : LocalPeople.Admin.Name;
        Assert.True(ours.Says($"{winner} is going") && theirs.Says($"{winner} is going"));
    }

    [Fact]
    public async Task A_resolved_case_needs_no_look_any_more()
    {
        await using var bot = await BotHost.StartAsync(more: ("Escalations:Enabled", "true"));
        await PostAsync(bot, "ann", "The toilet is filthy and it stinks #OswinLoos");
        await PostAsync(bot, "bob", "Disgusting smelly toilet, so dirty #OswinLoos");
        var brought = await bot.Message(BossChat, m => ShownCard.Of(m)?.Says("worth a visit") == true);

        foreach (var words in new[] { "filthy and it stinks", "so dirty" })
        {
            await bot.Press(LocalPeople.Fixer, await bot.Card(TestHospital.Loos, words, "New"), "resolve", ("note", "Scrubbed."));
        }

        await bot.Message(BossChat, m => m.Id == brought.Id && ShownCard.Of(m)?.Says("All of its cases are closed.") == true);
    }

    private static int Brought(BotHost bot, string chat, string title) => bot.Tenant.Messages(chat).Count(m => ShownCard.Of(m)?.Says(title) == true);

    private static async Task PostAsync(BotHost bot, string handle, string text)
    {
        using var answer = await bot.Http.PostAsJsonAsync("/local/posts", new { text, author = handle, handle });
        Assert.True(answer.IsSuccessStatusCode);
    }
}
