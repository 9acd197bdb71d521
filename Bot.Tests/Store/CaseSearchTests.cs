using FeedbackBot.Cases;
using FeedbackBot.Posts;
using FeedbackBot.Store;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Personal;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

/// <summary>Both databases find the same cases.</summary>
public sealed class CaseSearchTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_case_is_found_by_its_post_its_author_and_its_notes_the_newest_first(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await TakeAsync(store, "1001", "The CAFÉ is cold");
        await TakeAsync(store, "1002", "No soap", new Author("Zoë Cafe", "zc", null));
        await TakeAsync(store, "1003", "No paper", new Author("Bob", "cafe_lover", null));
        await TakeAsync(store, "1004", "No towels");
        await store.DoAsync("1004", new CaseAction.Resolve("Fetched some from the café."));

        Assert.Equal("1004 1003 1002 1001", await FindAsync(store, "cafe"));
        Assert.Equal("1004", await FindAsync(store, "TOWELS fetched"));
        Assert.Equal("1002", await FindAsync(store, "zoe soap"));
        Assert.Equal("", await FindAsync(store, "cafe unobtainium"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_wards_and_states_that_are_asked_for_are_looked_through(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await TakeAsync(store, "1001", "No soap");
        await TakeAsync(store, "1002", "No soap", wardId: "xray");
        await TakeAsync(store, "1003", "No soap");
        await store.DoAsync("1003", new CaseAction.Claim());

        Assert.Equal("1003 1001", await FindAsync(store, "soap", ["ward7"]));
        Assert.Equal("1002", await FindAsync(store, "soap", ["xray", "gone"]));
        Assert.Equal("", await FindAsync(store, "soap", []));
        Assert.Equal("1003", await FindAsync(store, "soap", null, [CaseState.Claimed, CaseState.Resolved]));
        Assert.Equal("1003 1002 1001", await FindAsync(store, ""));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Wildcards_and_statements_are_words(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await TakeAsync(store, "1001", "100% clean");
        await TakeAsync(store, "1002", "1000 people waited; DROP TABLE \"Cases\"; --");

        Assert.Equal("", await FindAsync(store, "cl_an"));
        Assert.Equal("", await FindAsync(store, "c%n"));
        Assert.Equal("1002", await FindAsync(store, "'; DROP TABLE \"Cases\"; --"));
        Assert.Equal("1001", await FindAsync(store, "100% clean"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_cases_are_read_page_by_page_and_counted(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Intake.SaveAsync("x", Arrivals.Many(1200), null, None);
        await TakeAsync(store, "5001", "Something else altogether");
        var search = store.Get<CaseSearch>();
        var paper = new CaseQuery(new SearchWords("paper"));

        var (counted, more) = await search.FindAsync(paper, 0, 10, counted: true, None);
        var (next, _) = await search.FindAsync(paper, 1195, 10, counted: false, None);

        Assert.Equal((10, 1190), (counted.Count, more));
        Assert.Equal(5, next.Count);
        Assert.Empty(counted.Select(f => f.Case.Id).Intersect(next.Select(f => f.Case.Id)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_must_not_be_shown_is_not_found_by_its_words_and_can_be_listed_without_them(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var arrival = Arrivals.Of(Arrivals.Post("1001", text: "My NHS number is 999 945 8076") with { Author = new Author("Zoë Cafe", "zc_cafe", null) });
        var findings = Findings.None with { Withheld = PersonalReader.WhyWithheld(arrival.Post) };
        await store.Intake.SaveAsync("x", [arrival with { Verdict = arrival.Verdict with { Findings = findings } }], null, None);
        await store.DoAsync("1001", new CaseAction.Resolve("Rang the author."));

        Assert.Equal(["", "", "", ""], [await FindAsync(store, "9458076"), await FindAsync(store, "number"), await FindAsync(store, "zoe"), await FindAsync(store, "zc_cafe")]);
        Assert.Equal(["1001", "1001"], [await FindAsync(store, "rang"), await FindAsync(store, "")]);
    }

    private static async Task TakeAsync(TestStore store, string id, string text, Author? author = null, string wardId = "ward7")
    {
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        var post = Arrivals.Post(id, text: text) with { Author = author ?? Author.Unknown };
        await store.Intake.SaveAsync("x", [Arrivals.Of(post, wardId)], null, None);
    }

    private static async Task<string> FindAsync(TestStore store, string words, IReadOnlyList<string>? wardIds = null, IReadOnlyList<CaseState>? states = null)
    {
        var (files, _) = await store.Get<CaseSearch>().FindAsync(new CaseQuery(new SearchWords(words), wardIds, states), 0, 10, counted: true, None);
        return string.Join(' ', files.Select(f => f.Case.Id));
    }
}
