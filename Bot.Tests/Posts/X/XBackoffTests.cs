using FeedbackBot.Posts.X;
using static FeedbackBot.Posts.X.XFailureKind;

namespace FeedbackBot.Tests.Posts.X;

public sealed class XBackoffTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Network, 0, 0)]
    [InlineData(Network, 1, 0.25)]
    [InlineData(Network, 2, 0.5)]
    [InlineData(Network, 63, 15.75)]
    [InlineData(Network, 64, 16)]
    [InlineData(Network, int.MaxValue, 16)]
    [InlineData(Http, 0, 5)]
    [InlineData(Http, 1, 10)]
    [InlineData(Http, 6, 320)]
    [InlineData(Http, int.MaxValue, 320)]
    [InlineData(Ended, 0, 0)]
    [InlineData(Ended, 1, 5)]
    [InlineData(Ended, 7, 320)]
    [InlineData(Ended, 100, 320)]
    [InlineData(RateLimited, 0, 60)]
    [InlineData(RateLimited, 1, 120)]
    [InlineData(RateLimited, 4, 900)]
    [InlineData(RateLimited, 100, 900)]
    public void Each_kind_has_its_ladder(XFailureKind kind, int attempt, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), XBackoff.Next(kind, attempt));

    [Theory]
    [InlineData(90, 0, 90)]
    [InlineData(5, 0, 5)]
    [InlineData(5, 1, 60)]
    [InlineData(500, 1, 500)]
    [InlineData(5, 2, 120)]
    [InlineData(0, 0, 60)]
    [InlineData(-30, 1, 120)]
    [InlineData(100_000, 0, 900)]
    public void The_moment_X_named_comes_first_and_can_not_be_a_storm(int resetIn, int attempt, int seconds) =>
        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            XBackoff.Next(new XFailure(RateLimited, "", 429, ResetAt: Now.AddSeconds(resetIn)), attempt, Now));
}
