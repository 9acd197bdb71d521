using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>What must not wait: anybody takes it, its lead closes it.</summary>
public sealed class AlarmTests
{
    [Fact]
    public async Task What_must_not_wait_says_what_to_do_first_and_is_closed_by_the_lead_alone()
    {
        await using var bot = await BotHost.StartAsync(more: [("People:Lead", LocalPeople.Admin.Id)]);
        var it = await CaseInWard.Arrive(bot, "is where I want to kill myself, nobody listens");
        var card = await it.Shows("If somebody's life is at risk ring 999 / the crash team 2222 first, then tell the safeguarding lead.");
        Assert.True(card.Says("Someone may be at risk: words about suicide or self-harm."));
        Assert.DoesNotContain("resolve", card.Verbs);

        await it.Press(LocalPeople.Staff, "claim");
        await bot.Press(LocalPeople.Admin, it.Card, "history");
        foreach (var (verb, input, words) in new[] { ("resolve", "note", "Rang her."), ("dismiss", "reason", "Spam") })
        {
            Assert.StartsWith(
                "Someone may be at risk, so only Adil Khan (admin), the safeguarding lead, can close this one.",
                CaseInWard.Said(await it.Force(LocalPeople.Boss, verb, (input, words))),
                StringComparison.Ordinal);
        }

        Assert.Contains("resolve", ShownCard.Of(await bot.Press(LocalPeople.Admin, it.Card, "history")).Verbs);
        await it.Force(LocalPeople.Admin, "resolve", ("note", "Rang her, she is safe."));

        Assert.False((await it.Shows("Resolved by Adil Khan (admin)")).Says("999"));
    }

    [Fact]
    public async Task Without_a_lead_a_boss_closes_it()
    {
        await using var bot = await BotHost.StartAsync();
        var it = await CaseInWard.Arrive(bot, "is where I want to kill myself, nobody listens");

        Assert.StartsWith(
            "Someone may be at risk, so only a boss can close this one.", CaseInWard.Said(await it.Force(LocalPeople.Fixer, "dismiss", ("reason", "Spam"))), StringComparison.Ordinal);
        await it.Force(LocalPeople.Boss, "resolve", ("note", "Rang her, she is safe."));

        await it.Shows("Resolved by Bea Marsh (boss)");
    }

    [Fact]
    public async Task Where_there_is_neither_lead_nor_boss_the_wards_members_close_it_or_lift_it_and_the_status_says_so()
    {
        await using var bot = await BotHost.StartAsync(more: [("People:Bosses:0", null!), ("Wards:2:Bosses:0", LocalPeople.Boss.Id)]);
        const string Remark = "Nobody hears what must not wait in Front desk, Ward 7: there is neither a lead nor a boss.";
        await bot.Warning(Remark);
        Assert.Contains(Remark, await bot.Http.GetStringAsync("/health/ready"), StringComparison.Ordinal);
        await bot.PostAsync("No soap #OswinLoos");
        Assert.Contains("at-risk", ShownCard.Of(await bot.Card(TestHospital.Loos, "No soap", "New"))!.Verbs);
        Assert.DoesNotContain("at-risk", (await (await CaseInWard.Arrive(bot)).Shows("New")).Verbs);

        var closed = await CaseInWard.Arrive(bot, "is where I want to kill myself, nobody listens");
        await closed.Press(LocalPeople.Staff, "resolve", ("note", "Rang her, she is safe."));
        await closed.Shows("Resolved by Sam Okafor (staff)");
        var lifted = await CaseInWard.Arrive(bot, "is where I want to kill myself, nobody listens");
        await lifted.Press(LocalPeople.Staff, "no-risk", ("why", "A joke or a figure of speech"));
        await lifted.Shows("Sam Okafor (staff) said that nobody is at risk");
    }
}
