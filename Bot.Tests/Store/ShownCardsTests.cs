using FeedbackBot.Store.Rows;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

public class ShownCardsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_cases_cards_come_newest_first_and_no_other_cases(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        foreach (var (activity, caseId) in new[] { ("1", "1001"), ("2", "1002"), ("3", "1001") })
        {
            await store.Shown.AdoptAsync(Card(activity, caseId, store.Clock.GetUtcNow()), None);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["3", "1"], (await store.Shown.OfCaseAsync("1001", None)).Select(c => c.ActivityId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_card_is_adopted_once_however_many_press_it_at_once(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        using var together = new Barrier(2);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                together.SignalAndWait();
                await store.Shown.AdoptAsync(Card($"{i}", "1001", store.Clock.GetUtcNow()), None);
            }
        })));

        Assert.Equal(10, (await store.Shown.OfCaseAsync("1001", None)).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Adopting_a_known_card_leaves_it_as_it_is(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Shown.AdoptAsync(Card("1", "1001", store.Clock.GetUtcNow(), shown: 4), None);

        await store.Shown.AdoptAsync(Card("1", "1001", store.Clock.GetUtcNow()), None);

        Assert.Equal(4, Assert.Single(await store.Shown.OfCaseAsync("1001", None)).ShownVersion);
    }

    private static CardRow Card(string activityId, string caseId, DateTimeOffset postedAt, int shown = 0) => new()
    {
        ChannelId = "19:ward7@thread.tacv2",
        ActivityId = activityId,
        ThreadId = $"19:ward7@thread.tacv2;messageid={activityId}",
        CaseId = caseId,
        WardId = "ward7",
        ShownVersion = shown,
        PostedAt = postedAt,
    };
}
