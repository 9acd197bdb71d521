using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams;

/// <summary>Every verb through /api/messages: the presser's answer, the card that everybody sees, and what it leaves.</summary>
public sealed class VerbTests(BotFixture fixture) : IClassFixture<BotFixture>
{
    private readonly BotHost _bot = fixture.Bot;

    [Fact]
    public async Task A_second_person_claiming_sees_who_was_first()
    {
        var it = await CaseInWard.Arrive(_bot);

        var won = await it.Press(LocalPeople.Fixer, "claim");
        var lost = await it.Press(LocalPeople.Staff, "claim");

        Assert.Contains("Claimed by Fiona Webb (fixer)", CaseInWard.Said(won), StringComparison.Ordinal);
        Assert.StartsWith("Fiona Webb (fixer) already has this one.", CaseInWard.Said(lost), StringComparison.Ordinal);
        Assert.Equal(["Came to Ward 7", "Fiona Webb (fixer) claimed it"], await it.History());
    }

    [Fact]
    public async Task Assign_gives_the_case_to_someone_who_is_told_1_to_1()
    {
        var it = await CaseInWard.Arrive(_bot);

        await it.Press(LocalPeople.Staff, "assign", ("assignee", LocalPeople.Boss.Id));

        await it.Shows("Claimed by Bea Marsh (boss) on 23 Nov, 08:00, assigned by Sam Okafor (staff)");
        var told = await _bot.Message(LocalTenant.ChatId(LocalPeople.Boss), m => ShownCard.Of(m)?.Says(it.Post) == true);
        Assert.True(ShownCard.Of(told)!.Says("Sam Okafor (staff) gave you this case in Ward 7"));
        Assert.Equal("Sam Okafor (staff) assigned it to Bea Marsh (boss)", (await it.History())[^1]);
    }

    [Fact]
    public async Task Release_by_the_claimer_makes_it_new_again()
    {
        var it = await CaseInWard.In(_bot, "Claimed");

        await it.Press(LocalPeople.Fixer, "release");

        await it.Shows("New — nobody has it yet");
        Assert.Equal("Fiona Webb (fixer) released it", (await it.History())[^1]);
    }

    [Fact]
    public async Task Release_by_a_boss_takes_it_from_whoever_has_it()
    {
        var it = await CaseInWard.In(_bot, "Claimed");

        await it.Press(LocalPeople.Boss, "release");

        await it.Shows("New — nobody has it yet");
        Assert.Equal("Bea Marsh (boss) released it", (await it.History())[^1]);
    }

    [Theory]
    [InlineData("New")]
    [InlineData("Claimed")]
    public async Task Resolve_closes_it_with_what_was_done(string state)
    {
        var it = await CaseInWard.In(_bot, state);

        await it.Press(LocalPeople.Staff, "resolve", ("note", "  Mopped and aired  "));

        var card = await it.Shows("Resolved by Sam Okafor (staff)");
        Assert.True(card.Says(": Mopped and aired"));
        Assert.Equal(["reopen", "correct", "pals", "history"], card.Verbs);
    }

    [Theory]
    [InlineData("Resolved")]
    [InlineData("Dismissed")]
    public async Task Reopen_makes_it_new_again_and_says_why(string state)
    {
        var it = await CaseInWard.In(_bot, state);

        await it.Press(LocalPeople.Staff, "reopen", ("note", "It stinks again"));

        await it.Shows("New — nobody has it yet");
        Assert.Equal("Sam Okafor (staff) reopened it: It stinks again", (await it.History())[^1]);
    }

    [Fact]
    public async Task Move_brings_a_new_card_to_the_other_ward_and_the_old_one_says_where_it_went()
    {
        var it = await CaseInWard.In(_bot, "Claimed");

        var answer = await it.Press(LocalPeople.Staff, "move", ("ward", TestHospital.Loos));

        Assert.Contains("Moved to Lavatories by Sam Okafor (staff)", CaseInWard.Said(answer), StringComparison.Ordinal);
        var card = await it.Shows("New — nobody has it yet", TestHospital.Loos);
        Assert.True(card.Says("Sam Okafor (staff) moved it from Ward 7 to Lavatories"));
        Assert.Empty((await it.Shows("Moved to Lavatories by Sam Okafor (staff)")).Verbs);
    }

    [Fact]
    public async Task A_case_that_comes_back_has_its_one_card_brought_up_to_date()
    {
        var it = await CaseInWard.Arrive(_bot);
        await it.Press(LocalPeople.Staff, "move", ("ward", TestHospital.Loos));
        await it.Shows("New — nobody has it yet", TestHospital.Loos);
        var there = await _bot.Card(TestHospital.Loos, it.Post, "New");

        await _bot.Press(LocalPeople.Staff, there, "move", ("ward", TestHospital.Ward7));

        await it.Shows("moved it from Lavatories to Ward 7");
        await it.Shows("Moved to Ward 7 by Sam Okafor (staff)", TestHospital.Loos);
        Assert.Equal((1, 1), (_bot.Cards(TestHospital.Ward7, it.Post), _bot.Cards(TestHospital.Loos, it.Post)));
    }

    [Theory]
    [InlineData("Fiona Webb (fixer)")]
    [InlineData("Bea Marsh (boss)")]
    public async Task Dismiss_closes_what_is_not_about_us(string name)
    {
        var it = await CaseInWard.Arrive(_bot);

        await it.Press(LocalPeople.All.Single(p => p.Name == name), "dismiss", ("reason", "Not about us"));

        Assert.True((await it.Shows($"Dismissed by {name}")).Says(": Not about us"));
    }

    [Fact]
    public async Task I_replied_is_told_to_everyone_and_the_case_stands_as_it_stood()
    {
        var it = await CaseInWard.In(_bot, "Claimed");

        var answer = await it.Force(LocalPeople.Staff, "replied");

        Assert.Contains("Sam Okafor (staff) replied on X on 23 Nov, 08:00", CaseInWard.Said(answer), StringComparison.Ordinal);
        Assert.True((await it.Shows("Sam Okafor (staff) replied on X")).Says("Claimed by Fiona Webb (fixer)"));
        Assert.Equal("Sam Okafor (staff) replied on X", (await it.History())[^1]);
    }

    [Fact]
    public async Task A_boss_thanks_for_praise_and_the_ward_reads_it_with_the_post()
    {
        var it = await CaseInWard.Arrive(_bot, "was spotless, thank you Sister Ann, you were wonderful and so kind");
        var boss = ShownCard.Of(await it.Press(LocalPeople.Boss, "history"));
        Assert.True(boss.Says("The post names: Ann") || boss.Says("The post names: Sister Ann"));

        await it.Force(LocalPeople.Boss, "thank", ("line", "Well done, Ward 7"));

        await it.Shows("Bea Marsh (boss) said thank you: Well done, Ward 7");
        Assert.DoesNotContain("thank", (await it.Shows("said thank you")).Verbs);
    }

    [Fact]
    public async Task What_was_read_wrongly_is_put_right_by_anybody_of_the_ward_and_the_history_says_by_whom()
    {
        var it = await CaseInWard.Arrive(_bot);

        await it.Press(LocalPeople.Staff, "correct", ("tone", "Compliment"), ("topics", "Food,StaffAttitude"));

        await it.Shows("Read as: Praise for food and staff (corrected by staff)");
        Assert.StartsWith("Sam Okafor (staff) corrected how it is read: Praise for food and staff (was: ", (await it.History())[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task PALS_gets_a_complaint_whatever_its_state_and_its_acknowledgement_stops_the_clock()
    {
        var it = await CaseInWard.In(_bot, "Resolved");

        await it.Press(LocalPeople.Staff, "pals", ("complaint", "She wants an answer in writing"));
        await it.Shows("With PALS as a complaint since 23 Nov, 08:00. PALS is to acknowledge it by Thursday 26 November");
        await it.Press(LocalPeople.Fixer, "pals-done");

        Assert.DoesNotContain("pals-done", (await it.Shows("acknowledged in time, on Monday 23 November")).Verbs);
        Assert.Equal(
            ["Sam Okafor (staff) handed it over to PALS: She wants an answer in writing", "PALS has acknowledged it, says Fiona Webb (fixer)"],
            (await it.History()).TakeLast(2));
    }

    [Fact]
    public async Task A_slip_that_says_PALS_has_acknowledged_is_undone_and_the_clock_runs_on()
    {
        var it = await CaseInWard.Arrive(_bot);
        await it.Press(LocalPeople.Staff, "pals", ("complaint", "She wants an answer in writing"));
        await it.Shows("PALS is to acknowledge it by");
        await it.Press(LocalPeople.Fixer, "pals-done");
        await it.Shows("acknowledged in time");
        await it.Press(LocalPeople.Staff, "pals-not-yet");

        var card = await it.Shows("With PALS as a complaint since 23 Nov, 08:00. PALS is to acknowledge it by Thursday 26 November");
        Assert.Contains("pals-done", card.Verbs);
        Assert.DoesNotContain("pals-not-yet", card.Verbs);
        Assert.Equal("Sam Okafor (staff) said that PALS hasn't acknowledged it yet", (await it.History())[^1]);
    }

    [Fact]
    public async Task What_PALS_got_by_mistake_is_taken_back_and_the_history_says_why()
    {
        var it = await CaseInWard.Arrive(_bot);
        await it.Press(LocalPeople.Staff, "pals", ("complaint", "She wants an answer in writing"));
        Assert.Contains("pals-back", (await it.Shows("PALS is to acknowledge it by")).Verbs);
        var card = ShownCard.Of(await it.Press(LocalPeople.Fixer, "pals-back", ("mistake", "That was the card below")));

        Assert.False(card.Says("With PALS"), card.Words);
        Assert.Contains("pals", card.Verbs);
        Assert.DoesNotContain("pals-back", card.Verbs);
        Assert.Equal("Fiona Webb (fixer) said that it isn't for PALS after all: That was the card below", (await it.History())[^1]);
    }

    [Fact]
    public async Task History_is_shown_to_who_asks_and_leaves_nothing()
    {
        var it = await CaseInWard.In(_bot, "Claimed");

        var shown = ShownCard.Of(await it.Press(LocalPeople.Staff, "history"));
        var again = await it.History();

        Assert.Equal(["Came to Ward 7", "Fiona Webb (fixer) claimed it"], shown.History);
        Assert.Equal(shown.History, again);
        Assert.False((await it.Shows("Claimed by Fiona")).Says("What happened"));
        var data = shown.Data("history");
        Assert.True((bool)data["hide"]!);
    }
}
