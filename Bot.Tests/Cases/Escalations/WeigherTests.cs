using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Posts;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Tests.Cases.Escalations;

/// <summary>What a case means beside others, each time something happened to it.</summary>
public sealed class WeigherTests
{
    private static readonly DateTimeOffset T0 = CardSamples.T0;
    private static readonly PatternRule Rule = new(new PatternOptions());
    private static readonly Reading Dirty = new(Tone.Complaint, 2, [new(Topic.Cleanliness, Tone.Complaint, 2, "")], []);

    [Fact]
    public void A_second_persons_complaint_changes_both_cards()
    {
        var weighed = Weigh(File("b", "bob"), [Complaint("a", "@ann")], []);

        Assert.IsType<PatternChange.Opened>(Assert.Single(weighed.Patterns));
        Assert.Equal(["a", "b"], weighed.Redrawn.Order());
    }

    [Fact]
    public void What_a_post_is_hardly_about_counts_with_nobodys_complaints()
    {
        var file = File("b", "bob");
        var unsure = CardSamples.Unsure(Dirty);

        var weighed = Weigh(file with { Case = file.Case with { Findings = file.Case.Findings with { Reading = unsure } } }, [Complaint("a", "@ann")], []);

        Assert.Empty(weighed.Patterns);
    }

    [Fact]
    public void One_that_changes_nothing_for_anybody_redraws_nothing()
    {
        var pattern = new Pattern("p", PatternRule.Version, [Complaint("a", "@ann"), Complaint("b", "@bob")], T0, T0);

        var weighed = Weigh(Done(File("b", "bob"), new CaseAction.Claim()), [Complaint("a", "@ann")], [pattern]);

        Assert.Empty(weighed.Patterns);
        Assert.Empty(weighed.Redrawn);
    }

    [Fact]
    public void One_that_was_taken_out_leaves_and_does_not_come_back_by_itself_and_its_own_card_knew()
    {
        var pattern = new Pattern("p", PatternRule.Version, [Complaint("a", "@ann"), Complaint("b", "@bob"), Complaint("c", "@cat")], T0, T0);
        var taken = Done(File("b", "bob"), new CaseAction.TakeOut(Topic.Cleanliness, IsInPattern: true));

        var weighed = Weigh(taken, [Complaint("a", "@ann"), Complaint("c", "@cat")], [pattern]);
        var left = Assert.IsType<PatternChange.Left>(Assert.Single(weighed.Patterns)).Pattern;
        Assert.Equal(["a", "c"], left.Complaints.Select(c => c.CaseId));
        Assert.Equal(["a", "c"], weighed.Redrawn.Order());

        // Also after an edit.
        var edited = taken with { Case = CaseMachine.Edit(taken.Case, [], T0, taken.Case.Findings).Case };
        Assert.Empty(Weigh(edited, [Complaint("a", "@ann"), Complaint("c", "@cat")], [left]).Patterns);

        var back = Done(edited, new CaseAction.PutBack(Topic.Cleanliness));
        Assert.IsType<PatternChange.Joined>(Assert.Single(Weigh(back, [Complaint("a", "@ann"), Complaint("c", "@cat")], [left]).Patterns));
    }

    [Fact]
    public void What_the_reader_is_not_sure_of_counts_once_a_person_says_that_it_is_right()
    {
        var file = File("b", "bob");
        var doubtful = file with { Case = file.Case with { Findings = file.Case.Findings with { Reading = CardSamples.Unsure(file.Case.Findings.Reading) } } };

        Assert.Empty(Weigh(doubtful, [Complaint("a", "@ann")], []).Patterns);
        Assert.IsType<PatternChange.Opened>(Assert.Single(Weigh(Done(doubtful, new CaseAction.Confirm()), [Complaint("a", "@ann")], []).Patterns));
    }

    [Fact]
    public void One_that_is_dismissed_leaves_and_one_that_is_resolved_stays()
    {
        var pattern = new Pattern("p", PatternRule.Version, [Complaint("a", "@ann"), Complaint("b", "@bob")], T0, T0);

        Assert.IsType<PatternChange.Ended>(Assert.Single(Weigh(Done(File("b", "bob"), new CaseAction.Dismiss("Spam")), [Complaint("a", "@ann")], [pattern]).Patterns));
        Assert.Empty(Weigh(Done(File("b", "bob"), new CaseAction.Resolve("Mopped.")), [Complaint("a", "@ann")], [pattern]).Patterns);
    }

    [Fact]
    public void One_whose_author_names_another_spot_by_an_edit_leaves()
    {
        var pattern = new Pattern("p", PatternRule.Version, [Men("a", "@ann"), Complaint("b", "@bob"), Men("c", "@cat")], T0, T0);
        var file = File("b", "bob");

        Assert.Empty(Weigh(file, [], [pattern]).Patterns);
        var elsewhere = Weigh(file with { Post = file.Post with { Text = "The ladies' toilet is so dirty" } }, [], [pattern]);
        Assert.IsType<PatternChange.Left>(Assert.Single(elsewhere.Patterns));

        // Its own card, too: until it was compared nothing said that it belongs elsewhere.
        Assert.Equal(["a", "b", "c"], elsewhere.Redrawn.Order());

        static Complaint Men(string caseId, string author) => Complaint(caseId, author) with { Spot = SpotReader.Read("The men's toilet is dirty") };
    }

    [Fact]
    public void What_a_case_ended_and_no_person_is_brought_anew_when_it_is_deserved_again()
    {
        var photo = File("b", "bob") with { Post = CardSamples.Post() with { Id = "b", Photos = [new Photo(new("https://pbs.example/1.jpg"), null)] } };
        var first = Assert.Single(Look(photo).New).Escalation;
        Assert.Empty(Look(photo, first).New);

        var resolved = Done(photo, new CaseAction.Resolve("Mopped."));
        var ended = Look(resolved, first).Settled.Single().After;
        var reopened = CardSamples.Then(resolved, new CaseAction.Reopen("Still dirty"), CardSamples.Ann, 60);

        Assert.Equal("Look2:b", Assert.Single(Look(reopened, ended).New).Escalation.Id);
        Assert.Empty(Look(reopened, ended with { DoneBy = CardSamples.Mary }).New);

        Weighing Look(CaseFile of, params Escalation[] known) => new Weigher(Rule, new EscalationOptions { Enabled = true }).Weigh(of, [], [], known, T0);
    }

    /// <summary>One author's two posts would be two people's once nobody knows whose they were.</summary>
    [Fact]
    public void What_is_no_longer_public_makes_no_pattern_and_stays_in_one()
    {
        var file = File("b", "ann");
        var gone = file with { Post = file.Post with { RemovedAt = T0 } };
        var other = Complaint("a", "case:a") with { IsGone = true };
        var pattern = new Pattern("p", PatternRule.Version, [Complaint("a", "@bob"), Complaint("b", "case:b") with { IsGone = true }], T0, T0);

        Assert.Empty(Weigh(gone, [other], []).Patterns);
        Assert.Empty(Weigh(file, [other], []).Patterns);
        Assert.Empty(Weigh(gone, [Complaint("a", "@bob")], [pattern]).Patterns);
    }

    [Fact]
    public void A_look_that_its_authors_edit_made_needless_is_not_said_to_have_been_read_wrongly()
    {
        var look = new Escalation(EscalationKind.Look, "b", "ward7", T0);
        var praise = new Reading(Tone.Compliment, 0, [], []);
        var file = File("b", "bob");
        var edit = CaseMachine.Edit(file.Case, [], T0, file.Case.Findings with { Reading = praise });
        var edited = file with { Case = edit.Case, Events = [.. file.Events, edit.Event] };
        var corrected = Done(file, new CaseAction.Correct(new Correction(Tone.Compliment, [])));

        Assert.Equal("Its author has edited the post.", Note(edited));
        Assert.Equal("The post was read wrongly.", Note(corrected));

        string? Note(CaseFile of) => new Weigher(Rule, new EscalationOptions()).Weigh(of, [], [], [look], T0).Settled.Single().After.Note;
    }

    [Fact]
    public void A_look_whose_picture_is_gone_goes_on_to_nobody_unless_somebody_goes_already()
    {
        var look = new Escalation(EscalationKind.Look, "b", "ward7", T0);
        var bare = File("b", "bob") with { Post = CardSamples.Post() with { Id = "b", Photos = [] } };
        var edit = CaseMachine.Edit(bare.Case, [], T0);
        var edited = bare with { Case = edit.Case, Events = [.. bare.Events, edit.Event] };
        var removed = bare with { Post = bare.Post with { RemovedAt = T0 } };
        var gravest = edited with { Case = edited.Case with { Findings = edited.Case.Findings with { Reading = Dirty with { Severity = Deserves.SeverityAtTheTop } } } };

        Assert.Equal("Its author has edited the post.", Settled(edited, look)?.Note);
        Assert.Equal("The post is no longer public, and its picture is gone.", Settled(removed, look)?.Note);
        Assert.Null(Settled(File("b", "bob"), look));
        Assert.Null(Settled(gravest, look));
        Assert.Null(Settled(edited, look with { State = EscalationState.Taken, TakenBy = CardSamples.Mary }));

        static Escalation? Settled(CaseFile of, Escalation known) => new Weigher(Rule, new EscalationOptions { Enabled = true }).Weigh(of, [], [], [known], T0).Settled.Select(s => s.After).SingleOrDefault();
    }

    [Fact]
    public void Praise_that_somebody_has_thanked_for_is_brought_to_nobody()
    {
        var praise = File("b", "bob");
        praise = praise with { Case = praise.Case with { Findings = praise.Case.Findings with { Reading = new Reading(Tone.Compliment, 0, [], []) } } };

        Assert.Equal(EscalationKind.Praise, Assert.Single(New(praise)).Escalation.Kind);
        Assert.Empty(New(CardSamples.Then(praise, new CaseAction.Thank(null), CardSamples.Mary, 5)));

        static IEnumerable<(Escalation Escalation, string Why)> New(CaseFile of) => new Weigher(Rule, new EscalationOptions { Enabled = true }).Weigh(of, [], [], [], T0).New;
    }

    [Fact]
    public void A_patterns_first_case_that_goes_to_another_ward_leaves_it()
    {
        var pattern = new Pattern("p", PatternRule.Version, [Complaint("a", "@ann"), Complaint("b", "@bob")], T0, T0);
        var moved = Done(File("a", "ann"), new CaseAction.Move("xray"));
        pattern = pattern with { Complaints = [Weigher.ComplaintsOf(moved).Single(), pattern.Complaints[1]] };

        Assert.IsType<PatternChange.Ended>(Assert.Single(Weigh(moved, [], [pattern]).Patterns));
    }

    [Fact]
    public void What_was_resolved_before_is_kept_in_mind_once_found_though_that_case_is_opened_again()
    {
        var resolved = Complaint("a", "@ann") with { IsOpen = false, ResolvedAt = T0.AddHours(-5) };
        var found = Weigh(File("b", "ann"), [resolved], []);
        Assert.Equal(("a", "b"), (found.AgainAfter, Assert.Single(found.Redrawn)));

        var file = File("b", "ann");
        var knowing = file with { Case = file.Case with { AgainAfter = "a" } };
        var reopened = resolved with { IsOpen = true, ResolvedAt = null };
        Assert.Equal("a", Weigh(knowing, [reopened, resolved with { CaseId = "c", ResolvedAt = T0.AddHours(-1) }], []).AgainAfter);
        Assert.Equal("a", Weigh(Done(knowing, new CaseAction.Resolve("Mopped.")), [resolved], []).AgainAfter);
    }

    [Fact]
    public void What_is_no_longer_about_the_same_thing_does_not_come_again()
    {
        var file = File("b", "ann");
        var knowing = file with { Case = file.Case with { AgainAfter = "a" } };
        var corrected = Done(knowing, new CaseAction.Correct(new Correction(Tone.Complaint, [Topic.Food])));

        var weighed = Weigh(corrected, [Complaint("a", "@ann") with { IsOpen = false, ResolvedAt = T0.AddHours(-5) }], []);

        Assert.Equal((null, "b"), (weighed.AgainAfter, Assert.Single(weighed.Redrawn)));
    }

    [Fact]
    public void Nothing_is_compared_where_nobody_wants_it()
    {
        var weighed = new Weigher(Rule, new EscalationOptions()).Weigh(File("b", "bob"), [Complaint("a", "@ann")], [], [], T0);

        Assert.Empty(weighed.Patterns);
        Assert.Empty(weighed.Redrawn);
    }

    private static Weighing Weigh(CaseFile file, IReadOnlyList<Complaint> wards, IReadOnlyList<Pattern> patterns) =>
        new Weigher(Rule, new EscalationOptions { Enabled = true }).Weigh(file, wards, patterns, [], T0);

    private static Complaint Complaint(string caseId, string author) => new(caseId, "ward7", Topic.Cleanliness, author, null, 2, T0.AddHours(-2));

    private static CaseFile File(string id, string handle)
    {
        var received = CaseMachine.Receive(id, "ward7", "It has the hashtag #ward7.", [], T0, Findings.None with { Reading = Dirty });
        var post = CardSamples.Post() with { Id = id, EditionId = id, Text = "So dirty", Author = new(handle, handle, null) };
        return new CaseFile(post, received.Case, [received.Event]);
    }

    private static CaseFile Done(CaseFile file, CaseAction action) => CardSamples.Then(file, action, CardSamples.Ann, 3);
}
