using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>Keeps what the whole bot logged.</summary>
internal sealed class FakeLogs : ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, EventId Id, string Words)> Lines { get; } = [];

    public IEnumerable<string> Of(int id) => Lines.Where(l => l.Id.Id == id).Select(l => l.Words);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((logLevel, eventId, formatter(state, exception) + exception));

    public void Dispose()
    {
    }
}
