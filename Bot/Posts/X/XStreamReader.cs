using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace FeedbackBot.Posts.X;

/// <summary>Lines out of bytes as they come, and a watch over X's keep-alives.</summary>
public static class XStreamReader
{
    /// <summary>A line longer than this is cut here and the rest of it thrown away; cut, it can't pass for JSON.</summary>
    public const int LongestLine = 256 * 1024;

    /// <summary>X sends at least an empty line this often; after more silence the connection is dead.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    /// <summary>The lines that aren't empty. Each is valid until the next is asked for.</summary>
    /// <param name="alive">Called whenever something came, if only an empty line.</param>
    /// <exception cref="TimeoutException">Nothing came for <see cref="Silence"/>.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> Lines(
        Stream stream, Action alive, TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        using var silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        var cut = false;
        try
        {
            while (true)
            {
                silence.CancelAfter(Silence);
                var (buffer, isLast) = await Read(pipe, either.Token, cancellationToken);
                silence.CancelAfter(Timeout.InfiniteTimeSpan);
                alive();
                while (buffer.PositionOf((byte)'\n') is { } end)
                {
                    if (!cut && Line(buffer.Slice(0, end)) is { Length: > 0 } line)
                    {
                        yield return line;
                    }

                    cut = false;
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                }

                if (!cut && (isLast || buffer.Length > LongestLine) && Line(buffer) is { Length: > 0 } rest)
                {
                    yield return rest;
                    cut = true;
                }

                if (isLast)
                {
                    yield break;
                }

                pipe.AdvanceTo(cut ? buffer.End : buffer.Start, buffer.End);
            }
        }
        finally
        {
            await pipe.CompleteAsync();
        }
    }

    private static async ValueTask<(ReadOnlySequence<byte> Buffer, bool IsLast)> Read(
        PipeReader pipe, CancellationToken either, CancellationToken stop)
    {
        try
        {
            var result = await pipe.ReadAsync(either);
            return (result.Buffer, result.IsCompleted);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing came for {Silence.TotalSeconds:0} s, not even a keep-alive.");
        }
    }

    private static ReadOnlyMemory<byte> Line(ReadOnlySequence<byte> bytes)
    {
        var line = bytes.Length > LongestLine ? bytes.Slice(0, LongestLine) : bytes;
        var memory = line.IsSingleSegment ? line.First : line.ToArray();
        return memory.Span is [.., (byte)'\r'] ? memory[..^1] : memory;
    }
}
