using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Teams;

/// <summary>An alarm in vain is lifted by who answers for it, and what the bot didn't see is raised by staff.</summary>
public sealed class AlarmLiftedTests
{
    private const string Alarming = "is where I want to kill myself, nobody listens";
    private const string Title = "This must not wait";
    private const string Joke = "A joke or a figure of speech";
    private const string Lifted = $"Adil Khan (admin) said that nobody is at risk: {Joke}";
    private const string Safe = "I looked into it and everybody is safe";
    private static readonly string LeadChat = LocalTenant.ChatId(LocalPeople.Admin);
    private static readonly string BossChat = LocalTenant.ChatId(LocalPeople.Boss);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_lead_lifts_it_from_the_message_the_ward_has_its_case_back_and_nobody_is_rung_again(DatabaseKind kind)
    {
        await using var bot = await WithLead(kind);
        var it = await CaseInWard.Arrive(bot, Alarming);
        var mine = await Brought(bot, 1);
        await bot.Press(LocalPeople.Admin, mine, "going");
        Assert.DoesNotContain("resolve", ShownCard.Of(it.Card)!.Verbs);

        var answer = ShownCard.Of(await bot.Press(LocalPeople.Admin, mine, "no-risk", ("why", Joke)));

        Assert.True(answer.Says(Lifted) && !answer.Says("999"));
        Assert.Empty(answer.Verbs);
        var stands = await bot.Message(LeadChat, m => m.Id == mine.Id && ShownCard.Of(m)?.Says($"Done by Adil Khan (admin) on 23 Nov, 08:00: Nobody is at risk: {Joke}") == true);
        Assert.Empty(ShownCard.Of(stands)!.Verbs);
        var card = await it.Shows(Lifted);
        Assert.True(!card.Says("Someone may be at risk") && !card.Says("999"));
        await it.Press(LocalPeople.Fixer, "resolve", ("note", "Sat with him for a while."));
        await it.Shows("Resolved by Fiona Webb (fixer)");
        Assert.Equal(["Came to Ward 7", Lifted, "Fiona Webb (fixer) resolved it: Sat with him for a while."], await it.History());
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.Ask(LocalPeople.Admin, "help");
        Assert.Equal((1, 0), (Count(bot, LeadChat), Count(bot, BossChat)));
    }

    [Fact]
    public async Task On_the_wards_card_the_lead_alone_has_the_button_and_it_closes_the_message_too()
    {
        await using var bot = await WithLead();
        var it = await CaseInWard.Arrive(bot, Alarming);
        var mine = await Brought(bot, 1);
        foreach (var person in new[] { LocalPeople.Staff, LocalPeople.Fixer, LocalPeople.Boss })
        {
            Assert.DoesNotContain("no-risk", ShownCard.Of(await bot.Press(person, it.Card, "history")).Verbs);
            Assert.StartsWith(
                "Only Adil Khan (admin), the safeguarding lead, can say that nobody is at risk.",
                CaseInWard.Said(await it.Force(person, "no-risk", ("why", Joke))),
                StringComparison.Ordinal);
        }

        Assert.Contains("no-risk", ShownCard.Of(await bot.Press(LocalPeople.Admin, it.Card, "history")).Verbs);
        Assert.StartsWith("Please choose why nobody is at risk", CaseInWard.Said(await it.Force(LocalPeople.Admin, "no-risk")), StringComparison.Ordinal);
        await it.Force(LocalPeople.Admin, "no-risk", ("why", Joke));

        await it.Shows(Lifted);
        await bot.Message(LeadChat, m => m.Id == mine.Id && ShownCard.Of(m)?.Says($"Nobody is at risk: {Joke}") == true);
        Assert.StartsWith("Somebody has said already that nobody is at risk.", CaseInWard.Said(await it.Force(LocalPeople.Admin, "no-risk", ("why", Safe))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_boss_who_was_told_in_the_leads_place_may_not_lift_it_from_the_message()
    {
        await using var bot = await WithLead();
        await CaseInWard.Arrive(bot, Alarming);
        await Brought(bot, 1);
        bot.Clock.Advance(TimeSpan.FromMinutes(20));
        var told = await bot.Message(BossChat, m => ShownCard.Of(m)?.Says(Title) == true);

        var answer = CaseInWard.Said(await bot.Press(LocalPeople.Boss, told, "no-risk", ("why", Joke)));

        Assert.StartsWith("Only the safeguarding lead or a deputy can say that nobody is at risk.", answer, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_bot_did_not_see_staff_bring_to_the_lead_and_may_again_after_it_was_lifted(DatabaseKind kind)
    {
        await using var bot = await WithLead(kind);
        var it = await CaseInWard.Arrive(bot, "needs a mop");
        Assert.Equal(0, Count(bot, LeadChat));
        Assert.StartsWith("Please say what you noticed", CaseInWard.Said(await it.Force(LocalPeople.Staff, "at-risk")), StringComparison.Ordinal);

        await it.Press(LocalPeople.Staff, "at-risk", ("risk", "He told me he has not eaten since Friday"));
        var first = await Brought(bot, 1);
        Assert.True(ShownCard.Of(first)!.Says("Someone may be at risk: staff say so.") && ShownCard.Of(first)!.Says("Sam Okafor (staff) said that someone may be at risk: He told me he has not eaten since Friday"));
        Assert.True((await it.Shows("ring 999")).Says("He told me he has not eaten since Friday"));
        Assert.StartsWith("Someone may be at risk, so only", CaseInWard.Said(await it.Force(LocalPeople.Fixer, "dismiss", ("reason", "Spam"))), StringComparison.Ordinal);
        Assert.StartsWith("This one is marked already", CaseInWard.Said(await it.Force(LocalPeople.Fixer, "at-risk", ("risk", "Me too"))), StringComparison.Ordinal);

        await bot.Press(LocalPeople.Admin, first, "no-risk", ("why", Safe));
        await it.Shows($"Adil Khan (admin) said that nobody is at risk: {Safe}");
        await bot.Message(LeadChat, m => m.Id == first.Id && ShownCard.Of(m)?.Says("Done by Adil Khan (admin)") == true);
        await it.Press(LocalPeople.Fixer, "at-risk", ("risk", "Now he is gone"));

        var second = await bot.Message(LeadChat, m => m.Id != first.Id && ShownCard.Of(m)?.Says("Now he is gone") == true);
        Assert.Contains("going", ShownCard.Of(second)!.Verbs);
        Assert.False(ShownCard.Of(second)!.Says("not eaten"));
        Assert.False((await it.Shows("Now he is gone")).Says("nobody is at risk"));
        var former = bot.Tenant.Messages(LeadChat).Single(m => m.Id == first.Id);
        Assert.True(ShownCard.Of(former)!.Says("not eaten") && !ShownCard.Of(former)!.Says("Now he is gone"));
        bot.Clock.Advance(TimeSpan.FromMinutes(10));
        await bot.Message(LeadChat, m => m.Id != first.Id && m.Id != second.Id && ShownCard.Of(m)?.Says("Now he is gone") == true);
    }

    [Fact]
    public async Task A_press_that_Teams_repeats_lifts_once_and_not_what_was_raised_since()
    {
        await using var bot = await WithLead();
        var it = await CaseInWard.Arrive(bot, Alarming);
        var mine = await Brought(bot, 1);
        await it.Press(LocalPeople.Fixer, "claim");
        await bot.Press(LocalPeople.Admin, mine, "no-risk", ("why", Joke));
        await bot.Press(LocalPeople.Admin, mine, "no-risk", ("why", Joke));
        await it.Shows(Lifted);
        await it.Press(LocalPeople.Staff, "at-risk", ("risk", "He means it"));
        await it.Shows("He means it");

        await bot.Press(LocalPeople.Admin, mine, "no-risk", ("why", Joke));

        Assert.True((await it.Shows("He means it")).Says("999"));
        Assert.Single(await it.History(), e => e == Lifted);
    }

    [Fact]
    public async Task A_lead_who_resolves_the_case_is_not_rung_about_it_any_more()
    {
        await using var bot = await WithLead();
        var it = await CaseInWard.Arrive(bot, Alarming);
        var mine = await Brought(bot, 1);

        await it.Force(LocalPeople.Admin, "resolve", ("note", "Rang her, she is safe."));

        await bot.Message(LeadChat, m => m.Id == mine.Id && ShownCard.Of(m)?.Says("Done by Adil Khan (admin) on 23 Nov, 08:00: The case was resolved: Rang her, she is safe.") == true);
        bot.Clock.Advance(TimeSpan.FromHours(1));
        await bot.Ask(LocalPeople.Admin, "help");
        Assert.Equal((1, 0), (Count(bot, LeadChat), Count(bot, BossChat)));
    }

    private static Task<BotHost> WithLead(DatabaseKind kind = DatabaseKind.Sqlite) => BotHost.StartAsync(kind, more: [("People:Lead", LocalPeople.Admin.Id)]);

    private static Task<LocalMessage> Brought(BotHost bot, int times) => bot.Message(LeadChat, m => ShownCard.Of(m)?.Says(Title) == true && Count(bot, LeadChat) == times);

    private static int Count(BotHost bot, string chat) => bot.Tenant.Messages(chat).Count(m => ShownCard.Of(m)?.Says(Title) == true);
}
