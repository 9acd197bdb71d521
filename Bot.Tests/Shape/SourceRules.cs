using System.Text.RegularExpressions;

namespace FeedbackBot.Tests.Shape;

/// <summary>What style.md asks of a source file. Each rule names the file and what breaks it; null where all is well.</summary>
internal static partial class SourceRules
{
    public const int LongestFile = 350;
    public const int LongFile = 200;
    public const int LongestProgram = 60;

    private static readonly string[] Vague =
        ["Common", "Helpers", "Models", "Services", "Managers", "Utils", "Providers", "Infrastructure", "Shared", "Misc", "Core", "Extensions", "Interfaces"];

    public static string? DatabasesAreStores(SourceFile file) =>
        file.IsOfBot && !file.IsUnder("Bot/Store") ? Broken(file, Databases(), "only Bot/Store names the database") : null;

    public static string? RoutesAreTeams(SourceFile file) => file.IsOfBot && !file.IsUnder("Bot/Teams") && !file.IsUnder("Bot/LocalTeams")
        ? Broken(file, Routes(), "only Bot/Teams and Bot/LocalTeams know the connector's routes")
        : null;

    public static string? SdksAreSdks(SourceFile file) =>
        file.IsOfBot && !file.IsUnder("Bot/Sdk") ? Broken(file, Sdks(), "only Bot/Sdk names the SDK edition's packages") : null;

    public static string? ClocksAreGiven(SourceFile file) => Broken(file, Clocks(), "take a TimeProvider");

    /// <summary>Speed is measured in benchmarks only: a test that looks at its watch fails on a busy machine.</summary>
    public static string? OnlyBenchmarksMeasure(SourceFile file) =>
        file.IsUnder("Bot.Tests/Benchmarks") ? null : Broken(file, Watches(), "speed is for Bot.Tests/Benchmarks");

    public static string? TestsDoNotSleep(SourceFile file) =>
        file.IsOfBot ? null : Broken(file, Sleeps(), "wait for a signal");

    public static string? NothingIsLeftForLater(SourceFile file) => Broken(file, Later(), "finish it or leave it out");

    public static string? TestsAreNotSwitchedOff(SourceFile file) => Broken(file, SwitchedOff(), "a test that doesn't run says why itself, at run time");

    public static string? FoldersSayWhatTheyHold(SourceFile file) =>
        file.Path.Split('/').SkipLast(1).FirstOrDefault(folder => Vague.Contains(folder, StringComparer.OrdinalIgnoreCase)) is { } folder
            ? $"{file.Path}: '{folder}' says nothing about what is in it"
            : null;

    public static string? FilesAreShort(SourceFile file)
    {
        var longest = file.Path == "Bot/Program.cs" ? LongestProgram : LongestFile;
        return !file.IsGenerated && file.Lines > longest ? $"{file.Path} has {file.Lines} lines; {longest} at most" : null;
    }

    /// <summary>A program of top-level statements has no type of its own.</summary>
    public static string? OneTypeNamedLikeItsFile(SourceFile file)
    {
        if (file.IsGenerated)
        {
            return null;
        }

        var types = TopLevelTypes().Matches(file.Text).Select(m => m.Groups["name"].Value).ToList();
        return types is [var only] && only == file.Name || (types.Count == 0 && file.Name == "Program")
            ? null
            : $"{file.Path} holds {(types.Count == 0 ? "no type" : string.Join(", ", types))}; one type, named like the file";
    }

    public static string? NamespaceIsTheFolder(SourceFile file)
    {
        var folder = string.Join('.', file.Path.Split('/').SkipLast(1));
        var expected = "Feedback" + folder.Replace("Bot.Tests.Benchmarks", "Bot.Benchmarks", StringComparison.Ordinal).Replace("Bot.Tests.Learning", "Bot.Learning", StringComparison.Ordinal);
        return Namespace().Match(file.Text) is { Success: true } match && match.Groups["name"].Value != expected
            ? $"{file.Path} is in namespace {match.Groups["name"].Value} instead of {expected}"
            : null;
    }

    public static string? TypesHaveASentence(SourceFile file) =>
        !file.IsGenerated && file.IsOfBot && TopLevelTypes().Match(file.Text) is { Success: true } type && !Documented(file.Text[..type.Index])
            ? $"{file.Path}: {type.Groups["name"].Value} has no sentence that says what it is"
            : null;

    /// <summary>Nine of ten files are short.</summary>
    public static string? MostAreShort(IReadOnlyCollection<SourceFile> files)
    {
        var written = files.Where(f => !f.IsGenerated).ToList();
        var tooLong = written.Where(f => f.Lines >= LongFile).ToList();
        return tooLong.Count * 10 > written.Count ? $"{tooLong.Count} of {written.Count} files have {LongFile} lines or more: {string.Join(", ", tooLong.Select(f => f.Path))}" : null;
    }

    private static string? Broken(SourceFile file, Regex rule, string cure) =>
        rule.Match(file.Text) is { Success: true } match ? $"{file.Path} names '{match.Value}': {cure}" : null;

    private static bool Documented(string before)
    {
        var last = before.TrimEnd().Split('\n').Reverse().SkipWhile(line => line.StartsWith('[') || line.StartsWith('#')).FirstOrDefault() ?? "";
        return last.StartsWith("///", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Microsoft\.EntityFrameworkCore|Npgsql|Microsoft\.Data\.Sqlite|\b\w*FeedbackContext\b|\bDbContext\b")]
    private static partial Regex Databases();

    [GeneratedRegex(@"v3/(conversations|teams)|pagedmembers")]
    private static partial Regex Routes();

    [GeneratedRegex(@"Microsoft\.Bot\.|using AdaptiveCards|Tweetinvi|StackExchange")]
    private static partial Regex Sdks();

    [GeneratedRegex(@"\bDateTime(Offset)?\s*\.\s*(UtcNow|Now|Today)\b")]
    private static partial Regex Clocks();

    [GeneratedRegex(@"\bStop[w]atch\b")]
    private static partial Regex Watches();

    [GeneratedRegex(@"\bThread\s*\.\s*Sleep\b|\bTask\s*\.\s*Delay\b|\bSpinWait\b|new\s+PeriodicTimer\b")]
    private static partial Regex Sleeps();

    [GeneratedRegex(@"\b(TO[D]O|FI[X]ME|HA[C]K|XX[X]|Not[I]mplementedException)\b")]
    private static partial Regex Later();

    [GeneratedRegex(@"\bSkip\s*=\s*[""$@]")]
    private static partial Regex SwitchedOff();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|record struct|record class|record|struct|interface|enum|delegate \S+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelTypes();
}
