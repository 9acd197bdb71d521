using FeedbackBot.Store;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

public class MigrationsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_migrations_make_the_whole_model(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);

        await using var context = store.Database.Open();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Equal(context.Database.GetMigrations(), await context.Database.GetAppliedMigrationsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Opening_a_database_again_keeps_what_is_in_it(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        store.Get<StoreOpening>().Dispose();

        await using var again = await store.AnotherAsync();

        Assert.Equal("1001", (await again.FindAsync("1001")).Case.Id);
        Assert.Single(await again.ReadAsync(c => c.Database.GetAppliedMigrationsAsync()));
    }

    [PostgresFact]
    public async Task Two_instances_may_open_an_empty_database_at_once()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);

        var stores = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => TestStore.OpenAsync(database.ConnectionString))));

        Assert.Equal(1, await stores[0].TakeAsync("ward7", "1001"));
        Assert.Equal(0, await stores[1].TakeAsync("ward7", "1001"));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task SQLite_readers_do_not_wait_for_the_writer()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        await store.TakeAsync("ward7", "1001");

        await store.Database.WriteAsync(
            async context =>
            {
                context.Cursors.Add(new() { Source = "x", Value = "1" });
                await context.SaveChangesAsync();
                Assert.Equal("1001", (await store.FindAsync("1001")).Case.Id);
                Assert.Null(await store.Intake.CursorAsync("x", None));
            },
            None);

        Assert.Equal("1", await store.Intake.CursorAsync("x", None));
    }
}
