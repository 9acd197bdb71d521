namespace FeedbackBot.Tests.Manifest;

/// <summary>The command that builds the package: the same each time, and plain about what it was given wrongly.</summary>
public sealed class BuildTests
{
    /// <summary>An argument, a value that is wrong, and the cure that the message must name.</summary>
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "--app-id", "feedbackbot", "Copy the application (client) id from Entra" },
        { "--app-id", "00000000-0000-0000-0000-000000000000", "Copy the application (client) id from Entra" },
        { "--app-id", "{5f2c8a14-7b3d-4e6a-9c01-2d8e7f6a5b4c}", "Copy the application (client) id from Entra" },
        { "--host", "https://bot.oswins.test", "Give the bare name" },
        { "--host", "bot.oswins.test:443", "Give the bare name" },
        { "--host", "bot.oswins.test/api/messages", "Give the bare name" },
        { "--host", "localhost", "not localhost" },
        { "--host", "10.0.0.7", "not localhost or an IP address" },
        { "--host", "*.oswins.test", "Give the bare name" },
        { "--organisation", "The Royal and Ancient Hospital of St Oswin", "1 to 32 characters" },
        { "--organisation", "", "1 to 32 characters" },
        { "--website", "oswins.test", "beginning with https://" },
        { "--privacy", "http://oswins.test/privacy", "beginning with https://" },
        { "--terms", "javascript:alert(1)", "beginning with https://" },
        { "--name", "FeedbackBot for the whole Trust", "1 to 30 characters" },
        { "--version", "1.0", "as 1.2.0" },
        { "--version", "v1.0.0", "as 1.2.0" },
        { "--out", "feedbackbot", "ends with .zip" },
    };

    [Fact]
    public async Task The_same_settings_make_the_same_bytes()
    {
        using var once = await Package.BuildAsync();
        using var again = await Package.BuildAsync();
        using var other = await Package.BuildAsync("--version", "1.0.1");

        Assert.Equal(once.Bytes, again.Bytes);
        Assert.NotEqual(once.Bytes, other.Bytes);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_value_is_answered_with_the_argument_the_value_and_the_cure(string argument, string value, string cure)
    {
        var args = Package.Arguments.ToList();
        var at = args.IndexOf(argument);
        if (at >= 0)
        {
            args.RemoveRange(at, 2);
        }

        var node = await Node.BuildAsync(environment: null, [.. args, $"{argument}={value}"]);

        Assert.Equal(1, node.Code);
        Assert.Equal(2, node.Output.TrimEnd().Split('\n').Length);
        Assert.Contains($"{argument} is '{value}'", node.Output, StringComparison.Ordinal);
        Assert.Contains(cure, node.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var node = await Node.BuildAsync(environment: null, "--host", "localhost", "--hots", "bot.oswins.test", "--name", "A", "--name", "B");

        Assert.Equal(1, node.Code);
        Assert.All(
            ["--host is 'localhost'", "'--hots' is no argument", "--name is given twice", "--app-id is missing", "--organisation is missing", "--website is missing", "--privacy is missing"],
            fault => Assert.Contains(fault, node.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_where_nothing_can_be_written_is_named()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "feedbackbot.zip");

        var node = await Node.BuildAsync(environment: null, [.. Package.Arguments, "--out", nowhere]);

        Assert.Equal(1, node.Code);
        Assert.Contains($"--out is '{nowhere}', which can't be written", node.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bots_own_settings_in_the_environment_stand_in_for_arguments()
    {
        using var asArguments = await Package.BuildAsync();
        using var fromSettings = await Package.BuildAsync();
        var settings = new Dictionary<string, string> { ["Teams__AppId"] = Package.AppId, ["Organisation__Name"] = "St Oswin's" };

        var node = await Node.BuildAsync(
            settings, "--host", "bot.oswins.test", "--website", "https://oswins.test/", "--privacy", "https://oswins.test/privacy", "--out", fromSettings.Zip);

        Assert.True(node.Code == 0, node.Output);
        Assert.Equal(asArguments.Bytes, fromSettings.Bytes);
    }

    [Fact]
    public async Task A_wrong_setting_in_the_environment_is_named_as_such()
    {
        var node = await Node.BuildAsync(new Dictionary<string, string> { ["Teams__AppId"] = "none" }, [.. Package.Arguments[2..]]);

        Assert.Equal(1, node.Code);
        Assert.Contains("Teams__AppId is 'none'", node.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_arguments_it_says_what_it_needs()
    {
        var node = await Node.BuildAsync(environment: null);

        Assert.Equal(0, node.Code);
        Assert.StartsWith("Usage: node manifest/build.mjs --app-id", node.Output, StringComparison.Ordinal);
    }
}
