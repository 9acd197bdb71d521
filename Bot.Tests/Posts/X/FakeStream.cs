using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>One open connection to the filtered stream of <see cref="FakeX"/>.</summary>
internal sealed class FakeStream(HttpContext context)
{
    private readonly Channel<byte[]> _lines = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });

    private volatile bool _isMute;

    public void Send(string text)
    {
        if (!_isMute)
        {
            _lines.Writer.TryWrite(Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>Keeps it open without another byte.</summary>
    public void Mute() => _isMute = true;

    /// <summary>Ends it cleanly.</summary>
    public void End() => _lines.Writer.TryComplete();

    /// <summary>Breaks it in the middle of whatever it is doing.</summary>
    public void Drop() => context.Abort();

    /// <summary>Writes until it's ended, dropped or left.</summary>
    /// <param name="keepAlive">How often an empty line comes while nothing else does; null for never.</param>
    public async Task Write(TimeSpan? keepAlive, TimeProvider clock)
    {
        var body = context.Response.Body;
        await using var timer = keepAlive is { } every ? clock.CreateTimer(_ => Send("\r\n"), null, every, every) : null;
        try
        {
            while (await _lines.Reader.WaitToReadAsync(context.RequestAborted))
            {
                while (_lines.Reader.TryRead(out var line))
                {
                    await body.WriteAsync(line, context.RequestAborted);
                }

                await body.FlushAsync(context.RequestAborted);
            }
        }
        catch (Exception left) when (left is OperationCanceledException or IOException)
        {
            // Dropped, or the reader went.
        }
    }
}
