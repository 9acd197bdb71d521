using FeedbackBot.Posts.X;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>Lets time pass for a reader of <see cref="FakeX"/> without a race between the clock that stands still and the real socket.</summary>
internal static class CalmTime
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    /// <summary>Time passes while the stream is open and well, with a keep-alive every ten seconds, of which the reader sees each.</summary>
    public static async Task Pass(this FakeX x, FakeClock clock, TimeSpan by, CancellationToken limit)
    {
        for (var left = by; left > TimeSpan.Zero; left -= Step)
        {
            await clock.Jump(left < Step ? left : Step, limit);
            await x.Heard(clock, limit);
        }
    }

    /// <summary>Comes when a stream is open that lives by the present time, and gives what is posted from now on, though time has leapt.</summary>
    public static Task Reopened(this FakeX x, FakeClock clock) => clock.Settled(
        async () =>
        {
            // A reader sets its timeout when its stream opens, a moment before X gives it anything, and anew after each line: of two the second is a line's.
            await x.Heard(clock);
            await x.Heard(clock);
        },
        Step / 2);

    /// <summary>Time passes at once, when nobody waits for an answer any more: answers take no time here.</summary>
    public static async Task Jump(this FakeClock clock, TimeSpan by, CancellationToken limit)
    {
        await clock.NoTimeout(XClient.AnswerWithin, limit);
        clock.Advance(by);
    }

    private static Task Heard(this FakeX x, FakeClock clock, CancellationToken limit = default)
    {
        var heard = clock.TimeoutSet(XStreamReader.Silence, limit);
        x.SendLine("");
        return heard;
    }
}
