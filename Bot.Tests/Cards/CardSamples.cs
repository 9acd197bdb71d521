using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Pals;
using FeedbackBot.Posts;
using FeedbackBot.Store.Rows;
using FeedbackBot.Summary;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Cards;

/// <summary>One case in every state, and the cards drawn from it.</summary>
internal static class CardSamples
{
    public const string Hostile = """
        **bold** [link](https://evil.example) <at>Everyone</at> {{DATE(2026-11-23T08:00:00Z)}} <script>document.title = 'owned'</script>
        ‮gnp.exe # Heading
        - list & "quotes" \n {{{TIME(2026-11-23T08:00:00Z)}}
        """;

    public static readonly DateTimeOffset T0 = new(2026, 11, 23, 13, 58, 0, TimeSpan.Zero);
    public static readonly Person Ann = new("00000000-0000-0000-0000-00000000000a", "Ann Archer");
    public static readonly Person Bob = new("00000000-0000-0000-0000-00000000000b", "Bob Baker");
    public static readonly Person Mary = new("00000000-0000-0000-0000-00000000000c", "Mary Marsh");
    public static readonly IReadOnlyList<Person> Fixers = [Ann, Bob];

    public static readonly CardPeople People = new(Fixers, ["29:ann", "29:bob", "29:mary"]);

    private static readonly Func<string, string> NameOf = Organisation().NameOf;

    public static Dictionary<string, Func<JsonObject>> Cards { get; } = new()
    {
        ["post-new"] = () => Draw(New()),
        ["post-new-history"] = () => Draw(New(), withHistory: true),
        ["post-new-plain"] = () => Draw(New() with { Post = Plain() }),
        ["post-claimed"] = () => Draw(Claimed()),
        ["post-new-fixer"] = () => DrawFor(New(), People with { Viewer = Viewer.Fixer }),
        ["post-claimed-claimer"] = () => DrawFor(Claimed(), People with { Viewer = Viewer.Claimer }),
        ["post-claimed-left"] = () => DrawFor(Claimed(), People with { TeamsIds = [], ClaimerHasLeft = true }),
        ["post-long"] = () => Draw(Long()),
        ["post-long-whole"] = () => PostCard.Of(Long(), "ward7", Organisation(), People, Detail.WholePost),
        ["whole-post"] = () => WholePostCard.Of(Long(), Organisation()),
        ["post-assigned"] = () => Draw(Then(Claimed(), new CaseAction.Assign(Bob), Mary, 9)),
        ["post-resolved"] = () => Draw(Resolved()),
        ["post-resolved-history"] = () => Draw(Thanked(Edited(Resolved())), withHistory: true),
        ["post-reopened"] = () => Draw(Then(Resolved(), new CaseAction.Reopen("It is back."), Mary, 90)),
        ["post-replied"] = () => Draw(Then(Resolved(), new CaseAction.Reply(), Ann, 55)),
        ["post-dismissed"] = () => Draw(Then(New(), new CaseAction.Dismiss("Not about us"), Ann, 3)),
        ["post-moved"] = () => Draw(Moved()),
        ["post-moved-there"] = () => PostCard.Of(Moved(), "xray", Organisation(), People, Detail.History),
        ["post-thanked"] = () => Draw(Thanked(Edited(New()))),
        ["post-hostile"] = () => Draw(HostileFile(), withHistory: true),
        ["post-quoting"] = () => Draw(PostSamples.Quoting()),
        ["post-quoting-gone"] = () => Draw(PostSamples.QuotingWhatIsGone()),
        ["post-quoting-withheld"] = () => Draw(PostSamples.QuotingWhatIsWithheld()),
        ["post-sensitive"] = () => Draw(PostSamples.Sensitive()),
        ["post-withheld"] = () => Draw(PostSamples.Withheld()),
        ["post-personal"] = () => Draw(PostSamples.Personal()),
        ["post-boss"] = () => DrawFor(New() with { Post = Post() with { Text = $"{Post().Text} Thank you Sister Ann and Dr. Patel" } }, People with { IsBoss = true }),
        ["post-corrected"] = () => Draw(Then(New(), new CaseAction.Correct(new Correction(Tone.Complaint, [Topic.Cleanliness, Topic.Food])), Ann, 4), withHistory: true),
        ["post-alarm"] = () => Draw(Alarming()),
        ["post-alarm-lifted"] = () => Draw(Lifted()),
        ["post-alarm-raised"] = () => Draw(Raised()),
        ["post-alarm-edited"] = () => DrawFor(AlarmingAfterItWasResolved(), People with { MayCloseAlarms = true }),
        ["post-doubtful"] = () => Draw(Doubtful()),
        ["post-confirmed"] = () => Draw(Then(Doubtful(), new CaseAction.Confirm(), Ann, 4), withHistory: true),
        ["post-alarm-lead"] = () => DrawFor(Alarming(), People with { MayCloseAlarms = true }),
        ["post-pals"] = () => Draw(Then(New(), new CaseAction.HandToPals("She asked for it in writing."), Ann, 4)),
        ["post-pals-acknowledged"] = () => Draw(Then(Then(New(), new CaseAction.HandToPals("She asked for it in writing."), Ann, 4), new CaseAction.AcknowledgeByPals(), Bob, 24 * 60), withHistory: true),
        ["post-pattern"] = () => Draw(PatternSamples.OfThree()),
        ["post-pattern-crowd"] = () => Draw(PatternSamples.OfACrowd()),
        ["post-taken-out"] = () => Draw(PatternSamples.TakenOut(), withHistory: true),
        ["post-again"] = () => Draw(PatternSamples.Again()),
        ["post-film"] = () => Draw(PostSamples.Film()),
        ["post-edited"] = () => Draw(PostSamples.Edited()),
        ["post-edited-history"] = () => Draw(PostSamples.Edited(), withHistory: true),
        ["post-many-wards"] = () => PostCard.Of(New(), "ward7", Organisation(150), People),
        ["post-removed"] = () => Draw(Removed(Claimed()), withHistory: true),
        ["post-removed-moved"] = () => Draw(Removed(Moved())),
        ["history"] = () => HistoryCard.Of(Thanked(Edited(Resolved())), Organisation()),
        ["list"] = () => ListCard.Of("Open in Ward 7", [Listed(New()), Listed(Claimed()), Listed(HostileFile()), Listed(PostSamples.Quoting()), Listed(PostSamples.Withheld()), Listed(PostSamples.Personal()), new(Resolved() with { Post = Plain() }, null), Listed(Removed(New()))], 12, Organisation()),
        ["list-empty"] = () => ListCard.Of("What you have claimed", [], 0, Organisation()),
        ["summary"] = () => SummaryCard.Of(Summary(), Organisation(), new Uri("https://teams.microsoft.com/l/message/19%3Axray/1"), T0),
        ["summary-quiet"] = () => SummaryCard.Of(Quiet(), Organisation(), null, T0),
        ["summary-many-wards"] = () => SummaryCard.Of(
            Summary() with { Wards = [.. Enumerable.Range(1, 45).Select(i => KeyValuePair.Create($"w{i}", Figures(i, 2 * i, 3 * i) with { Corrected = i % 5 }))] }, Organisation(60), null, T0),
        ["escalation-pattern"] = EscalationSamples.Pattern,
        ["escalation-again"] = EscalationSamples.Again,
        ["escalation-look"] = EscalationSamples.Look,
        ["escalation-praise"] = EscalationSamples.Praise,
        ["escalation-praise-named"] = EscalationSamples.PraiseOfSomebody,
        ["escalation-thanked"] = EscalationSamples.Thanked,
        ["escalation-thanked-just-now"] = EscalationSamples.ThankedJustNow,
        ["escalation-must-not-wait"] = EscalationSamples.MustNotWait,
        ["escalation-raised"] = EscalationSamples.Raised,
        ["escalation-lifted"] = EscalationSamples.Lifted,
        ["escalation-lifted-just-now"] = EscalationSamples.LiftedJustNow,
        ["escalation-lifted-later"] = EscalationSamples.LiftedLater,
        ["escalation-taken"] = EscalationSamples.Taken,
        ["escalation-done"] = EscalationSamples.Done,
        ["digest"] = DigestSamples.Busy,
        ["digest-quiet"] = DigestSamples.Quiet,
        ["digest-many-wards"] = DigestSamples.ManyWards,
        ["help"] = () => HelpCard.Of(Organisation()),
        ["wards"] = () => WardsCard.Of([new("ward7", "Ward 7", "Ward 7 feedback", 3), new("xray", "X-ray", "X-ray", 0), new("parking", "Car park", null, 1)]),
        ["status"] = () => StatusCard.Of(StatusSamples.Well(), Organisation().TimeZone),
        ["status-trouble"] = () => StatusCard.Of(StatusSamples.Trouble(), Organisation().TimeZone),
        ["status-no-x"] = () => StatusCard.Of(StatusSamples.WithoutX(), Organisation().TimeZone),
        ["offer-link"] = () => OfferLinkCard.Of(Organisation().Find("ward7")!),
        ["unclear"] = () => UnclearCard.Of("smarry for **warrd** 7 <at>x</at>", ["summary Ward 7", "open Ward 7", "find smarry"]),
    };

    public static JsonObject Draw(CaseFile file, bool withHistory = false) => PostCard.Of(file, "ward7", Organisation(), People, withHistory ? Detail.History : Detail.Usual);

    public static JsonObject DrawFor(CaseFile file, CardPeople people) => PostCard.Of(file, "ward7", Organisation(), people);

    public static Post Post() => new()
    {
        Id = "1801",
        Source = "x",
        EditionId = "1801",
        Text = "Third time this week the lavatory by Ward 7 has no paper and smells like a crime scene.\n\nThe nurse who found me a towel was fabulous though! 👏 #StOswins #ward7",
        Author = new Author("Priya N", "priya_n", new Uri("https://pictures.example/priya.png")),
        PostedAt = T0.AddSeconds(-20),
        Url = new Uri("https://x.com/priya_n/status/1801"),
        Photos = [new Photo(new Uri("https://pictures.example/loo.png"), "An empty paper holder"), new Photo(new Uri("https://pictures.example/floor.png"), null)],
    };

    public static CaseFile New()
    {
        var received = CaseMachine.Receive("1801", "ward7", "It has the hashtag #ward7.", ["xray"], T0, Findings.None with { Reading = Mixed });
        return new CaseFile(Post(), received.Case, [received.Event]);
    }

    /// <summary>Of <see cref="Post"/>, and not by the reader, whose figures change.</summary>
    public static Reading Mixed { get; } = new(
        Tone.Mixed,
        2,
        [new TopicReading(Topic.Cleanliness, Tone.Complaint, 2, "lavatory"), new TopicReading(Topic.StaffAttitude, Tone.Compliment, 0, "nurse")],
        ["fabulous", "smells like a crime scene"]);

    public static CaseFile Alarming()
    {
        var file = New();
        return file with { Case = file.Case with { Findings = file.Case.Findings with { Alarm = new Alarm(AlarmKind.Neglect, ["no paper"]) } } };
    }

    /// <summary>Its author edited it when the ward had done what there was to do.</summary>
    public static CaseFile AlarmingAfterItWasResolved()
    {
        var file = Resolved();
        var edit = CaseMachine.Edit(file.Case, [], T0.AddHours(1), file.Case.Findings with { Alarm = new Alarm(AlarmKind.Neglect, ["no paper"]) });
        return file with { Case = edit.Case, Events = [.. file.Events, edit.Event] };
    }

    /// <summary>The reader isn't sure that it is about cleanliness.</summary>
    public static CaseFile Doubtful()
    {
        var (file, doubtful) = (New(), Mixed with { Topics = [Mixed.Topics[0] with { IsSure = false }, Mixed.Topics[1]] });
        return file with { Case = file.Case with { Findings = file.Case.Findings with { Reading = doubtful } } };
    }

    /// <summary>The same read with doubt about every topic.</summary>
    public static Reading Unsure(Reading read) => read with { Topics = [.. read.Topics.Select(t => t with { IsSure = false })] };

    public static CaseFile Lifted() => Then(Alarming(), new CaseAction.LiftAlarm("A joke or a figure of speech"), Mary, 12);

    public static CaseFile Raised() => Then(Lifted(), new CaseAction.RaiseAlarm("She has **not** come back"), Ann, 15);

    public static CaseFile Long() => New() with { Post = Post() with { Text = string.Join(' ', Enumerable.Repeat("The lavatory has no paper.", 130)) + " The end." } };

    public static CaseFile Claimed() => Then(New(), new CaseAction.Claim(), Ann, 7);

    public static CaseFile Resolved() => Then(Claimed(), new CaseAction.Resolve("Paper refilled, floor mopped, drain reported to Estates."), Ann, 41);

    public static CaseFile Moved() => Then(New(), new CaseAction.Move("xray"), Bob, 5);

    /// <summary>The file after an action of a boss.</summary>
    public static CaseFile Then(CaseFile file, CaseAction action, Person by, int minutes)
    {
        var changed = (Outcome.Changed)CaseMachine.Decide(file.Case, action, new Actor(by, true, true, true) { MayCloseAlarms = true }, T0.AddMinutes(minutes), NameOf);
        return file with { Case = changed.Case, Events = [.. file.Events, changed.Event] };
    }

    public static CaseFile HostileFile()
    {
        var evil = new Person("e", "‮**Eve** <at>All</at>\nמשה {{DATE(2026-11-23T08:00:00Z)}}");
        var file = Then(New(), new CaseAction.Claim(), evil, 1);
        file = Then(file, new CaseAction.Release(), evil, 2);
        file = Then(file, new CaseAction.Resolve("# not a heading\n[x](https://evil.example) ‮ <at>All</at> {{TIME(2026-11-23T08:00:00Z)}}"), evil, 3);
        file = Then(file, new CaseAction.Reopen("<img src=x onerror=\"document.title='owned'\">"), evil, 4);
        var post = Post() with { Text = Hostile, Author = new Author("مرحبا <at>Bot</at> **x**", "evil", new Uri("javascript:alert(1)")) };
        return file with { Post = post with { Photos = [new Photo(new Uri("file:///etc/passwd"), "no")] } };
    }

    public static Organisation Organisation(int wards = 3) => new(Hospital(wards));

    public static OrganisationOptions Hospital(int wards = 3)
    {
        var options = new OrganisationOptions { Name = "St Oswin's Hospital", Hashtags = { "#StOswins" }, Bosses = { "boss" } };
        options.Wards.Add(new WardOptions { Id = "desk", Name = "Front desk", FrontDesk = true });
        options.Wards.Add(new WardOptions { Id = "ward7", Name = "Ward 7", Hashtags = { "#ward7" }, Fixers = { Ann.Id, Bob.Id } });
        options.Wards.Add(new WardOptions { Id = "xray", Name = "X-ray waiting room" });
        for (var i = options.Wards.Count; i < wards; i++)
        {
            options.Wards.Add(new WardOptions { Id = $"w{i}", Name = $"Outpatients’ clinic number {i}" });
        }

        return options;
    }

    private static ListedCase Listed(CaseFile file) => new(file, new Uri("https://teams.microsoft.com/l/message/19%3Award7/1"));

    private static Post Plain() => Post() with { Source = "samples", Author = Author.Unknown, Url = null, Photos = [], Text = "" };

    private static CaseFile Edited(CaseFile file)
    {
        var changed = CaseMachine.Edit(file.Case, ["ward7", "xray"], T0.AddMinutes(50));
        return file with { Case = changed.Case, Events = [.. file.Events, changed.Event] };
    }

    private static CaseFile Removed(CaseFile file)
    {
        var changed = CaseMachine.Remove(file.Case, T0.AddMinutes(55));
        var row = PostRow.Of(file.Post);
        row.Erase(T0.AddMinutes(55));
        return new CaseFile(row.ToPost(), changed.Case, [.. file.Events, changed.Event]);
    }

    private static CaseFile Thanked(CaseFile file) => Then(file, new CaseAction.Thank("Well done, Ward 7"), Mary, 60);

    private static DailySummary Summary() => new(
        new SummarySpan("Today, Monday 23 November", T0.Date, T0.Date.AddDays(1)),
        new WardFigures(1204, 7, 3, 48, 2, TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(65)) { Complaints = 57, Praise = 31, Thanked = 4, Corrected = 3, Again = 2, Alarms = 5, AlarmsLifted = 2, AlarmsRaised = 1 },
        new WardFigures(52, 4, 1, 47, 0, TimeSpan.FromMinutes(15), null),
        [KeyValuePair.Create("ward7", Figures(30, 4, 20) with { Corrected = 1 }), KeyValuePair.Create("xray", Figures(1173, 3, 27) with { Corrected = 2 }), KeyValuePair.Create("gone", Figures(1, 0, 1))],
        new LongestWait("1801", "xray", T0.AddHours(-5)))
    {
        Complained = [new(Topic.Cleanliness, 20), new(Topic.Waiting, 12), new(Topic.Food, 9), new(Topic.Noise, 1)],
        Praised = [new(Topic.StaffAttitude, 25)],
        Pals =
        [
            new PalsWait("1801", "ward7", new PalsClock(T0.AddDays(-6))) { Link = new Uri("https://teams.microsoft.com/l/message/19%3Award7/1") },
            .. Enumerable.Range(1, 8).Select(i => new PalsWait($"{i}", "xray", new PalsClock(T0.AddHours(-i)))),
        ],
    };

    private static DailySummary Quiet() => new(Summary().Span, Figures(0, 0, 0), Figures(0, 0, 0), [], null);

    private static WardFigures Figures(int received, int waiting, int resolved) => new(received, waiting, 1, resolved, 0, null, null);
}
