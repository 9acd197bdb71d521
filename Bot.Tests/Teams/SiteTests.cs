using System.Net.Http.Json;
using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>An organisation of several hospitals: a site's boss is boss of its wards, and of no others.</summary>
public sealed class SiteTests
{
    private const string Infirmary = "Royal Infirmary";
    private static readonly string FixerChat = LocalTenant.ChatId(LocalPeople.Fixer);
    private static readonly string StaffChat = LocalTenant.ChatId(LocalPeople.Staff);
    private static readonly string BossChat = LocalTenant.ChatId(LocalPeople.Boss);

    [Fact]
    public async Task A_sites_boss_asks_about_all_of_its_wards_and_learns_nothing_of_others()
    {
        await using var session = await OutsideSession.StartAsync(more: Site(TestHospital.Stranger));
        await session.Link(TestHospital.Desk, "Front desk", LocalPeople.Fixer);
        await session.Link(TestHospital.Ward7, "Ward 7", LocalPeople.Fixer);
        await session.Link(TestHospital.Loos, "Lavatories", LocalPeople.Fixer);
        foreach (var text in new[] { "No soap here #OswinWard7", "No soap there #OswinLoos", "No soap anywhere #Oswin" })
        {
            await session.Bot.PostAsync(text);
        }

        foreach (var question in new[] { "summary", "summary Royal Infirmary", "what happened today at the royal infirmary?" })
        {
            var summary = await session.Chats(TestHospital.Stranger, question);
            Assert.Contains("2 received, 2 waiting", (string?)summary.Card!.Json["speak"], StringComparison.Ordinal);
            Assert.True(summary.Says($"{Infirmary} · ") && summary.Says("Ward 7") && summary.Says("Lavatories") && !summary.Says("Front desk"));
        }

        var open = await session.Chats(TestHospital.Stranger, "open");
        Assert.True(open.Says($"Open in {Infirmary}") && open.Says("No soap here") && open.Says("No soap there") && !open.Says("No soap anywhere"));
        var found = await session.Chats(TestHospital.Stranger, "find soap");
        Assert.True(found.Says("No soap here") && found.Says("No soap there") && !found.Says("No soap anywhere"));
        Assert.True((await session.Chats(TestHospital.Stranger, "summary lavatories")).Says("Received"));
        Assert.StartsWith($"Done. Your digest about {Infirmary} comes", (await session.Chats(TestHospital.Stranger, "digest daily 9:00")).Text, StringComparison.Ordinal);
        Assert.Equal("Front desk's figures are for the members of its channel and for bosses.", (await session.Chats(TestHospital.Stranger, "summary front desk")).Text);
    }

    [Fact]
    public async Task The_organisations_boss_asks_about_a_site_by_its_name_and_nobody_else_does()
    {
        await using var bot = await BotHost.StartAsync(more: Site(LocalPeople.Staff));
        await bot.PostAsync("No soap here #OswinWard7");
        await bot.PostAsync("No soap anywhere #Oswin");
        await bot.Card(TestHospital.Ward7, "No soap here", "New");
        await bot.Card(TestHospital.Desk, "No soap anywhere", "New");

        var asked = ShownCard.Of(await bot.Ask(LocalPeople.Boss, "open royal infirmary"))!;
        Assert.True(asked.Says($"Open in {Infirmary}") && asked.Says("No soap here") && !asked.Says("No soap anywhere"));
        Assert.Equal($"{Infirmary}'s figures are for its bosses. For your ward's ask me in its channel.", (await bot.Ask(LocalPeople.Fixer, "summary Royal Infirmary")).Content.Text);
    }

    [Fact]
    public async Task What_a_wards_own_bosses_do_not_take_goes_to_the_sites_and_then_to_the_organisations()
    {
        await using var bot = await BotHost.StartAsync(more: [.. Site(LocalPeople.Staff), ("Wards:1:Bosses:0", LocalPeople.Fixer.Id), ("Escalations:Enabled", "true")]);
        await PostAsync(bot, "ann", "The toilet is filthy and it stinks #OswinWard7");
        await PostAsync(bot, "bob", "Disgusting smelly toilet, so dirty #OswinWard7");

        var first = await Brought(bot, FixerChat);
        Assert.Empty(bot.Tenant.Messages(StaffChat));
        bot.Clock.Advance(TimeSpan.FromMinutes(60));
        var second = await Brought(bot, StaffChat);
        Assert.Empty(bot.Tenant.Messages(BossChat));
        bot.Clock.Advance(TimeSpan.FromMinutes(60));
        await Brought(bot, BossChat);

        await bot.Press(LocalPeople.Staff, second, "going");
        await bot.Message(FixerChat, m => m.Id == first.Id && ShownCard.Of(m)?.Says($"{LocalPeople.Staff.Name} is going") == true);
    }

    [Fact]
    public async Task A_sites_boss_thanks_on_its_wards_cards_and_on_no_others()
    {
        await using var bot = await BotHost.StartAsync(more: Site(LocalPeople.Staff));
        var it = await CaseInWard.Arrive(bot, "was spotless, thank you Sister Ann, you were wonderful and so kind");
        await bot.PostAsync("Lovely front desk, thank you, you were wonderful and so kind #Oswin");
        var other = await bot.Card(TestHospital.Desk, "Lovely front desk", "New");

        await it.Force(LocalPeople.Staff, "thank", ("line", "Well done"));

        await it.Shows("Sam Okafor (staff) said thank you: Well done");
        Assert.DoesNotContain("thank", ShownCard.Of(await bot.Press(LocalPeople.Staff, other, "history")).Verbs);
    }

    private static (string, string)[] Site(LocalPerson boss) =>
        [("Sites:0:Name", Infirmary), ("Sites:0:Bosses:0", boss.Id), ("Wards:1:Site", Infirmary), ("Wards:2:Site", "royal infirmary")];

    private static Task<LocalMessage> Brought(BotHost bot, string chat) => bot.Message(chat, m => ShownCard.Of(m)?.Says("worth a visit") == true);

    private static async Task PostAsync(BotHost bot, string handle, string text)
    {
        using var answer = await bot.Http.PostAsJsonAsync("/local/posts", new { text, author = handle, handle });
        Assert.True(answer.IsSuccessStatusCode);
    }
}
