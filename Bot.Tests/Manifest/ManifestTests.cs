using System.Text.Json.Nodes;
using FeedbackBot.Teams.Questions;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Manifest;

/// <summary>What the package says of the bot is valid for Teams, and true.</summary>
public sealed class ManifestTests
{
    private static readonly Organisation Hospital = new(new OrganisationOptions
    {
        Name = "St Oswin's",
        Hashtags = { "#Oswin" },
        Wards = { new WardOptions { Id = "desk", Name = "Front desk", FrontDesk = true } },
    });

    public static TheoryData<string, Action<JsonObject>, string> Broken => new()
    {
        { "a text that is too long", m => m["name"]!["short"] = new string('x', 31), "/name/short must NOT have more than 30 characters" },
        { "an unknown property", m => m["bots"]![0]!["colour"] = "red", "/bots/0 must NOT have additional properties" },
        { "an unknown scope", m => m["bots"]![0]!["scopes"]![0] = "ward", "/bots/0/scopes/0 must be equal to one of the allowed values" },
        { "no icons", m => m.Remove("icons"), "must have required property 'icons'" },
        { "an id that is none", m => m["id"] = "feedbackbot", "/id must match pattern" },
        { "a version under development", m => m["manifestVersion"] = "devPreview", "is no released version" },
        { "another version's schema", m => m["$schema"] = "https://developer.microsoft.com/json-schemas/teams/v1.9/MicrosoftTeams.schema.json", "isn't that of version" },
    };

    [Fact]
    public async Task The_package_holds_the_manifest_and_two_icons_and_nothing_else()
    {
        using var package = await Package.BuildAsync();

        Assert.Equal(["color.png", "manifest.json", "outline.png"], package.Files().Keys.Order());
    }

    [Fact]
    public async Task The_manifest_is_valid_by_Microsofts_schema()
    {
        using var package = await Package.BuildAsync();

        Assert.Equal("", await package.FaultsAsync(package.Json()));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_manifest_is_found_out(string what, Action<JsonObject> breakIt, string fault)
    {
        using var package = await Package.BuildAsync();
        var manifest = package.Json();
        breakIt(manifest);

        var faults = await package.FaultsAsync(manifest);

        Assert.True(faults.Contains(fault, StringComparison.Ordinal), $"With {what} the check said: '{faults}'");
    }

    [Fact]
    public async Task The_longest_texts_an_administrator_may_give_are_valid()
    {
        using var package = await Package.BuildAsync("--name", new string('n', 30), "--version", "999999999.0.1", "--terms", "https://oswins.test/" + new string('t', 2000));

        Assert.Equal("", await package.FaultsAsync(package.Json()));
    }

    [Fact]
    public async Task Everything_the_bot_understands_is_a_command_in_a_channel_and_nothing_else_is()
    {
        using var package = await Package.BuildAsync();
        var understood = typeof(Question).GetNestedTypes().Except([typeof(Question.Unknown), typeof(Question.Thanks)]).Select(t => t.Name);

        var commands = Commands(package.Json(), "team").Select(c => (string)c["title"]!).ToList();

        Assert.Equal(understood.Order(), commands.Select(c => QuestionParser.Parse(c, Hospital).GetType().Name).Order());
    }

    [Fact]
    public async Task In_a_chat_of_ones_own_there_is_no_channel_to_link()
    {
        using var package = await Package.BuildAsync();
        var manifest = package.Json();
        var inChannels = Commands(manifest, "team").Select(c => (string)c["title"]!);

        Assert.Equal(inChannels.Except(["link", "unlink"]), Commands(manifest, "personal").Select(c => (string)c["title"]!));
    }

    [Fact]
    public async Task Older_Teams_clients_show_the_commands_in_full()
    {
        using var package = await Package.BuildAsync();

        // 32 and 128 characters were the schema's limits until version 1.26.
        Assert.All(Commands(package.Json(), "team").Concat(Commands(package.Json(), "personal")), c =>
        {
            Assert.InRange(((string)c["title"]!).Length, 1, 32);
            Assert.InRange(((string)c["description"]!).Length, 1, 128);
        });
    }

    [Fact]
    public async Task It_asks_for_no_permission_to_read_what_people_write()
    {
        using var package = await Package.BuildAsync();
        var manifest = package.Json();

        Assert.Equal(["identity", "messageTeamMembers"], manifest["permissions"]!.AsArray().Select(p => (string)p!));
        Assert.False(manifest.ContainsKey("authorization"));
        Assert.False(manifest.ContainsKey("webApplicationInfo"));
        Assert.False(manifest.ContainsKey("devicePermissions"));
    }

    [Fact]
    public async Task What_the_administrator_gave_is_where_Teams_looks_for_it()
    {
        using var package = await Package.BuildAsync("--name", "Feedback (test)", "--version", "2.3.4");
        var manifest = package.Json();

        Assert.Equal(Package.AppId, (string)manifest["id"]!);
        Assert.Equal(Package.AppId, (string)manifest["bots"]![0]!["botId"]!);
        Assert.Equal(Package.AppId, (string)manifest["composeExtensions"]![0]!["botId"]!);
        Assert.Equal(["bot.oswins.test"], manifest["validDomains"]!.AsArray().Select(d => (string)d!));
        Assert.Equal("Feedback (test)", (string)manifest["name"]!["short"]!);
        Assert.Equal("Feedback (test) – St Oswin's", (string)manifest["name"]!["full"]!);
        Assert.Equal("2.3.4", (string)manifest["version"]!);
        Assert.Equal("https://oswins.test/privacy", (string)manifest["developer"]!["privacyUrl"]!);
        Assert.Equal("https://oswins.test/", (string)manifest["developer"]!["termsOfUseUrl"]!);
        Assert.Contains("begin with @Feedback (test)", (string)manifest["description"]!["full"]!, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\{[a-z-]+\}|undefined|example\.", manifest.ToJsonString());
    }

    private static IEnumerable<JsonObject> Commands(JsonObject manifest, string scope) =>
        manifest["bots"]![0]!["commandLists"]!.AsArray().Single(l => l!["scopes"]!.AsArray().Any(s => (string)s! == scope))!["commands"]!.AsArray().Select(c => c!.AsObject());
}
