using System.Globalization;
using FeedbackBot.Posts.X;
using Xunit.Abstractions;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>Every fault of X, what the reader does and how long it takes, on a clock that stands still.</summary>
public sealed class XFaultTests(ITestOutputHelper output)
{
    private static readonly TimeSpan SearchLag = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task After_every_fault_the_stream_is_open_again_as_soon_as_X_allows_and_no_post_is_missing()
    {
        output.WriteLine("| fault | tries after (s) | place freed | open again after | post of the gap read after | what the log says |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (var fault in XFault.All)
        {
            output.WriteLine(await Strike(fault));
        }
    }

    [Fact]
    public async Task What_is_odd_but_no_fault_leaves_the_stream_open()
    {
        await using var scene = await XScene.Of();
        await scene.Begin();
        await scene.X.Streams.Reached(1, scene.Limit);
        var late = scene.Write(ago: TimeSpan.FromSeconds(7), isLive: false);
        var twice = scene.Write();
        scene.X.Deliver(twice);
        scene.X.Deliver(late);
        scene.X.SendLine("""{"surprise":{"of":"a new kind"}}""");
        scene.X.SendLine("""{"data":{"text":"no id"}}""");
        scene.X.SendLine("not JSON");
        await scene.Has(late);

        // Ten minutes of keep-alives, and a post that drips in with 10 s between its pieces.
        await scene.Pass(TimeSpan.FromMinutes(10));
        var drip = scene.Write(isLive: false);
        foreach (var piece in (drip.Line() + "\r\n").Chunk(200))
        {
            var seen = scene.Clock.TimeoutSet(XStreamReader.Silence, scene.Limit);
            scene.X.Live.Send(new string(piece));
            await seen;
            await scene.Advance(TimeSpan.FromSeconds(10));
        }

        await scene.Has(drip);
        Assert.Equal((1, 1), (scene.X.StreamAttempts.Count, scene.Saved[twice.Id]));
        Assert.Equal(0, scene.X.Searches.Count);
    }

    private static async Task<string> Strike(XFault fault)
    {
        await using var scene = await XScene.Of();
        try
        {
            return await Strike(fault, scene);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"{fault}: something didn't come. The log: {string.Join('\n', scene.Log.Lines)}", late);
        }
    }

    private static async Task<string> Strike(XFault fault, XScene scene)
    {
        await scene.Begin();
        await scene.X.Streams.Reached(1, scene.Limit);
        await scene.Has(scene.Write());
        var began = scene.Clock.GetUtcNow();

        fault.Strike(scene);
        var missed = scene.Write(isLive: false);
        if (fault.IsSilence)
        {
            await scene.Clock.Waited(XStreamReader.Silence, scene.Limit);
            await scene.Advance(XStreamReader.Silence);
        }

        var waits = new List<double>();
        TimeSpan? found = null;
        foreach (var expected in fault.Waits)
        {
            var wait = await scene.StreamWait();
            waits.Add(wait.TotalSeconds);
            Assert.True(expected == wait.TotalSeconds, $"{fault}: {string.Join(' ', waits)}");
            await scene.Advance(wait);
            if (found is null && scene.Clock.GetUtcNow() - began >= TimeSpan.FromMinutes(1))
            {
                // However long the stream stays away, search brings the post.
                await scene.Has(missed);
                found = scene.Clock.GetUtcNow() - began;
            }
        }

        await scene.X.Streams.Reached(2, scene.Limit);
        var openAgain = scene.Clock.GetUtcNow() - began;
        if (openAgain < SearchLag)
        {
            // X's search shows it only 30 s after it was made: the second look, a minute after the opening, finds it.
            await scene.X.Searches.Reached(1, scene.Limit);
            await scene.Pass(TimeSpan.FromSeconds(60));
        }

        // Whoever was about to wait for the second look when time began to pass waits a little beyond it.
        await scene.Clock.Settled(() => scene.Has(missed), TimeSpan.FromSeconds(1));
        found ??= scene.Clock.GetUtcNow() - began;
        await scene.Has(scene.Write());
        Assert.All(scene.Saved.Values, times => Assert.Equal(1, times));
        Assert.Equal(fault.Freed, scene.X.Live.Freed.Count);
        var said = scene.Log.Warnings.Last();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {fault.Name} | {string.Join(", ", waits)} | {scene.X.Live.Freed.Count} | {openAgain.TotalSeconds:0.##} s | {found.Value.TotalSeconds:0.##} s | {said} |");
    }
}
