using FeedbackBot.Store;

namespace FeedbackBot.Tests.Store;

public sealed class SendsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, OnSqlite, OnPostgres]
    public async Task Requests_are_kept_by_lane_and_in_order_until_no_window_reaches_back_to_them(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var start = store.Clock.GetUtcNow();
        foreach (var lane in new[] { "a", "b", "a" })
        {
            await store.Outbox.StayAsync([new Aftermath.RequestMade(lane)], None);
            store.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([start, start.AddSeconds(2)], await store.Get<Sends>().SinceAsync("a", start, None));
        Assert.Equal([start.AddSeconds(2)], await store.Get<Sends>().SinceAsync("a", start.AddSeconds(1), None));

        await store.Get<Sends>().ForgetAsync(start.AddSeconds(1), None);

        Assert.Equal([start.AddSeconds(2)], await store.Get<Sends>().SinceAsync("a", start, None));
        Assert.Equal([start.AddSeconds(1)], await store.Get<Sends>().SinceAsync("b", start, None));
    }
}
