using System.Text.Json;
using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Teams;

/// <summary>A boss is brought praise and says thank you from that very message; the ward reads it on its card.</summary>
public sealed class ThankFromMessageTests
{
    private const string Praise = "was spotless, thank you Sister Ann, you were wonderful and so kind";
    private const string Title = "Somebody deserves a pat on the back";
    private static readonly string BossChat = LocalTenant.ChatId(LocalPeople.Boss);
    private static readonly string AdminChat = LocalTenant.ChatId(LocalPeople.Admin);
    private static readonly string StaffChat = LocalTenant.ChatId(LocalPeople.Staff);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_boss_thanks_from_the_message_and_the_ward_and_the_other_bosses_see_who_did(DatabaseKind kind)
    {
        await using var bot = await TwoBosses(kind);
        var it = await CaseInWard.Arrive(bot, Praise);
        var mine = await Brought(bot, BossChat);
        var others = await Brought(bot, AdminChat);
        Assert.True(ShownCard.Of(mine)!.Says("Nobody has said thank you yet."));
        Assert.True(ShownCard.Of(mine)!.Says("The post names: Sister Ann. Please check who they are."));

        var answer = ShownCard.Of(await bot.Press(LocalPeople.Boss, mine, "thank", ("line", "  Well done, Ward 7 ")));

        Assert.True(answer.Says(Title) && answer.Says("Bea Marsh (boss) said thank you: Well done, Ward 7"));
        Assert.Empty(answer.Verbs);
        await it.Shows("Bea Marsh (boss) said thank you: Well done, Ward 7");
        await Says(bot, AdminChat, others, "Bea Marsh (boss) said thank you: Well done, Ward 7");
        Assert.Empty(ShownCard.Of(await Says(bot, BossChat, mine, "Bea Marsh (boss) said thank you"))!.Verbs);
        Assert.Equal(["Came to Ward 7", "Bea Marsh (boss) said thank you: Well done, Ward 7"], await it.History());
    }

    [Fact]
    public async Task A_phone_that_knows_no_Execute_thanks_as_well_and_without_a_line()
    {
        await using var bot = await TwoBosses();
        var it = await CaseInWard.Arrive(bot, Praise);
        var mine = await Brought(bot, BossChat);

        await bot.Teams.SubmitAsync(LocalPeople.Boss, mine, JsonSerializer.SerializeToElement(ShownCard.Of(mine)!.Data("thank")));

        await it.Shows("Bea Marsh (boss) said thank you");
        await Says(bot, BossChat, mine, "Bea Marsh (boss) said thank you");
    }

    [Fact]
    public async Task A_press_that_Teams_repeats_thanks_once_even_where_the_message_was_old()
    {
        await using var bot = await TwoBosses();
        var it = await CaseInWard.Arrive(bot, Praise);
        var mine = await Brought(bot, BossChat);
        await it.Press(LocalPeople.Fixer, "claim");

        var answers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            answers.Add(CaseInWard.Said(await bot.Press(LocalPeople.Boss, mine, "thank", ("line", "Well done"))));
        }

        Assert.All(answers, a => Assert.Equal(answers[0], a));
        Assert.Single(await it.History(), e => e == "Bea Marsh (boss) said thank you: Well done");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_bosses_who_thank_at_once_neither_ones_words_are_lost(DatabaseKind kind)
    {
        await using var bot = await TwoBosses(kind);
        var it = await CaseInWard.Arrive(bot, Praise);
        var (mine, others) = (await Brought(bot, BossChat), await Brought(bot, AdminChat));

        await Task.WhenAll(
            bot.Press(LocalPeople.Boss, mine, "thank", ("line", "Well done")),
            bot.Press(LocalPeople.Admin, others, "thank", ("line", "Proud of you")));

        foreach (var words in new[] { "Bea Marsh (boss) said thank you: Well done", "Adil Khan (admin) said thank you: Proud of you" })
        {
            await Says(bot, BossChat, mine, words);
            await Says(bot, AdminChat, others, words);
            Assert.Single(await it.History(), e => e == words);
        }
    }

    [Fact]
    public async Task A_thank_you_for_what_is_no_praise_after_all_changes_nothing_and_says_why()
    {
        await using var bot = await TwoBosses();
        var it = await CaseInWard.Arrive(bot, Praise);
        var mine = await Brought(bot, BossChat);
        await it.Press(LocalPeople.Staff, "correct", ("tone", "Complaint"), ("topics", "Food"));
        await Says(bot, BossChat, mine, "The post was read wrongly.");

        var answer = ShownCard.Of(await bot.Press(LocalPeople.Boss, mine, "thank"));

        Assert.True(answer.Says("This one isn't read as praise.") && answer.Says("The post was read wrongly."));
        Assert.DoesNotContain(await it.History(), e => e.Contains("thank you", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Praise_that_was_moved_is_brought_to_its_new_wards_bosses_and_a_late_press_says_where_it_is()
    {
        await using var bot = await BotHost.StartAsync(more:
        [
            ("Escalations:Enabled", "true"), ("Wards:1:Bosses:0", LocalPeople.Staff.Id), ("Wards:2:Bosses:0", LocalPeople.Admin.Id), ("Wards:2:Bosses:1", LocalPeople.Staff.Id),
        ]);
        var it = await CaseInWard.Arrive(bot, Praise);
        var before = await Brought(bot, StaffChat);

        await it.Press(LocalPeople.Fixer, "move", ("ward", TestHospital.Loos));
        var theirs = await Brought(bot, AdminChat);

        Assert.True(ShownCard.Of(theirs)!.Says("Lavatories"));
        Assert.StartsWith("This one was moved to Lavatories.", CaseInWard.Said(await bot.Press(LocalPeople.Staff, before, "thank", ("line", "Well done"))), StringComparison.Ordinal);
        var now = await Says(bot, StaffChat, before, "Lavatories");
        await bot.Press(LocalPeople.Staff, now, "thank", ("line", "Well done"));
        await it.Shows("Sam Okafor (staff) said thank you: Well done", TestHospital.Loos);
        Assert.Single(bot.Tenant.Messages(StaffChat), m => ShownCard.Of(m)?.Says(Title) == true);
        Assert.DoesNotContain(bot.Tenant.Messages(BossChat), m => ShownCard.Of(m)?.Says(Title) == true);
    }

    [Fact]
    public async Task Who_is_boss_of_the_former_ward_only_sees_where_it_is_and_a_stranger_sees_nothing()
    {
        await using var bot = await BotHost.StartAsync(more: [("Escalations:Enabled", "true"), ("Wards:1:Bosses:0", LocalPeople.Staff.Id)]);
        var it = await CaseInWard.Arrive(bot, Praise);
        var before = await Brought(bot, StaffChat);
        Assert.Equal("I can't find that here. It may be for somebody else.", CaseInWard.Said(await bot.Press(LocalPeople.Fixer, before, "thank")));

        await it.Press(LocalPeople.Fixer, "move", ("ward", TestHospital.Loos));
        await Brought(bot, BossChat);
        var now = await Says(bot, StaffChat, before, "Lavatories");

        Assert.StartsWith(
            "This is for the people of Lavatories' channel.", CaseInWard.Said(await bot.Press(LocalPeople.Staff, now, "thank", ("line", "Well done"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Praise_comes_once_and_is_not_repeated_where_nobody_says_thank_you()
    {
        await using var bot = await TwoBosses();
        await CaseInWard.Arrive(bot, Praise);
        await Brought(bot, BossChat);

        bot.Clock.Advance(TimeSpan.FromHours(3));
        var later = await CaseInWard.Arrive(bot, "was lovely, thank you Sister Eve, you were wonderful and so kind");
        await bot.Message(BossChat, m => ShownCard.Of(m)?.Says(later.Post) == true);

        Assert.Equal(2, bot.Tenant.Messages(BossChat).Count(m => ShownCard.Of(m)?.Says(Title) == true));
    }

    private static Task<BotHost> TwoBosses(DatabaseKind kind = DatabaseKind.Sqlite) =>
        BotHost.StartAsync(kind, more: [("Escalations:Enabled", "true"), ("People:Bosses:1", LocalPeople.Admin.Id)]);

    private static Task<LocalMessage> Brought(BotHost bot, string chat) => bot.Message(chat, m => ShownCard.Of(m)?.Says(Title) == true);

    /// <summary>Comes when the message, edited, says so.</summary>
    private static Task<LocalMessage> Says(BotHost bot, string chat, LocalMessage message, string words) =>
        bot.Message(chat, m => m.Id == message.Id && ShownCard.Of(m)?.Says(words) == true);
}
