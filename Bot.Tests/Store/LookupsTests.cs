using System.Text;
using FeedbackBot.Cases;
using FeedbackBot.Posts;
using FeedbackBot.Store;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Tests.Store;

/// <summary>Which posts are due to be looked up, and that a removed one is gone for good.</summary>
public sealed class LookupsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_removed_post_leaves_nothing_of_its_author_and_its_case_keeps_its_history(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1", "2");
        await store.DoAsync("1", new CaseAction.Claim());
        await store.DoAsync("1", new CaseAction.Resolve("Refilled"));

        await SaveAsync(store, gone: ["1"]);

        var file = await store.FindAsync("1");
        Assert.Equal(
            ("", "", null, null, null, 0),
            (file.Post.Text, file.Post.Author.Name, file.Post.Author.Handle, file.Post.Author.PictureUrl, file.Post.Url, file.Post.Photos.Count));
        Assert.Equal(store.Clock.GetUtcNow(), file.Post.RemovedAt);
        Assert.Equal((CaseState.Resolved, 4), (file.Case.State, file.Case.Version));
        Assert.Equal(
            [CaseEventKind.Received, CaseEventKind.Claimed, CaseEventKind.Resolved, CaseEventKind.Removed],
            file.Events.Select(e => e.Kind));
        Assert.Equal("Refilled", file.Events[2].Note);
        Assert.Contains("paper", (await store.FindAsync("2")).Post.Text, StringComparison.Ordinal);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_removed_post_does_not_come_back_with_a_late_delivery_or_a_newer_edition(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1");
        await SaveAsync(store, gone: ["1"]);

        await store.TakeAsync("ward7", "1");
        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("1", "5", "Edited and late"))], null, CancellationToken.None);

        var file = await store.FindAsync("1");
        Assert.Equal(("", 2), (file.Post.Text, file.Case.Version));
    }

    [Fact]
    public async Task No_byte_of_a_removed_post_is_left_in_the_files_of_SQLite()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("1", text: "Forgettable words")), Arrivals.Of("2")], null, CancellationToken.None);
        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("1", "5", "Forgettable words, once more and longer"))], null, CancellationToken.None);
        await SaveAsync(store, live: ["1"]);
        await store.DoAsync("1", new CaseAction.Claim());

        await SaveAsync(store, gone: ["1"]);

        foreach (var file in new[] { "", "-wal" }.Select(end => store.Database.File + end).Where(File.Exists))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain("Forgettable", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Removing_twice_leaves_one_event(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1");

        await SaveAsync(store, gone: ["1"]);
        await SaveAsync(store, gone: ["1"]);

        Assert.Equal(2, (await store.FindAsync("1")).Events.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Open_cases_are_due_the_longest_unchecked_first_and_no_more_than_the_budget_allows(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "b");
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await store.TakeAsync("ward7", "a", "c", "d");
        await store.DoAsync("c", new CaseAction.Resolve("Done"));
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        var since = store.Clock.GetUtcNow();
        await store.TakeAsync("ward7", "since");

        Assert.Equal(["b", "a", "d"], await DueAsync(store, since, 10));
        Assert.Equal(["b", "a"], await DueAsync(store, since, 2));
        Assert.Equal(["a", "d"], await DueAsync(store, since, 10, except: "b"));
        Assert.Empty(await DueAsync(store, since, 0));
        Assert.Equal(3, await store.Get<Lookups>().LeftAsync("x", since, CancellationToken.None));

        await SaveAsync(store, live: ["b"]);
        Assert.Equal(["a", "d"], await DueAsync(store, since, 10));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_person_asks_for_comes_first_and_whatever_the_budget_and_all_posts_within_it(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "a", "b", "c");
        await store.DoAsync("c", new CaseAction.Resolve("Done"));
        await store.Intake.SaveAsync("local", [Arrivals.Of(Arrivals.Post("l") with { Source = "local" })], null, CancellationToken.None);
        var lookups = store.Get<Lookups>();

        Assert.Equal(3, await lookups.WishAllAsync("x", CancellationToken.None));
        await lookups.WishAsync("c", CancellationToken.None);

        Assert.Equal(["c"], await DueAsync(store, DateTimeOffset.UnixEpoch, 0));
        Assert.Equal(["c", "a"], await DueAsync(store, DateTimeOffset.UnixEpoch, 2));
        Assert.Equal(3, await lookups.LeftAsync("x", DateTimeOffset.UnixEpoch, CancellationToken.None));

        await SaveAsync(store, live: ["c", "a"], gone: ["b"]);
        Assert.Equal(0, await lookups.LeftAsync("x", DateTimeOffset.UnixEpoch, CancellationToken.None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_daily_round_of_open_cases_goes_on_while_everything_is_asked_for(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "a", "b", "c");
        await store.DoAsync("a", new CaseAction.Resolve("Done"));

        await store.Get<Lookups>().WishAllAsync("x", CancellationToken.None);
        await store.TakeAsync("ward7", "d");

        Assert.Equal(["b", "c", "d"], await DueAsync(store, DateTimeOffset.MaxValue, 3));
        Assert.Equal(["b", "c", "d", "a"], await DueAsync(store, DateTimeOffset.MaxValue, 10));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_post_and_person_counts_once_a_day_and_the_figures_stay_a_month(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var counts = store.Get<ReadCounts>();
        await counts.AddAsync(["1", "2", "2"], ["of-pat"], CancellationToken.None);
        await counts.AddAsync([.. Enumerable.Range(2, 1200).Select(i => $"{i}")], ["of-pat", "of-ann"], CancellationToken.None);
        await SaveAsync(store, asked: 3, live: ["2"], gone: ["9"]);

        var today = await counts.TodayAsync(CancellationToken.None);
        Assert.Equal((1201, 2, 3), (today.Posts, today.People, today.Lookups));

        store.Clock.Advance(TimeSpan.FromDays(1));
        await counts.AddAsync(["1"], [], CancellationToken.None);
        await counts.ForgetAsync(CancellationToken.None);
        await counts.AddAsync(["1"], [], CancellationToken.None);
        Assert.Equal([1, 1201], (await counts.DaysAsync(CancellationToken.None)).Select(d => d.Posts));
        Assert.Equal(1, await store.ReadAsync(c => c.Reads.CountAsync()));

        store.Clock.Advance(TimeSpan.FromDays(ReadCounts.KeptDays));
        await counts.ForgetAsync(CancellationToken.None);
        Assert.Equal([1], (await counts.DaysAsync(CancellationToken.None)).Select(d => d.Posts));
    }

    [Fact]
    public async Task Somebody_who_reads_meanwhile_does_not_keep_a_removed_post_in_the_files_of_SQLite()
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        await store.TakeAsync("ward7", "1");
        await using var reader = store.Database.Open();
        await reader.Database.OpenConnectionAsync();
        await reader.Database.ExecuteSqlRawAsync("BEGIN");
        await reader.Posts.CountAsync();

        var saved = Task.Run(() => SaveAsync(store, gone: ["1"]));
        while ((await store.FindAsync("1")).Post.RemovedAt is null)
        {
            await Task.Yield();
        }

        await reader.Database.ExecuteSqlRawAsync("END");
        await saved;
        Assert.Equal(0, new FileInfo(store.Database.File + "-wal").Length);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_removed_post_goes_from_the_posts_that_quote_it_whichever_edition_they_quote(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var first = Arrivals.Post("1", text: "Forgettable words");
        var newer = Arrivals.Post("1", "5", "Forgettable words, once more");
        foreach (var post in new[] { first, newer, Quoting("7", first), Quoting("8", newer), Quoting("9", Arrivals.Post("2", text: "Others")) })
        {
            await store.Intake.SaveAsync("x", [Arrivals.Of(post)], null, CancellationToken.None);
        }

        await store.DoAsync("8", new CaseAction.Resolve("Done"));

        await SaveAsync(store, gone: ["1"]);

        Assert.Equal((new Quote("1", null), new Quote("5", null)), ((await store.FindAsync("7")).Post.Quote, (await store.FindAsync("8")).Post.Quote));
        Assert.Equal("Others", (await store.FindAsync("9")).Post.Quote?.Post?.Text);
        Assert.Equal((2, 3, 1), ((await store.FindAsync("7")).Case.Version, (await store.FindAsync("8")).Case.Version, (await store.FindAsync("9")).Case.Version));
        Assert.Equal([CaseEventKind.Received], (await store.FindAsync("7")).Events.Select(e => e.Kind));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_quoted_post_that_is_gone_and_a_case_itself_is_erased_there_too(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Intake.SaveAsync(
            "x", [Arrivals.Of(Arrivals.Post("1")), Arrivals.Of(Quoting("7", Arrivals.Post("1")))], null, CancellationToken.None);

        await store.Get<Lookups>().SaveAsync(new LookupResult(2, ["7"], ["7"], [], []) { GoneQuotes = ["1"] }, "round", new { }, CancellationToken.None);

        Assert.NotNull((await store.FindAsync("1")).Post.RemovedAt);
        Assert.Equal((new Quote("1", null), null), ((await store.FindAsync("7")).Post.Quote, (await store.FindAsync("7")).Post.RemovedAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Quoted_posts_are_asked_for_with_those_who_quote_them_and_count_against_the_budget(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        foreach (var post in new[] { Quoting("7", Arrivals.Post("1")), Arrivals.Post("8"), Quoting("9", Arrivals.Post("2")) })
        {
            await store.Intake.SaveAsync("x", [Arrivals.Of(post)], null, CancellationToken.None);
            store.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["7", "1", "8", "9", "2"], await IdsAsync(store, 5));
        Assert.Equal(["7", "1", "8"], await IdsAsync(store, 4));
        Assert.Empty(await IdsAsync(store, 1));
        Assert.Equal(["8", "9", "2"], await IdsAsync(store, 5, except: "1"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_a_post_is_withheld_is_taken_over_and_the_same_again_is_no_news(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Intake.SaveAsync("x", [Arrivals.Of(Quoting("7", Arrivals.Post("1"))), Arrivals.Of("8")], null, CancellationToken.None);

        await WithholdAsync(["DE", "GB"], ["GB"]);
        await WithholdAsync(["GB", "DE"], ["GB"]);

        var file = await store.FindAsync("7");
        Assert.Equal(["DE", "GB"], file.Post.WithheldIn);
        Assert.Equal(["GB"], file.Post.Quote!.Post!.WithheldIn);
        Assert.Equal((2, 1), (file.Case.Version, (await store.FindAsync("8")).Case.Version));

        async Task WithholdAsync(string[] post, string[] quoted) => await store.Get<Lookups>().SaveAsync(
            new LookupResult(2, ["7"], ["7"], [], []) { Withheld = new Dictionary<string, IReadOnlyList<string>> { ["7"] = post, ["1"] = quoted, ["8"] = [] } },
            "round",
            new { },
            CancellationToken.None);
    }

    private static Post Quoting(string id, Post quoted) => Arrivals.Post(id) with { Quote = new Quote(quoted.EditionId, quoted) };

    private static async Task<IEnumerable<string>> IdsAsync(TestStore store, int affordable, params string[] except) =>
        (await store.Get<Lookups>().DueAsync("x", store.Clock.GetUtcNow(), affordable, except, 100, CancellationToken.None)).SelectMany(d => d.Ids);

    private static Task SaveAsync(TestStore store, int asked = 1, string[]? live = null, string[]? gone = null) => store.Get<Lookups>().SaveAsync(
        new LookupResult(asked, live ?? [], live ?? [], [], gone ?? []), "round", new { }, CancellationToken.None);

    private static async Task<IEnumerable<string>> DueAsync(TestStore store, DateTimeOffset since, int affordable, params string[] except) =>
        (await store.Get<Lookups>().DueAsync("x", since, affordable, except, 100, CancellationToken.None)).Select(d => d.PostId);
}
