using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Posts.X;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests;

/// <summary>A settings file that is changed while the bot runs.</summary>
public sealed class LiveSettingsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedbackbot-");

    private int _changes;

    private string Settings => Path.Combine(_folder.FullName, "settings.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_new_wards_hashtag_is_followed_on_X_and_its_posts_come_to_its_channel()
    {
        await using var x = await FakeX.Start();
        Write("{}");
        await using var bot = await BotHost.StartAsync(x: x, file: Settings);
        await x.Streams.Reached(1, CancellationToken.None);
        await x.Rules.Writes.Reached(1, CancellationToken.None);

        await Change(bot, """{ "Wards": { "3": { "Id": "maternity", "Name": "Maternity", "Hashtags": ["OswinMaternity"] } } }""");
        await bot.Message(TestHospital.ChannelOf("maternity"), m => m.Content.Text?.StartsWith("This channel now shows", StringComparison.Ordinal) == true);
        await x.Rules.Writes.Reached(3, CancellationToken.None);
        x.Post("1001", "It's a girl! Wonderful people #OswinMaternity");

        var card = await bot.Card("maternity", "Wonderful people", "New");
        await bot.Press(LocalPeople.Fixer, card, "claim");
        await bot.Card("maternity", "Wonderful people", LocalPeople.Fixer.Name);
        Assert.Equal("(#Oswin OR #OswinWard7 OR #OswinLoos OR #OswinMaternity) -is:retweet", Assert.Single(x.CurrentRules).Value);
    }

    [Fact]
    public async Task Words_people_and_names_apply_at_once()
    {
        Write("{}");
        await using var bot = await BotHost.StartAsync(file: Settings);
        await bot.PostAsync("Cold soup in the tower #Oswin");
        await bot.Card(TestHospital.Desk, "Cold soup", "New");
        var refused = await bot.Ask(LocalPeople.Staff, "summary");

        await Change(bot, $$"""{ "Wards": { "1": { "Name": "Tower ward", "Words": ["the tower"] } }, "People": { "Bosses": { "1": "{{LocalPeople.Staff.Id}}" } } }""");

        await bot.PostAsync("Warm soup in the tower #Oswin");
        await bot.Card(TestHospital.Ward7, "Warm soup", "Tower ward");
        Assert.Contains("The whole hospital is for bosses", refused.Content.Text, StringComparison.Ordinal);
        Assert.NotNull(ShownCard.Of(await bot.Ask(LocalPeople.Staff, "summary")));
    }

    [Fact]
    public async Task A_null_is_as_good_as_nothing_and_the_rest_applies()
    {
        Write("{}");
        await using var bot = await BotHost.StartAsync(file: Settings);

        await Change(bot, """{ "Organisation": { "QuietHours": null, "TimeZone": null }, "Wards": { "1": { "Words": [null, "the tower"] } }, "People": { "Bosses": { "1": null } } }""");

        await bot.PostAsync("Warm soup in the tower #Oswin");
        await bot.Card(TestHospital.Ward7, "Warm soup", "New");
    }

    [Fact]
    public async Task A_site_applies_at_once_and_one_with_a_fault_does_not()
    {
        Write("{}");
        await using var bot = await BotHost.StartAsync(file: Settings);
        await bot.PostAsync("Cold soup #OswinWard7");
        await bot.Card(TestHospital.Ward7, "Cold soup", "New");
        var site = $$""" "Sites": { "0": { "Name": "Royal Infirmary", "Bosses": { "0": "{{LocalPeople.Staff.Id}}" } } } """;

        await Change(bot, $$"""{ {{site}}, "Wards": { "1": { "Site": "Infirmary" }, "2": { "Site": "Royal Infirmary" } } }""");
        await bot.Warning("Wards:1:Site is 'Infirmary', and no Sites:N:Name is. Use 'Royal Infirmary', or add the site.");
        Assert.Contains("Which ward do you mean?", (await bot.Ask(LocalPeople.Staff, "summary")).Content.Text, StringComparison.Ordinal);

        await Change(bot, $$"""{ {{site}}, "Wards": { "1": { "Site": "Royal Infirmary" }, "2": { "Site": "Royal Infirmary" } } }""");
        Assert.True(ShownCard.Of(await bot.Ask(LocalPeople.Staff, "summary"))!.Says("Royal Infirmary · "));

        // A site of one ward, whose boss is a member of another as well: nobody asks which is meant.
        await Change(bot, $$"""{ {{site}}, "Wards": { "1": { "Site": "Royal Infirmary" } } }""");
        var ofOne = ShownCard.Of(await bot.Ask(LocalPeople.Staff, "summary"))!;
        Assert.True(ofOne.Says("Ward 7") && !ofOne.Says("Front desk"), ofOne.Words);
    }

    [Fact]
    public async Task Settings_with_faults_change_nothing_and_say_why_until_they_are_mended()
    {
        Write("{}");
        await using var bot = await BotHost.StartAsync(file: Settings);

        await Change(bot, """{ "Organisation": { "TimeZone": "Mars/Olympus" }, "Wards": { "1": { "Id": "desk", "Name": "Nobody's" } } }""");

        const string Zone = "The changed settings aren't used, the old ones stay: Organisation:TimeZone is 'Mars/Olympus', which this machine doesn't know. Use an IANA name such as Europe/London.";
        await bot.Warning(Zone);
        await bot.Warning("Wards:0:Id and Wards:1:Id are both 'desk'.");
        var health = JsonNode.Parse(await bot.Http.GetStringAsync("/health/ready"))!;
        Assert.Equal("degraded", (string?)health["status"]);
        Assert.Contains(Zone, health["remarks"]!.AsArray().Select(r => (string?)r));
        await bot.PostAsync("Smelly #OswinWard7");
        await bot.Card(TestHospital.Ward7, "Smelly", "Ward 7");

        await Change(bot, """{ "Wards": { "1": { "Name": "Ward Seven" } } }""");

        await bot.PostAsync("Clean again #OswinWard7");
        await bot.Card(TestHospital.Ward7, "Clean again", "Ward Seven");
        health = JsonNode.Parse(await bot.Http.GetStringAsync("/health/ready"))!;
        Assert.Equal("ready", (string?)health["status"]);
        Assert.Equal(2, bot.Warnings.Count(w => w.Contains("aren't used", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_changes_nothing_and_is_named()
    {
        Write("""{ "Mark": 0, "Wards": { "1": { "Name": "Tower ward" } } }""");
        await using var bot = await BotHost.StartAsync(file: Settings);

        await Change(bot, """{ "Wards": { "1": { "Name": """);

        await bot.Warning("settings.json can't be read (");
        await bot.PostAsync("Smelly #OswinWard7");
        await bot.Card(TestHospital.Ward7, "Smelly", "Tower ward");

        await Change(bot, """{ "Wards": { "1": { "Name": "Bell tower" } } }""");
        await bot.PostAsync("Clean again #OswinWard7");
        await bot.Card(TestHospital.Ward7, "Clean again", "Bell tower");
        Assert.DoesNotContain("can't be read", await bot.Http.GetStringAsync("/health/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ward_that_goes_leaves_its_cases_to_those_who_have_them()
    {
        Write("""{ "Wards": { "3": { "Id": "maternity", "Name": "Maternity", "Hashtags": ["OswinMaternity"] } } }""");
        await using var bot = await BotHost.StartAsync(file: Settings);
        await bot.Message(TestHospital.ChannelOf("maternity"), m => m.Content.Text?.StartsWith("This channel now shows", StringComparison.Ordinal) == true);
        await bot.PostAsync("No bed linen #OswinMaternity");
        var card = await bot.Card("maternity", "No bed linen", "New");

        await Change(bot, "{}");

        await bot.Press(LocalPeople.Fixer, card, "claim");
        card = await bot.Card("maternity", "No bed linen", LocalPeople.Fixer.Name);
        Assert.True(ShownCard.Of(card)!.Says("maternity"));
        await bot.Press(LocalPeople.Fixer, card, "resolve", ("note", "Linen came"));
        await bot.Card("maternity", "No bed linen", "Linen came");
        Assert.NotNull(ShownCard.Of(await bot.Ask(LocalPeople.Boss, "summary")));
        await bot.Ask(LocalPeople.Fixer, "wards");
        await bot.PostAsync("Still no bed linen #OswinMaternity #Oswin");
        await bot.Card(TestHospital.Desk, "Still no bed linen", "New");
    }

    /// <summary>Comes when the bot has taken note.</summary>
    private async Task Change(BotHost bot, string json)
    {
        var mark = $"{++_changes}";
        var before = bot.Settings;
        var isWhole = json.EndsWith('}');
        Write(isWhole ? json.Insert(1, $"\"Mark\": {mark}{(json.Length > 2 ? "," : "")}") : json);
        await bot.Setting("Mark", isWhole ? mark : "");
        await bot.Clock.Waited(SettingsWatch.Settle, CancellationToken.None);
        bot.Clock.Advance(SettingsWatch.Settle);
        // The one that waited may have been another part of the bot, or this one for an earlier note of the same file.
        await bot.Clock.Settled(() => bot.HasTakenNote(before), SettingsWatch.Settle);
    }

    // Whole at once, as an editor that saves through another file does it.
    private void Write(string json)
    {
        File.WriteAllText(Settings + ".new", json);
        File.Move(Settings + ".new", Settings, overwrite: true);
    }
}
