using FeedbackBot.Cases;
using FeedbackBot.Posts;
using FeedbackBot.Store;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

public class IntakeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Posts_cases_events_outbox_rows_and_cursor_come_together(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);

        var added = await store.Intake.SaveAsync("x", Arrivals.Many(3), "1003", None);

        Assert.Equal(3, added);
        Assert.Equal((3, 3, 3, 3), await CountAsync(store));
        Assert.Equal("1003", await store.Intake.CursorAsync("x", None));
        Assert.Null(await store.Intake.CursorAsync("samples", None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whichever_table_refuses_nothing_of_the_batch_is_there_and_a_redelivery_brings_it_all(DatabaseKind kind)
    {
        foreach (var table in Refusing.Tables)
        {
            await using var store = await TestStore.OpenAsync(kind);
            await Refusing.StartAsync(store, table);

            await Assert.ThrowsAsync<DbUpdateException>(() => store.Intake.SaveAsync("x", Arrivals.Many(3), "1003", None));
            Assert.Equal((table, (0, 0, 0, 0)), (table, await CountAsync(store)));
            Assert.Null(await store.Intake.CursorAsync("x", None));

            await Refusing.StopAsync(store, table);
            Assert.Equal(3, await store.Intake.SaveAsync("x", Arrivals.Many(3), "1003", None));
            Assert.Equal((3, 3, 3, 3), await CountAsync(store));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Stopping_before_the_commit_leaves_nothing(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        using var stop = new CancellationTokenSource();

        var saving = store.Database.WriteAsync(
            async context =>
            {
                context.Cursors.Add(new() { Source = "x", Value = "1003" });
                await context.SaveChangesAsync();
                await stop.CancelAsync();
            },
            stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        Assert.Null(await store.Intake.CursorAsync("x", None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_redelivered_post_changes_nothing_but_the_cursor(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Intake.SaveAsync("x", Arrivals.Many(3), "1003", None);
        await store.DoAsync("1002", new CaseAction.Claim());
        var before = await CountAsync(store);

        var again = await store.Intake.SaveAsync("x", [.. Arrivals.Many(3), Arrivals.Of("1001"), Arrivals.Of("1004", "xray")], "1004", None);

        Assert.Equal(1, again);
        Assert.Equal((before.Posts + 1, before.Cases + 1, before.Events + 1, before.Outbox + 1), await CountAsync(store));
        Assert.Equal(CaseState.Claimed, (await store.FindAsync("1002")).Case.State);
        Assert.Equal("1004", await store.Intake.CursorAsync("x", None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_batch_without_a_cursor_leaves_the_stored_one(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Intake.SaveAsync("x", [], "1000", None);

        await store.Intake.SaveAsync("x", Arrivals.Many(1), null, None);

        Assert.Equal("1000", await store.Intake.CursorAsync("x", None));
    }

    /// <summary>Another instance may have weighed it since it was read; on PostgreSQL nothing keeps it from that.</summary>
    [Fact]
    public async Task An_edit_and_a_removal_mark_the_case_to_be_weighed_also_where_it_seemed_marked()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        await store.TakeAsync("ward7", "1001");
        await store.ExecuteAsync("CREATE TABLE \"Marks\" (\"Id\" TEXT)");
        await store.ExecuteAsync("CREATE TRIGGER \"Marking\" AFTER UPDATE OF \"IsUnweighed\" ON \"Cases\" BEGIN INSERT INTO \"Marks\" VALUES (NEW.\"Id\"); END");

        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("1001", "1005", "Paper has come!"))], null, None);
        Assert.Equal(1, await MarksAsync());
        await store.Get<Lookups>().SaveAsync(new LookupResult(1, [], [], [], ["1001"]), "round", new { }, None);
        Assert.Equal(2, await MarksAsync());

        Task<int> MarksAsync() => store.ReadAsync(c => c.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM \"Marks\"").SingleAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_edit_changes_the_post_leaves_an_event_and_asks_for_a_refresh(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        await store.DoAsync("1001", new CaseAction.Claim());
        var waiting = await store.ReadAsync(c => c.Outbox.CountAsync());

        var added = await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("1001", "1005", "Paper has come!"))], null, None);

        var file = await store.FindAsync("1001");
        Assert.Equal((0, "Paper has come!", "1005"), (added, file.Post.Text, file.Post.EditionId));
        Assert.Equal((CaseState.Claimed, 3), (file.Case.State, file.Case.Version));
        Assert.Equal([CaseEventKind.Received, CaseEventKind.Claimed, CaseEventKind.Edited], file.Events.Select(e => e.Kind));
        Assert.Equal(waiting + 1, await store.ReadAsync(c => c.Outbox.CountAsync()));
        Assert.Contains("refresh", await store.ReadAsync(c => c.Outbox.OrderBy(o => o.Id).Select(o => o.Intention).LastAsync()), StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_older_edition_that_comes_late_is_ignored_and_of_two_in_one_batch_the_newer_counts(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (old, middle, newest) = (Arrivals.Post("1001"), Arrivals.Post("1001", "1005", "Second"), Arrivals.Post("1001", "10010", "Third"));

        await store.Intake.SaveAsync("x", [Arrivals.Of(newest), Arrivals.Of(middle)], null, None);
        await store.Intake.SaveAsync("x", [Arrivals.Of(old), Arrivals.Of(middle)], null, None);

        var file = await store.FindAsync("1001");
        Assert.Equal(("Third", 1), (file.Post.Text, file.Case.Version));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_repost_is_not_a_new_post_but_its_batch_moves_the_cursor(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var repost = Arrivals.Post("1002") with { IsRepost = true };

        var added = await store.Get<PostDesk>().TakeAsync("x", new PostBatch([Arrivals.Post("1001"), repost], "1002"), None);

        Assert.Equal(1, added);
        Assert.Null(await store.Cases.FindAsync("1002", None));
        Assert.Equal("1002", await store.Intake.CursorAsync("x", None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_post_comes_back_from_the_store_as_it_went_in(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var odd = Arrivals.Post("1001", text: string.Concat(Enumerable.Repeat("Fabulous 👩🏽‍⚕️ \u202eלובל\u202c <at>All</at> *b* ' \" \\ ; -- \0", 400))) with
        {
            PostedAt = new DateTimeOffset(2026, 10, 25, 1, 30, 0, TimeSpan.FromHours(1)),
            Language = "en",
            Sensitive = true,
        };

        await store.Intake.SaveAsync("x", [Arrivals.Of(odd)], null, None);

        var (post, one) = ((await store.FindAsync("1001")).Post, (await store.FindAsync("1001")).Case);
        Assert.Equivalent(odd with { Text = odd.Text.Replace("\0", "", StringComparison.Ordinal), PostedAt = odd.PostedAt.ToUniversalTime() }, post, strict: true);
        Assert.Equal(("It has the hashtag #ward7.", "xray", store.Clock.GetUtcNow()), (one.Reason, Assert.Single(one.AlsoNamed), one.ReceivedAt));
    }

    [PostgresFact]
    public async Task Two_instances_that_take_the_same_batch_at_once_leave_one_case_each()
    {
        await using var one = await TestStore.OpenAsync(DatabaseKind.Postgres);
        await using var other = await one.AnotherAsync();

        for (var round = 0; round < 10; round++)
        {
            List<Arrival> batch = [.. Enumerable.Range(0, 20).Select(i => Arrivals.Of($"{round}{i:00}"))];
            using var together = new Barrier(2);
            var added = await Task.WhenAll(new[] { one, other }.Select((store, i) => Task.Run(() =>
            {
                together.SignalAndWait();
                return store.Intake.SaveAsync("x", i == 0 ? batch : [.. batch.AsEnumerable().Reverse()], $"{round}", None);
            })));

            Assert.Equal(20, added.Sum());
            Assert.Equal(((round + 1) * 20, (round + 1) * 20, (round + 1) * 20, (round + 1) * 20), await CountAsync(one));
        }
    }

    [PostgresFact]
    public async Task An_edit_and_a_claim_at_once_both_happen()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Postgres);
        for (var round = 1; round <= 10; round++)
        {
            var id = $"100{round}";
            await store.TakeAsync("ward7", id);
            using var together = new Barrier(2);

            await Task.WhenAll(
                Task.Run(() =>
                {
                    together.SignalAndWait();
                    return store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post(id, "99999", "Edited"))], null, None);
                }),
                Task.Run(() =>
                {
                    together.SignalAndWait();
                    return store.DoAsync(id, new CaseAction.Claim());
                }));

            var file = await store.FindAsync(id);
            Assert.Equal((3, CaseState.Claimed, "Edited"), (file.Case.Version, file.Case.State, file.Post.Text));
            Assert.Equal([CaseEventKind.Received, CaseEventKind.Edited, CaseEventKind.Claimed], file.Events.Select(e => e.Kind).Order());
        }
    }

    private static Task<(int Posts, int Cases, int Events, int Outbox)> CountAsync(TestStore store) => store.ReadAsync(async c =>
        (await c.Posts.CountAsync(), await c.Cases.CountAsync(), await c.CaseEvents.CountAsync(), await c.Outbox.CountAsync()));
}
