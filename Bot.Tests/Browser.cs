namespace FeedbackBot.Tests;

/// <summary>The Chromium that browser tests use: Debian's, which CI installs.</summary>
public static class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    /// <summary>Where it is; null on a machine without one.</summary>
    public static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Why a laptop's run goes without; null where the test must run, which in CI is everywhere.</summary>
    public static string? WhyNot => Executable is null && Environment.GetEnvironmentVariable("CI") != "true"
        ? $"None of {string.Join(", ", Names)} is on the PATH. Install chromium to run this test."
        : null;
}
