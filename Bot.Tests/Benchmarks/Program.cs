namespace FeedbackBot.Benchmarks;

/// <summary><c>dotnet run -c Release --project Bot.Tests/Benchmarks [posts|match|burst|tones|claims|cards|start|triage|weighing …] [--markdown]</c></summary>
public static class Program
{
    private static readonly (string Name, Func<Task<IReadOnlyList<Row>>> Run)[] All =
    [
        ("posts", PostsBenchmark.RunAsync),
        ("match", MatchBenchmark.RunAsync),
        ("burst", BurstBenchmark.RunAsync),
        ("tones", TonesBenchmark.RunAsync),
        ("claims", ClaimsBenchmark.RunAsync),
        ("cards", CardsBenchmark.RunAsync),
        ("start", StartBenchmark.RunAsync),
        ("triage", TriageBenchmark.RunAsync),
        ("weighing", WeighingBenchmark.RunAsync),
    ];

    public static async Task<int> Main(string[] args)
    {
        if (args is [EmptyApp.Argument])
        {
            await EmptyApp.RunAsync();
            return 0;
        }

        var names = args.Where(a => a != "--markdown").ToList();
        if (names.Except(All.Select(b => b.Name)).FirstOrDefault() is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no benchmark '{unknown}'. Choose from: {string.Join(", ", All.Select(b => b.Name))}.");
            return 1;
        }

        var rows = new List<Row>();
        foreach (var (name, run) in All.Where(b => names.Count == 0 || names.Contains(b.Name)))
        {
            await Console.Error.WriteLineAsync($"{name}…");
            rows.AddRange(await run());
        }

        Console.WriteLine(args.Contains("--markdown") ? ResultTable.Markdown(rows) : ResultTable.Plain(rows));
        return 0;
    }
}
