using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests;

/// <summary>Keeps what a bot under test says is wrong.</summary>
internal sealed class BotLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = [];

    /// <summary>Raised after something was said to be wrong.</summary>
    public event Action? Said;

    public IReadOnlyList<string> Warnings => [.. _lines.Where(l => l.Level == LogLevel.Warning).Select(l => l.Line)];

    public IReadOnlyList<string> Errors => [.. _lines.Where(l => l.Level > LogLevel.Warning).Select(l => l.Line)];

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(BotLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                log._lines.Enqueue((logLevel, $"{name}[{eventId.Id}] {formatter(state, exception)} {exception}"));
                log.Said?.Invoke();
            }
        }
    }
}
