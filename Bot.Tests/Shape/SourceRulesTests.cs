namespace FeedbackBot.Tests.Shape;

/// <summary>Each rule holds for every file, and each can be broken: by the sample beside it.</summary>
public class SourceRulesTests
{
    private static readonly Dictionary<string, (Func<SourceFile, string?> Rule, SourceFile[] Bad, SourceFile[] Good)> Rules = new()
    {
        ["databases"] = (
            SourceRules.DatabasesAreStores,
            [Bot("Deliver/Bad.cs", "using Microsoft.EntityFrameworkCore;"), Bot("Health.cs", "Npgsql.NpgsqlConnection"), Bot("Teams/Bad.cs", "Func<FeedbackContext, Task> write")],
            [Bot("Store/Good.cs", "using Microsoft.EntityFrameworkCore;"), new("Bot.Tests/Store/Good.cs", "using Npgsql;")]),
        ["routes"] = (
            SourceRules.RoutesAreTeams,
            [Bot("Deliver/Bad.cs", "\"v3/conversations\""), Bot("Posts/Bad.cs", "/v3/teams/1")],
            [Bot("Teams/Good.cs", "\"v3/conversations\""), Bot("LocalTeams/Good.cs", "\"v3/conversations\"")]),
        ["sdks"] = (
            SourceRules.SdksAreSdks,
            [Bot("Cards/Bad.cs", "using AdaptiveCards;"), Bot("Teams/Bad.cs", "using Microsoft.Bot.Builder;")],
            [Bot("Sdk/Good.cs", "using Microsoft.Bot.Builder;")]),
        ["clocks"] = (
            SourceRules.ClocksAreGiven,
            [Bot("Bad.cs", "var now = DateTime" + ".UtcNow;"), new("Bot.Tests/Bad.cs", "DateTimeOffset" + ".Now"), Bot("Bad.cs", "DateTime\n    " + ".Today")],
            [Bot("Good.cs", "clock.GetUtcNow()")]),
        ["watches"] = (
            SourceRules.OnlyBenchmarksMeasure,
            [new("Bot.Tests/Bad.cs", "var watch = Stop" + "watch.StartNew();")],
            [new("Bot.Tests/Benchmarks/Good.cs", "var watch = Stop" + "watch.StartNew();")]),
        ["sleeps"] = (
            SourceRules.TestsDoNotSleep,
            [new("Bot.Tests/Bad.cs", "await Task" + ".Delay(100);"), new("Bot.Tests/Bad.cs", "Thread" + ".Sleep(1)")],
            [Bot("Posts/Good.cs", "await Task" + ".Delay(wait, time, stop);"), new("Bot.Tests/Good.cs", "await signal.Task")]),
        ["later"] = (
            SourceRules.NothingIsLeftForLater,
            [Bot("Bad.cs", "// TO" + "DO: later"), Bot("Bad.cs", "throw new Not" + "ImplementedException();")],
            [Bot("Good.cs", "// What is left to do is in the issue.")]),
        ["switched off"] = (
            SourceRules.TestsAreNotSwitchedOff,
            [new("Bot.Tests/Bad.cs", "[Fact(Skip" + " = \"flaky\")]"), new("Bot.Tests/Bad.cs", "Skip" + " = $\"{why}\"")],
            [new("Bot.Tests/Good.cs", "Skip = Browser.WhyNot;")]),
        ["folders"] = (
            SourceRules.FoldersSayWhatTheyHold,
            [Bot("Common/Bad.cs", ""), Bot("Teams/helpers/Bad.cs", ""), new("Bot.Tests/Utils/Bad.cs", "")],
            [Bot("Cases/Models.cs", "")]),
        ["lengths"] = (
            SourceRules.FilesAreShort,
            [Bot("Bad.cs", new string('\n', 351)), Bot("Program.cs", new string('\n', 61))],
            [Bot("Good.cs", new string('\n', 350)), Bot("Program.cs", new string('\n', 60)), Bot("Store/Migrations/Sqlite/Good.cs", new string('\n', 900))]),
        ["types"] = (
            SourceRules.OneTypeNamedLikeItsFile,
            [Bot("Bad.cs", "public sealed class Worse;"), Bot("Bad.cs", "class Bad;\ninternal sealed record Worse(int One);"), Bot("Bad.cs", "// nothing")],
            [Bot("Good.cs", "public sealed record Good(int One)\n{\n    private enum Inner;\n}"), new("Bot.Tests/Benchmarks/Program.cs", "Console.WriteLine();")]),
        ["namespaces"] = (
            SourceRules.NamespaceIsTheFolder,
            [Bot("Cases/Bad.cs", "namespace FeedbackBot.Store;"), new("Bot.Tests/Store/Bad.cs", "namespace FeedbackBot.Tests;")],
            [Bot("Good.cs", "namespace FeedbackBot;"), new("Bot.Tests/Store/Good.cs", "namespace FeedbackBot.Tests.Store;")]),
        ["sentences"] = (
            SourceRules.TypesHaveASentence,
            [Bot("Bad.cs", "namespace FeedbackBot;\n\npublic sealed class Bad;")],
            [Bot("Good.cs", "/// <summary>It is good.</summary>\n[Serializable]\npublic sealed class Good;")]),
    };

    public static TheoryData<string> Names => [.. Rules.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_file_keeps_the_rule(string name)
    {
        Assert.True(SourceFile.All.Count > 200, $"Only {SourceFile.All.Count} files were found.");
        Assert.Empty(SourceFile.All.Select(Rules[name].Rule).OfType<string>());
    }

    [Theory, MemberData(nameof(Names))]
    public void A_bad_sample_breaks_the_rule_and_a_good_one_does_not(string name)
    {
        var (rule, bad, good) = Rules[name];

        Assert.All(bad, sample => Assert.NotNull(rule(sample)));
        Assert.All(good, sample => Assert.Null(rule(sample)));
    }

    [Fact]
    public void Nine_of_ten_files_are_under_two_hundred_lines()
    {
        Assert.Null(SourceRules.MostAreShort([.. SourceFile.All.Where(f => f.IsOfBot)]));
        Assert.Null(SourceRules.MostAreShort(SourceFile.All));

        SourceFile[] bad = [.. Enumerable.Range(1, 8).Select(i => Bot($"{i}.cs", "")), Bot("Long.cs", new string('\n', 200))];
        Assert.NotNull(SourceRules.MostAreShort(bad));
        Assert.Null(SourceRules.MostAreShort([.. bad, Bot("10.cs", "")]));
    }

    [Fact]
    public void Package_versions_are_exact_and_stand_in_one_place()
    {
        var versions = System.Xml.Linq.XDocument.Load(Path.Combine(SourceFile.Root, "Directory.Packages.props")).Descendants("PackageVersion").ToList();
        var projects = Directory.EnumerateFiles(SourceFile.Root, "*.csproj", SearchOption.AllDirectories)
            .SelectMany(file => System.Xml.Linq.XDocument.Load(file).Descendants("PackageReference"));

        Assert.NotEmpty(versions);
        Assert.All(versions, v => Assert.Matches(@"^\[\d[^,]*\]$", v.Attribute("Version")!.Value));
        Assert.All(projects, p => Assert.Null(p.Attribute("Version")));
    }

    private static SourceFile Bot(string path, string text) => new($"Bot/{path}", text);
}
