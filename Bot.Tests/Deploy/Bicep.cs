using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace FeedbackBot.Tests.Deploy;

/// <summary>Azure's own compiler of Bicep files, which knows the types of all its resources and needs no Azure: the one CI restores, else the one on the PATH.</summary>
internal static class Bicep
{
    public static string? Executable { get; } = typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Where(a => a.Key == "Bicep").Select(a => a.Value!)
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(f => Path.Combine(f, "bicep")))
        .FirstOrDefault(File.Exists);

    /// <summary>Why a laptop's run goes without; null where the test must run, which in CI is everywhere.</summary>
    public static string? WhyNot => Executable is null && Environment.GetEnvironmentVariable("CI") != "true"
        ? "There is no bicep on the PATH. Install Azure's Bicep CLI to run this test."
        : null;

    /// <summary>What the compiler has against a file, warnings included; empty where it is right.</summary>
    public static async Task<string> FaultsAsync(string file) => (await RunAsync(new Dictionary<string, string>(), "build", "--stdout", file)).Error;

    /// <summary>The resources that a deployment with these parameters would make, worked out without Azure.</summary>
    public static async Task<IReadOnlyList<JsonObject>> ResourcesAsync(string parameters, IReadOnlyDictionary<string, string> environment)
    {
        var (code, error) = await RunAsync(
            environment, "snapshot", parameters, "--mode", "Overwrite", "--subscription-id", Guid.Empty.ToString(), "--tenant-id", Guid.Empty.ToString(), "--resource-group", "feedbackbot", "--location", "uksouth");
        Assert.True(code == 0 && error.Length == 0, error);
        var snapshot = JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(parameters, ".snapshot.json")))!;
        return [.. snapshot["predictedResources"]!.AsArray().Select(r => r!.AsObject())];
    }

    private static async Task<(int Code, string Error)> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable ?? "bicep", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var bicep = Process.Start(start)!;
        var output = bicep.StandardOutput.ReadToEndAsync();
        var error = await bicep.StandardError.ReadToEndAsync();
        await output;
        await bicep.WaitForExitAsync();
        return (bicep.ExitCode, error);
    }
}
