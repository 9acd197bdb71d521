using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>Keeps what was logged.</summary>
internal sealed class FakeLog<T> : ILogger<T>
{
    public ConcurrentQueue<(LogLevel Level, string Words)> Lines { get; } = [];

    public IEnumerable<string> Warnings => Lines.Where(l => l.Level == LogLevel.Warning).Select(l => l.Words);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((logLevel, formatter(state, exception)));
}
