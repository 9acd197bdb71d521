using System.Globalization;
using System.Text.Json;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Tests.Store;
using FeedbackBot.Wards;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Summary.Digests;

/// <summary>Each digest goes into the outbox once: after a restart, beside another instance, and whatever clocks do.</summary>
public sealed class DigestRoundTests
{
    private const string Boss = "00000000-0000-4000-8000-0000000000b0";
    private const string WardsBoss = "00000000-0000-4000-8000-0000000000b7";

    private static readonly DigestSchedule Mornings = new(Enum.GetValues<DayOfWeek>(), [new TimeOnly(8, 30)]);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_due_goes_once_and_not_again_after_a_restart(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (var store = await TestStore.OpenAsync(database.ConnectionString))
        {
            Hospital(store);
            await Book(store).SetAsync(Boss, Mornings, "Europe/London", None);
            await TakeAsync(store);
            Assert.Empty(await SentAsync(store));
            store.Clock.Advance(TimeSpan.FromMinutes(30));
            await TakeAsync(store);
            await TakeAsync(store);
        }

        await using var restarted = await TestStore.OpenAsync(database.ConnectionString);
        Hospital(restarted);
        restarted.Clock.Advance(TimeSpan.FromMinutes(31));
        await TakeAsync(restarted);
        restarted.Clock.Advance(TimeSpan.FromHours(2));
        await TakeAsync(restarted);

        Assert.Equal([$"digest:{Boss}:2026-11-23T08:30"], await SentAsync(restarted));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Killed_before_it_was_written_down_it_goes_after_the_restart_and_written_down_it_is_in_the_outbox(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind);
        await Book(store).SetAsync(Boss, Mornings, null, None);
        store.Clock.Advance(TimeSpan.FromMinutes(30));
        var row = (await Book(store).FindAsync(Boss, None))!;
        using var killed = new CancellationTokenSource();
        await killed.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(store, row, killed.Token));
        Assert.Null((await Book(store).FindAsync(Boss, None))!.SentKey);
        Assert.Empty(await SentAsync(store));
        Assert.True(await SendAsync(store, row, None));

        Assert.Equal("2026-11-23T08:30 at 2026-11-23T08:30Z", (await Book(store).FindAsync(Boss, None))!.SentKey);
        Assert.Single(await SentAsync(store));
        Assert.False(await SendAsync(store, row, None));
    }

    [PostgresFact]
    public async Task Two_instances_that_look_at_once_send_one()
    {
        await using var store = await OpenAsync(DatabaseKind.Postgres);
        await using var other = await store.AnotherAsync();
        Hospital(other);
        await Book(store).SetAsync(Boss, Mornings, null, None);
        for (var day = 0; day < 10; day++)
        {
            store.Clock.Advance(day == 0 ? TimeSpan.FromMinutes(30) : TimeSpan.FromDays(1));
            await Task.WhenAll(TakeAsync(store), TakeAsync(other), TakeAsync(store), TakeAsync(other));
        }

        Assert.Equal(Enumerable.Range(23, 8).Select(d => $"digest:{Boss}:2026-11-{d}T08:30"), (await SentAsync(store)).Take(8));
        Assert.Equal(10, (await SentAsync(store)).Count);
    }

    /// <summary>On 28 March 2027 clocks in London skip 1:30; on 31 October they show it twice.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task When_clocks_change_a_time_that_is_skipped_comes_all_the_same_and_one_that_comes_twice_comes_once(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind);
        await Book(store).SetAsync(Boss, new DigestSchedule(Enum.GetValues<DayOfWeek>(), [new TimeOnly(1, 30)]), "Europe/London", None);

        Assert.Equal(["2027-03-27T01:30 at 01:30Z", "2027-03-28T01:30 at 01:00Z", "2027-03-29T01:30 at 00:30Z"], await SentBetweenAsync(store, "2027-03-27T00:00Z", "2027-03-30T00:00Z"));
        Assert.Equal(["2027-10-30T01:30 at 00:30Z", "2027-10-31T01:30 at 00:30Z", "2027-11-01T01:30 at 01:30Z"], await SentBetweenAsync(store, "2027-10-30T00:00Z", "2027-11-02T00:00Z"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_an_outage_it_waits_for_the_quiet_hours_to_end_and_what_a_boss_asked_to_have_within_them_comes(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind);
        Hospital(store, quiet: "22:00-07:00");
        await Book(store).SetAsync(Boss, new DigestSchedule(Enum.GetValues<DayOfWeek>(), [new TimeOnly(6, 0), new TimeOnly(21, 30)]), "Europe/London", None);
        Advance(store, "2026-11-24T03:00Z");

        await TakeAsync(store);
        Assert.Empty(await SentAsync(store));
        Advance(store, "2026-11-24T06:00Z");
        await TakeAsync(store);

        Assert.Equal([$"digest:{Boss}:2026-11-24T06:00"], await SentAsync(store));
        Advance(store, "2026-11-24T22:20Z");
        await TakeAsync(store);
        Assert.Single(await SentAsync(store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Set_anew_or_ended_and_set_again_the_same_time_comes_no_second_time(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind);
        await Book(store).SetAsync(Boss, Mornings, "Europe/London", None);
        store.Clock.Advance(TimeSpan.FromMinutes(30));
        await TakeAsync(store);

        // An hour west, half past eight comes once more.
        Assert.True(await Book(store).EndAsync(Boss, None));
        Assert.False(await Book(store).EndAsync(Boss, None));
        await Book(store).SetAsync(Boss, Mornings, "Atlantic/Azores", None);
        store.Clock.Advance(TimeSpan.FromHours(1));
        await TakeAsync(store);

        Assert.Equal([$"digest:{Boss}:2026-11-23T08:30"], await SentAsync(store));
        Assert.StartsWith("2026-11-23T08:30 at ", (await Book(store).FindAsync(Boss, None))!.SentKey, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_is_no_boss_gets_none_until_they_are_again_and_what_is_unreadable_stops_nobody(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind);
        await Book(store).SetAsync(WardsBoss, Mornings, null, None);
        await Book(store).SetAsync("00000000-0000-4000-8000-00000000dead", Mornings, null, None);
        await Book(store).SetAsync(Boss, Mornings, "Nowhere/Atall", None);
        await store.ExecuteAsync($"UPDATE \"Digests\" SET \"Schedule\" = 'nonsense' WHERE \"PersonId\" = '{Boss}'");
        store.Clock.Advance(TimeSpan.FromMinutes(30));
        await TakeAsync(store);

        Assert.Equal([$"digest:{WardsBoss}:2026-11-23T08:30"], await SentAsync(store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_tells_what_was_since_the_one_before(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind);
        await Book(store).SetAsync(Boss, new DigestSchedule([DayOfWeek.Monday, DayOfWeek.Friday], [new TimeOnly(17, 0)]), "America/New_York", None);
        Advance(store, "2026-11-23T22:00Z");
        await TakeAsync(store);
        await DeliverAsync(store);
        Advance(store, "2026-11-27T22:00Z");
        await TakeAsync(store);

        Assert.Equal([At("2026-11-22T22:00Z"), At("2026-11-23T22:00Z")], await SincesAsync(store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_Teams_still_has_not_taken_is_told_by_the_next_one(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind);
        await Book(store).SetAsync(Boss, new DigestSchedule(Enum.GetValues<DayOfWeek>(), [new TimeOnly(8, 30), new TimeOnly(17, 0)]), "Europe/London", None);
        await Book(store).SetAsync(WardsBoss, Mornings, "Europe/London", None);
        Advance(store, "2026-11-23T08:30Z");
        await TakeAsync(store);
        Advance(store, "2026-11-23T17:00Z");
        await TakeAsync(store);

        Assert.Equal([$"digest:{Boss}:2026-11-23T17:00", $"digest:{WardsBoss}:2026-11-23T08:30"], (await DeliverAsync(store)).Order(StringComparer.Ordinal));
        Assert.Equal(At("2026-11-22T08:30Z"), (await SincesAsync(store))[^1]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_flight_west_the_next_tells_from_the_moment_at_which_the_last_came(DatabaseKind kind)
    {
        await using var store = await OpenAsync(kind);
        await Book(store).SetAsync(Boss, new DigestSchedule(Enum.GetValues<DayOfWeek>(), [new TimeOnly(8, 30), new TimeOnly(17, 0)]), "Europe/London", None);
        Advance(store, "2026-11-23T17:00Z");
        await TakeAsync(store);
        await DeliverAsync(store);
        await Book(store).MoveAsync(Boss, "America/New_York", None);
        Advance(store, "2026-11-24T13:30Z");
        await TakeAsync(store);

        Assert.Equal([$"digest:{Boss}:2026-11-23T17:00", $"digest:{Boss}:2026-11-24T08:30"], await SentAsync(store));
        Assert.Equal(At("2026-11-23T17:00Z"), (await SincesAsync(store))[1]);
    }

    private static async Task<TestStore> OpenAsync(DatabaseKind kind)
    {
        var store = await TestStore.OpenAsync(kind);
        Hospital(store);
        return store;
    }

    private static void Hospital(TestStore store, string quiet = "off") => store.Get<Organisation>().Change(new OrganisationOptions
    {
        Name = "St Oswin's",
        Hashtags = { "#Oswin" },
        QuietHours = quiet,
        Bosses = { Boss },
        Wards =
        {
            new WardOptions { Id = "desk", Name = "Front desk", FrontDesk = true },
            new WardOptions { Id = "ward7", Name = "Ward 7", Bosses = { WardsBoss } },
        },
    });

    private static DigestBook Book(TestStore store) => store.Get<DigestBook>();

    private static Task TakeAsync(TestStore store) => new DigestRound(Book(store), store.Get<Organisation>(), store.Clock).TakeAsync(None);

    private static Task<bool> SendAsync(TestStore store, DigestRow row, CancellationToken cancellationToken) => Book(store).TrySendAsync(
        row, new DigestSlot("2026-11-23T08:30", store.Clock.GetUtcNow()), new Reply.Digest(Boss, store.Clock.GetUtcNow().AddDays(-1)), cancellationToken);

    private static Task<List<string?>> SentAsync(TestStore store) =>
        store.ReadAsync(context => context.Outbox.OrderBy(o => o.Id).Select(o => o.Key).ToListAsync());

    /// <returns>The keys of what went.</returns>
    private static async Task<List<string?>> DeliverAsync(TestStore store)
    {
        var went = new List<string?>();
        foreach (var lane in await store.Outbox.ReadyLanesAsync(None))
        {
            went.AddRange((await store.Outbox.EmptyAsync(lane, None)).Select(row => row.Key));
        }

        return went;
    }

    private static Task<List<DateTimeOffset>> SincesAsync(TestStore store) => store.ReadAsync(async context =>
        (await context.Outbox.OrderBy(o => o.Id).ToListAsync()).Select(o =>
            ((Reply.Digest)((Intention.TellPerson)JsonSerializer.Deserialize<Intention>(o.Intention)!).Reply).Since).ToList());

    /// <summary>Looks every ten minutes, and says what was sent and when.</summary>
    private static async Task<List<string>> SentBetweenAsync(TestStore store, string from, string to)
    {
        Advance(store, from);
        await TakeAsync(store);
        var before = (await SentAsync(store)).Count;
        while (store.Clock.GetUtcNow() < At(to))
        {
            store.Clock.Advance(TimeSpan.FromMinutes(10));
            await TakeAsync(store);
        }

        var sent = await store.ReadAsync(context => context.Outbox.OrderBy(o => o.Id).Skip(before).ToListAsync());
        return [.. sent.Select(o => $"{o.Key!.Split(':', 3)[2]} at {o.CreatedAt.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)}Z")];
    }

    private static void Advance(TestStore store, string to) => store.Clock.Advance(At(to) - store.Clock.GetUtcNow());

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
