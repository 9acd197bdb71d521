using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace FeedbackBot.Wards;

/// <summary>
/// Gives changed settings to the organisation while the bot runs. Settings with faults change nothing: what was right stays, and the
/// faults are told until they are mended.
/// </summary>
public sealed partial class SettingsWatch(
    IConfiguration configuration, Organisation organisation, TimeProvider clock, ILogger<SettingsWatch> logger) : IHostedService, IDisposable
{
    /// <summary>A file that is written tells of it several times, and may be half a file in between.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<FileConfigurationProvider, string> _unreadable = [];
    private readonly Lock _lock = new();
    private ITimer? _timer;
    private IDisposable? _changes;
    private IReadOnlyList<string> _faults = [];
    private string? _used;

    /// <summary>Why the settings as they are now aren't used; empty when they are.</summary>
    public IReadOnlyList<string> Faults => Volatile.Read(ref _faults);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _used = Text(configuration.ReadOrganisation());
        _timer = clock.CreateTimer(_ => Apply(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var file in Files())
        {
            // Otherwise it would lose its settings, and nobody would hear of it.
            file.Source.OnLoadException = failed =>
            {
                _unreadable[failed.Provider] = (failed.Exception.InnerException ?? failed.Exception).Message;
                failed.Ignore = true;
            };
        }

        _changes = ChangeToken.OnChange(configuration.GetReloadToken, () => _timer.Change(Settle, Timeout.InfiniteTimeSpan));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _changes?.Dispose();
        _timer?.Dispose();
    }

    private void Apply()
    {
        lock (_lock)
        {
            try
            {
                var (options, faults) = Read();
                Tell(faults);
                // Other settings than the organisation's change as well, and some editors save what is the same.
                if (options is not null && Text(options) is var text && text != _used)
                {
                    organisation.Change(options);
                    _used = text;
                    Log.Changed(logger, organisation.Wards.Count);
                }
            }
            catch (InvalidOperationException fault)
            {
                // The binder's message names the setting, the value and the type that it should have.
                Tell([$"{fault.Message} Correct the value, or leave the setting out."]);
            }
            catch (Exception fault)
            {
                // What leaves a timer ends the process, and no setting is worth that.
                Log.Unforeseen(logger, fault);
                Tell([$"they can't be read ({fault.Message}). Undo what was changed last."]);
            }
        }
    }

    private void Tell(IReadOnlyList<string> faults)
    {
        foreach (var fault in faults.Except(_faults))
        {
            Log.Fault(logger, fault);
        }

        Volatile.Write(ref _faults, faults);
    }

    private (OrganisationOptions? Options, IReadOnlyList<string> Faults) Read()
    {
        // A file that couldn't be read has no settings at all; one that has some is whole again.
        var unreadable = _unreadable.Where(u => !u.Key.GetChildKeys([], null).Any()).ToList();
        if (unreadable.Count > 0)
        {
            return (null, [.. unreadable.Select(u => $"{u.Key.Source.Path} can't be read ({u.Value}). Correct the file.")]);
        }

        var options = configuration.ReadOrganisation();
        IReadOnlyList<string> faults = [.. UnreadSettings.In(configuration), .. OrganisationFaults.Of(options)];
        return faults.Count == 0 ? (options, []) : (null, faults);
    }

    private static string Text(OrganisationOptions options) => JsonSerializer.Serialize(options);

    private IEnumerable<FileConfigurationProvider> Files() =>
        configuration is IConfigurationRoot root ? root.Providers.OfType<FileConfigurationProvider>() : [];

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The settings have changed; there are {Wards} wards now.")]
        public static partial void Changed(ILogger logger, int wards);

        [LoggerMessage(2, LogLevel.Warning, "The changed settings aren't used, the old ones stay: {Fault}")]
        public static partial void Fault(ILogger logger, string fault);

        [LoggerMessage(3, LogLevel.Error, "The changed settings can't be read.")]
        public static partial void Unforeseen(ILogger logger, Exception fault);
    }
}
