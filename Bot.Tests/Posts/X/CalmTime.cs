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
            var seen = clock.TimeoutSet(XStreamReader.Silence, limit);
            x.SendLine("");
            await seen;
        }
    }

    /// <summary>Time passes at once, when nobody waits for an answer any more: answers take no time here.</summary>
    public static async Task Jump(this FakeClock clock, TimeSpan by, CancellationToken limit)
    {
        await clock.NoTimeout(XClient.AnswerWithin, limit);
        clock.Advance(by);
    }
}
