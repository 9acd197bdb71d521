using FeedbackBot.Deliver;

namespace FeedbackBot.Tests.Deliver;

public class BackoffTests
{
    [Theory]
    [InlineData(1, 0, 0.5)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 0, 1)]
    [InlineData(3, 0.5, 3)]
    [InlineData(7, 0, 32)]
    [InlineData(7, 1, 64)]
    [InlineData(8, 0, 60)]
    [InlineData(8, 1, 120)]
    [InlineData(9, 1, 120)]
    [InlineData(1_000_000, 1, 120)]
    public void The_wait_doubles_up_to_two_minutes_and_is_never_less_than_half_its_step(int attempt, double roll, double seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Next(attempt, roll));
    }
}
