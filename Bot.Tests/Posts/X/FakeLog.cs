using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>Keeps what was logged.</summary>
internal sealed class FakeLog<T> : ILogger<T>
{
    private readonly Channel<(string What, TimeSpan Wait)> _waits = Channel.CreateUnbounded<(string, TimeSpan)>();

    public ConcurrentQueue<(LogLevel Level, string Words)> Lines { get; } = [];

    public IEnumerable<string> Warnings => Lines.Where(l => l.Level == LogLevel.Warning).Select(l => l.Words);

    /// <summary>What is tried again and after how long, as it is said, once the waiting has begun.</summary>
    public ChannelReader<(string What, TimeSpan Wait)> Waits => _waits.Reader;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Lines.Enqueue((logLevel, formatter(state, exception)));
        if (state is IEnumerable<KeyValuePair<string, object?>> values && values.ToDictionary() is var named
            && named.TryGetValue("Wait", out var wait) && named.TryGetValue("What", out var what))
        {
            _waits.Writer.TryWrite(((string)what!, (TimeSpan)wait!));
        }
    }
}
