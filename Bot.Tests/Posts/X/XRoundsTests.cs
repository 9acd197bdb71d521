using FeedbackBot.Posts.X;
using FeedbackBot.Store;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>A round of look-ups outlives the instance that does it.</summary>
public sealed class XRoundsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_kill_the_round_goes_on_with_what_is_not_looked_up_yet(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "a", "b", "c");
        store.Clock.Advance(TimeSpan.FromDays(1));
        var killed = Rounds(store);
        var round = await killed.NowAsync(CancellationToken.None);
        await killed.SaveAsync(new LookupResult(2, ["a"], ["a"], [], ["b"]), round with { Checked = 2, Removed = 1 }, CancellationToken.None);

        var next = Rounds(store);
        var resumed = await next.NowAsync(CancellationToken.None);

        Assert.Equal((2, 1, round.Since), (resumed.Checked, resumed.Removed, resumed.Since));
        Assert.Equal(["c"], (await next.DueAsync(resumed, 100, [], CancellationToken.None)).Select(d => d.PostId));
        Assert.Equal(1, await next.LeftAsync(resumed, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_step_that_was_not_saved_left_nothing_and_is_done_again(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "a", "b");
        store.Clock.Advance(TimeSpan.FromDays(1));
        var rounds = Rounds(store);
        var round = await rounds.NowAsync(CancellationToken.None);

        // Its last write, the round, can't be stored: a kill in the middle has the same effect.
        await Assert.ThrowsAnyAsync<Exception>(() => store.Get<Lookups>().SaveAsync(
            new LookupResult(2, ["a"], ["a"], [], ["b"]), "round", new Unwritable("It can't be written."), CancellationToken.None));

        Assert.Equal(["a", "b"], (await rounds.DueAsync(round, 100, [], CancellationToken.None)).Select(d => d.PostId));
        Assert.Equal((1, true), ((await store.FindAsync("b")).Case.Version, (await store.FindAsync("b")).Post.Text.Length > 0));
        Assert.Equal(0, (await store.Get<ReadCounts>().TodayAsync(CancellationToken.None)).Lookups);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_next_day_s_round_begins_with_nothing_done(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var rounds = Rounds(store);
        await rounds.SaveAsync(await rounds.NowAsync(CancellationToken.None) with { Checked = 5, Trouble = "X answered 503." }, CancellationToken.None);
        store.Clock.Advance(TimeSpan.FromDays(1));

        var fresh = await rounds.NowAsync(CancellationToken.None);

        Assert.Equal((0, null), (fresh.Checked, fresh.Trouble));
    }

    private static XRounds Rounds(TestStore store) =>
        new(store.Get<Lookups>(), store.Get<Standings>(), CardSamples.Organisation(), store.Clock);

    private sealed class Unwritable(string why)
    {
        public string Value => throw new InvalidOperationException(why);
    }
}
