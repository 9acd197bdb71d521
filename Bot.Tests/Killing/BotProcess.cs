using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace FeedbackBot.Tests.Killing;

/// <summary>The bot as an operator runs it: a process of its own, which can be killed at any moment and started again.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const int LinesKept = 40;

    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly ConcurrentQueue<string> _lines = [];
    private readonly HttpClient _http = new();
    private Process? _process;
    private TaskCompletionSource _listening = new();

    /// <param name="folder">Its working directory, where its local Teams keeps its history.</param>
    /// <param name="settings">As environment variables.</param>
    public BotProcess(string folder, IReadOnlyDictionary<string, string> settings)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        _settings = settings;
        Url = new($"http://127.0.0.1:{FreePort()}");
    }

    /// <summary>The same after every restart, as an operator's would be.</summary>
    public Uri Url { get; }

    /// <summary>Comes when the process that runs now answers HTTP.</summary>
    public Task Listening => _listening.Task;

    /// <summary>What it said last, for a failure's message.</summary>
    public string LastWords => string.Join(Environment.NewLine, _lines);

    public void Start()
    {
        _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "FeedbackBot.dll") },
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["urls"] = Url.ToString(),
                ["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning",
            },
        };
        foreach (var (key, value) in _settings)
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Heard(line.Data);
        _process.ErrorDataReceived += (_, line) => Heard(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        Assert.False(_process!.HasExited, $"The bot ended by itself:{Environment.NewLine}{LastWords}");
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
        _process.Dispose();
        _process = null;
    }

    /// <summary>Comes when every ward has a channel; asks until it is so.</summary>
    public Task LinkedAsync(CancellationToken cancellationToken) =>
        HealthAsync(health => !health.GetProperty("remarks").EnumerateArray().Any(), cancellationToken);

    /// <summary>Comes when nothing waits to be sent; asks until it is so.</summary>
    public Task SettledAsync(CancellationToken cancellationToken) =>
        HealthAsync(health => health.GetProperty("waiting").GetInt32() == 0, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync(CancellationToken.None);
        }

        _process?.Dispose();
        _http.Dispose();
    }

    private async Task HealthAsync(Func<JsonElement, bool> isSo, CancellationToken cancellationToken)
    {
        await Listening.WaitAsync(cancellationToken);
        JsonElement health;
        do
        {
            using var answer = JsonDocument.Parse(await _http.GetStringAsync(new Uri(Url, "health/ready"), cancellationToken));
            health = answer.RootElement.Clone();
        }
        while (!isSo(health));
    }

    private void Heard(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (_lines.Count > LinesKept)
        {
            _lines.TryDequeue(out _);
        }

        if (line.Contains("Now listening on:", StringComparison.Ordinal))
        {
            _listening.TrySetResult();
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
