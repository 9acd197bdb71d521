namespace FeedbackBot.Tests.Shape;

/// <summary>A C# file of this repository.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every C# file of the bot, its tests and its benchmarks.</summary>
    public static IReadOnlyList<SourceFile> All { get; } = [.. Folders(Root)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs"))
        .Select(file => new SourceFile(System.IO.Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file)))];

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public int Lines => Text.Count(c => c == '\n');

    public bool IsOfBot => Path.StartsWith("Bot/", StringComparison.Ordinal);

    /// <summary>EF writes migrations and their snapshots.</summary>
    public bool IsGenerated => IsUnder("Bot/Store/Migrations");

    public bool IsUnder(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static IEnumerable<string> Folders(string root) => new[] { "Bot", "Bot.Tests" }
        .Select(project => System.IO.Path.Combine(root, project))
        .SelectMany(project => Directory.EnumerateDirectories(project, "*", SearchOption.AllDirectories).Prepend(project))
        .Where(folder => !folder[root.Length..].Split(System.IO.Path.DirectorySeparatorChar).Any(NotOurs.Contains));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "FeedbackBot.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests must run inside the repository: they read its sources.");
        }

        return folder;
    }
}
