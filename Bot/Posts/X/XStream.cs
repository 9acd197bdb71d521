using System.Diagnostics;
using System.Text;

namespace FeedbackBot.Posts.X;

/// <summary>The filtered stream, from its opening to its end.</summary>
internal sealed partial class XStream(XClient client, TimeProvider clock, ILogger logger)
{
    public Task<XAnswer<HttpResponseMessage>> Open(CancellationToken cancellationToken) =>
        client.Open($"2/tweets/search/stream?{XFields.Query}", cancellationToken);

    /// <summary>Puts posts into the queue until the stream ends.</summary>
    /// <returns>Why it ended.</returns>
    public async Task<XFailure> Read(HttpResponseMessage opened, XIntake intake, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await opened.Content.ReadAsStreamAsync(cancellationToken);
            await foreach (var line in XStreamReader.Lines(body, intake.Alive, clock, cancellationToken))
            {
                switch (XPostParser.Parse(line, clock.GetUtcNow()))
                {
                    case XLine.Delivered(var post, var billed):
                        if (!await intake.PutLive(post, billed, cancellationToken))
                        {
                            return new(XFailureKind.Behind, "The work can't follow the stream, so it is left, and search brings the rest.");
                        }

                        break;
                    case XLine.Skipped { Why: var why }:
                        Log.Skipped(logger, line.Length, why);
                        SayLine(line.Span);
                        break;
                    case XLine.Ended(var problem):
                        return XFailure.Of(problem);
                    default:
                        throw new UnreachableException();
                }
            }

            return new(XFailureKind.Ended, "X closed the stream without a word.");
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException or TimeoutException)
        {
            return XFailure.Of(broken);
        }
    }

    private void SayLine(ReadOnlySpan<byte> line)
    {
        if (logger.IsEnabled(LogLevel.Debug))
        {
            Log.Line(logger, Encoding.UTF8.GetString(line));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1131, LogLevel.Warning, "A line of {Length} bytes in X's stream is skipped: {Why}.")]
        public static partial void Skipped(ILogger logger, int length, string why);

        [LoggerMessage(1132, LogLevel.Debug, "The skipped line: {Line}")]
        public static partial void Line(ILogger logger, string line);
    }
}
