using FeedbackBot.Cases;
using FeedbackBot.Posts;
using FeedbackBot.Store;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

/// <summary>Authors edit their posts: the case goes on, and what a post said before is kept with it.</summary>
public class EditionTests
{
    private static readonly TextLink Link = new(0, 2, "a.example", new Uri("https://a.example/1"));

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_edition_that_came_is_kept_the_oldest_first_with_the_time_it_was_replaced(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var start = store.Clock.GetUtcNow();
        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("999", text: "No soap. #ward7") with { Links = [Link] })], null, None);
        store.Clock.Advance(TimeSpan.FromMinutes(3));
        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("999", "1002", "No soap, no paper. #ward7"))], null, None);
        store.Clock.Advance(TimeSpan.FromMinutes(4));
        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("999", "1003", "Soap has come. #ward7"))], null, None);

        var file = await store.FindAsync("999");

        Assert.Equal("Soap has come. #ward7", file.Post.Text);
        Assert.Equivalent(
            new FormerEdition[] { new("999", "No soap. #ward7", [Link], start.AddMinutes(3)), new("1002", "No soap, no paper. #ward7", [], start.AddMinutes(7)) },
            file.Post.Former,
            strict: true);
        Assert.Equal([CaseEventKind.Received, CaseEventKind.Edited, CaseEventKind.Edited], file.Events.Select(e => e.Kind));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_older_edition_that_comes_late_changes_nothing_but_what_is_known_of_the_past(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("1001", "1003", "Third"))], null, None);

        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("1001", "1002", "Second"))], null, None);
        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("1001", "1002", "Second")), Arrivals.Of(Arrivals.Post("1001", text: "First"))], null, None);

        var file = await store.FindAsync("1001");
        Assert.Equal(("Third", 1), (file.Post.Text, file.Case.Version));
        Assert.Equivalent(new FormerEdition[] { new("1001", "First", [], null), new("1002", "Second", [], null) }, file.Post.Former, strict: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_an_older_edition_said_is_withheld_too_whenever_it_comes(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var personal = Arrivals.Of(Arrivals.Post("1001", text: "My NHS number is 999 945 8076"));
        personal = personal with { Verdict = personal.Verdict with { Findings = Findings.None with { Withheld = "It may identify a patient: an NHS number." } } };
        var second = Arrivals.Of(Arrivals.Post("1002", "1004", text: "No soap"));

        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("1001", "1003", text: "No soap")), personal, second], null, None);
        await store.Intake.SaveAsync("x", [personal with { Post = personal.Post with { Id = "1002", EditionId = "1002" } }], null, None);
        await store.Intake.SaveAsync("x", [personal with { Post = personal.Post with { Id = "1002", EditionId = "1002" } }], null, None);

        var (together, late) = (await store.FindAsync("1001"), await store.FindAsync("1002"));
        Assert.Equal((1, personal.Verdict.Findings.Withheld), (together.Case.Version, together.Case.Findings.Withheld));
        Assert.Equal((2, personal.Verdict.Findings.Withheld, CaseEventKind.Edited), (late.Case.Version, late.Case.Findings.Withheld, late.Events[^1].Kind));
        Assert.Equal(["xray"], late.Case.AlsoNamed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_alarm_that_was_lifted_does_not_come_back_with_an_older_edition_and_leaves_no_event(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var alarming = Arrivals.Of(Arrivals.Post("1001", text: "I could die of thirst"));
        alarming = alarming with { Verdict = alarming.Verdict with { Findings = Findings.None with { Alarm = new Alarm(AlarmKind.LifeAtRisk, ["die"]) } } };
        await store.Intake.SaveAsync("x", [alarming], null, None);
        await store.DoAsync("1001", new CaseAction.LiftAlarm("A joke"));
        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("1001", "1003", text: "I could drink the Thames"))], null, None);

        await store.Intake.SaveAsync("x", [alarming], null, None);
        await store.Intake.SaveAsync("x", [alarming], null, None);

        var file = await store.FindAsync("1001");
        Assert.Equal((3, null, new Alarm(AlarmKind.LifeAtRisk, ["die"])), (file.Case.Version, file.Case.Findings.Alarm, file.Case.LiftedAlarm));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Editions_that_come_in_one_batch_in_any_order_leave_one_event_and_all_their_words(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        Arrival[] batch = [.. new[] { "1004", "1002", "1003", "1002" }.Select(e => Arrivals.Of(Arrivals.Post("1001", e, $"Edition {e}")))];

        await store.Intake.SaveAsync("x", batch, null, None);
        await store.Intake.SaveAsync("x", [.. batch.Reverse()], null, None);
        await store.Intake.SaveAsync("x", [.. batch.Select(a => a with { Post = a.Post with { Id = "1000" } })], null, None);

        var file = await store.FindAsync("1001");
        Assert.Equal(("Edition 1004", 2), (file.Post.Text, file.Case.Version));
        Assert.Equal(["No paper again. #StOswins #ward7", "Edition 1002", "Edition 1003"], file.Post.Former.Select(f => f.Text));
        Assert.Equal(["Edition 1002", "Edition 1003"], (await store.FindAsync("1000")).Post.Former.Select(f => f.Text));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_edit_that_names_another_ward_leaves_the_case_where_it_is_and_says_so(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var desk = store.Get<PostDesk>();
        await desk.TakeAsync("x", new PostBatch([Arrivals.Post("1001", text: "No paper. #ward7")], null), None);

        await desk.TakeAsync("x", new PostBatch([Arrivals.Post("1001", "1002", "No paper. #StOswins X-ray waiting room, Ward 7 is fine")], null), None);

        var one = (await store.FindAsync("1001")).Case;
        Assert.Equal(("ward7", "It has the hashtag #ward7."), (one.WardId, one.Reason));
        Assert.Equal(["xray"], one.AlsoNamed);

        await store.DoAsync("1001", new CaseAction.Claim());
        Assert.Equal(["xray"], (await store.FindAsync("1001")).Case.AlsoNamed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_edit_that_names_no_ward_does_not_name_the_front_desk(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var desk = store.Get<PostDesk>();
        await desk.TakeAsync("x", new PostBatch([Arrivals.Post("1001", text: "No paper. #ward7")], null), None);

        await desk.TakeAsync("x", new PostBatch([Arrivals.Post("1001", "1002", "No paper. #StOswins")], null), None);

        Assert.Empty((await store.FindAsync("1001")).Case.AlsoNamed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_quote_links_and_the_rest_come_back_from_the_store_as_they_went_in(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var quoted = CardSamples.Post() with
        {
            Id = "900",
            Text = "Quoted 👩🏽‍⚕️ \u202eלובל\u202c \0 ' \"",
            Links = [Link],
            Photos = [new Photo(new("https://m.example/v.jpg"), "Drip", true, true, 640, 480)],
            WithheldIn = ["DE"],
        };
        var post = Arrivals.Post("1001") with { Links = [Link, new(5, 3, null, null), new(9, 1, "", null)], Quote = new("900", quoted), WithheldIn = ["FR", "XY"] };
        var gone = Arrivals.Post("1002") with { Quote = new("901", null) };

        await store.Intake.SaveAsync("x", [Arrivals.Of(post), Arrivals.Of(gone)], null, None);

        Assert.Equivalent(post, (await store.FindAsync("1001")).Post, strict: true);
        Assert.Equal(new Quote("901", null), (await store.FindAsync("1002")).Post.Quote);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_text_that_loses_a_character_in_the_store_loses_its_links_too(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);

        await store.Intake.SaveAsync("x", [Arrivals.Of(Arrivals.Post("1001", text: "\0#StOswins") with { Links = [new(1, 9, null, null)] })], null, None);

        var post = (await store.FindAsync("1001")).Post;
        Assert.Equal(("#StOswins", 0), (post.Text, post.Links.Count));
    }
}
