using FeedbackBot.Deliver;
using FeedbackBot.Teams;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Deliver;

public sealed class StatusFaceTests
{
    [Fact]
    public async Task That_the_known_bank_holidays_run_out_is_a_remark_from_the_organisations_day_on()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite, services => services.AddDeliver(limited: false).AddTeams(new TeamsOptions()));
        const string Remark = "The known bank holidays end with 2028. Install a newer FeedbackBot.";

        store.Clock.Advance(new DateTimeOffset(2028, 7, 1, 22, 59, 0, TimeSpan.Zero) - store.Clock.GetUtcNow());
        Assert.DoesNotContain(Remark, (await store.Get<StatusFace>().ReadAsync(CancellationToken.None)).Remarks);

        // Midnight in London, in summer.
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(Remark, (await store.Get<StatusFace>().ReadAsync(CancellationToken.None)).Remarks);
    }
}
