using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace FeedbackBot.Tests.Manifest;

/// <summary>Runs a script with Node.js and tells what it said.</summary>
internal sealed record Node(int Code, string Output)
{
    /// <summary>Where the package is built: <c>manifest/</c> beside Bot and Bot.Tests.</summary>
    public static string Source => Path.GetFullPath(Path.Combine(Here(), "..", "..", "manifest"));

    public static Task<Node> BuildAsync(IReadOnlyDictionary<string, string>? environment, params string[] args) =>
        RunAsync(Path.Combine(Source, "build.mjs"), environment, args);

    public static Task<Node> CheckAsync(string manifest) => RunAsync(Path.Combine(Here(), "node", "check.js"), environment: null, manifest);

    private static async Task<Node> RunAsync(string script, IReadOnlyDictionary<string, string>? environment, params string[] args)
    {
        var start = new ProcessStartInfo("node", [script, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("Teams__AppId");
        start.Environment.Remove("Organisation__Name");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var node = Process.Start(start)!;
        var error = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return new Node(node.ExitCode, output + await error);
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
