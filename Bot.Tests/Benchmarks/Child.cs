using System.Diagnostics;

namespace FeedbackBot.Benchmarks;

/// <summary>A program in a process of its own, from its start until it answers <c>/health/ready</c>.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    private readonly Process _process;

    private Child(Process process, Uri url, TimeSpan startedAfter) => (_process, Url, StartedAfter) = (process, url, startedAfter);

    public Uri Url { get; }

    public TimeSpan StartedAfter { get; }

    public double MegabytesNow
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <param name="folder">Its working directory.</param>
    /// <param name="program">A dll beside this one, and its arguments.</param>
    public static async Task<Child> StartAsync(string folder, IEnumerable<KeyValuePair<string, string?>> settings, params string[] program)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program[0]));
        foreach (var argument in program.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["urls"] = "http://127.0.0.1:0";
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var watch = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        const string Listening = "Now listening on: ";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
            {
                var url = new Uri(line[(at + Listening.Length)..]);
                await Http.GetStringAsync(new Uri(url, "health/ready"));
                var after = watch.Elapsed;
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new Child(process, url, after);
            }
        }

        throw new InvalidOperationException($"{program[0]} ended before it listened.");
    }

    /// <summary>Comes when <c>/health/ready</c> says so; asks until then.</summary>
    public async Task ReadyAsync(Func<string, bool> says)
    {
        while (!says(await Http.GetStringAsync(new Uri(Url, "health/ready"))))
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
