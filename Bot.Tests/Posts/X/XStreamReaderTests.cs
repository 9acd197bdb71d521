using System.IO.Pipelines;
using System.Text;
using FeedbackBot.Posts.X;

namespace FeedbackBot.Tests.Posts.X;

public sealed class XStreamReaderTests
{
    [Theory]
    [InlineData("a\r\nb\r\n", "a|b")]
    [InlineData("\r\n\r\na\r\n\r\n\nb\n", "a|b")]
    [InlineData("a\r\nhalf", "a|half")]
    [InlineData("\r\n", "")]
    [InlineData("", "")]
    public async Task Lines_end_as_they_like_and_empty_ones_are_keep_alives(string bytes, string lines) =>
        Assert.Equal(lines, string.Join('|', await Read(new MemoryStream(Encoding.UTF8.GetBytes(bytes)))));

    [Theory]
    [InlineData(XStreamReader.LongestLine - 1)]
    [InlineData(XStreamReader.LongestLine + 1)]
    [InlineData(XStreamReader.LongestLine * 5)]
    public async Task A_line_that_never_ends_is_cut_and_the_next_one_is_whole(int length)
    {
        var lines = await Read(new MemoryStream(Encoding.UTF8.GetBytes("a\r\n" + new string('x', length) + "\r\nb\r\n")));

        Assert.Equal(["a", "b"], [lines[0], lines[2]]);
        Assert.Equal(Math.Min(length, XStreamReader.LongestLine), lines[1].Length);
    }

    [Fact]
    public async Task A_character_may_come_in_pieces()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var pipe = new Pipe();
        var lines = Read(pipe.Reader.AsStream());
        foreach (var piece in Encoding.UTF8.GetBytes("🥣🥣\r\n").Chunk(3))
        {
            await pipe.Writer.WriteAsync(piece, limit.Token);
        }

        await pipe.Writer.CompleteAsync();

        Assert.Equal(["🥣🥣"], await lines.WaitAsync(limit.Token));
    }

    [Fact]
    public async Task Twenty_seconds_without_a_byte_are_the_end()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var clock = new FakeClock();
        var pipe = new Pipe();
        var lines = Read(pipe.Reader.AsStream(), clock);
        await clock.Waited(XStreamReader.Silence, limit.Token);

        clock.Advance(XStreamReader.Silence);

        await Assert.ThrowsAsync<TimeoutException>(() => lines.WaitAsync(limit.Token));
    }

    private static async Task<List<string>> Read(Stream stream, FakeClock? clock = null)
    {
        var lines = new List<string>();
        await foreach (var line in XStreamReader.Lines(stream, () => { }, clock ?? new FakeClock(), CancellationToken.None))
        {
            lines.Add(Encoding.UTF8.GetString(line.Span));
        }

        return lines;
    }
}
