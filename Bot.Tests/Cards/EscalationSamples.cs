using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;

namespace FeedbackBot.Tests.Cards;

/// <summary>What is brought to bosses and the lead, in every kind and state.</summary>
internal static class EscalationSamples
{
    private static readonly Dictionary<string, Uri> Links = new() { ["1801"] = new("https://teams.microsoft.com/l/message/19%3Award7/1") };

    public static JsonObject Pattern() => EscalationCard.Of(
        Of(EscalationKind.Pattern),
        "Different people complain about cleanliness in the same place, 3 people so far.",
        [CardSamples.New(), CardSamples.Claimed(), PostSamples.Personal()],
        Links,
        new PatternRule(new PatternOptions()).InWords(FeedbackBot.Triage.Topic.Cleanliness, "cleanliness"),
        CardSamples.Organisation());

    public static JsonObject Look() => Single(Of(EscalationKind.Look), "It is a complaint with a picture.");

    public static JsonObject Again() =>
        EscalationCard.Of(Of(EscalationKind.Look), "It is a complaint with a picture.", [PatternSamples.Again()], Links, null, CardSamples.Organisation());

    public static JsonObject Praise() => Single(Of(EscalationKind.Praise), "It praises somebody.");

    public static JsonObject PraiseOfSomebody() => Single(
        Of(EscalationKind.Praise), "It praises somebody.", CardSamples.New() with { Post = CardSamples.Post() with { Text = $"{CardSamples.Post().Text} Thank you Sister Ann and Dr. Patel" } });

    public static JsonObject Thanked() => Single(
        Of(EscalationKind.Praise) with { State = EscalationState.Done, DoneBy = CardSamples.Mary, DoneAt = CardSamples.T0.AddMinutes(9) },
        "It praises somebody.",
        CardSamples.Then(CardSamples.Then(CardSamples.New(), new CaseAction.Thank("Well done, **Ward 7**"), CardSamples.Mary, 9), new CaseAction.Thank(null), CardSamples.Bob, 10));

    /// <summary>The moment before weighing has seen it.</summary>
    public static JsonObject ThankedJustNow() => Single(
        Of(EscalationKind.Praise), "It praises somebody.", CardSamples.Then(CardSamples.New(), new CaseAction.Thank("Well done, Ward 7"), CardSamples.Mary, 9));

    public static JsonObject MustNotWait() => Single(Of(EscalationKind.MustNotWait), "Someone may be at risk: words about neglect.", CardSamples.Alarming());

    public static JsonObject Raised() => Single(Of(EscalationKind.MustNotWait) with { Round = 2 }, "Someone may be at risk: staff say so.", CardSamples.Raised());

    public static JsonObject Lifted() => Single(
        DoneByMary(12, "Nobody is at risk: A joke or a figure of speech"),
        "Someone may be at risk: words about neglect.",
        CardSamples.Raised());

    /// <summary>The moment before weighing has seen it.</summary>
    public static JsonObject LiftedJustNow() => Single(Of(EscalationKind.MustNotWait), "Someone may be at risk: words about neglect.", CardSamples.Lifted());

    /// <summary>Done first, and the case given back to the ward after that.</summary>
    public static JsonObject LiftedLater() => Single(
        DoneByMary(5, "Spoke to her."),
        "Someone may be at risk: words about neglect.",
        CardSamples.Lifted());

    public static JsonObject Taken() => Single(
        Of(EscalationKind.Look) with { State = EscalationState.Taken, TakenBy = CardSamples.Mary, TakenAt = CardSamples.T0.AddMinutes(7) },
        "It is a complaint with a picture.");

    public static JsonObject Done() => Single(
        DoneByMary(40, "Spoke to her daughter, **she** is safe."),
        "Someone may be at risk: words about neglect.",
        CardSamples.Alarming());

    private static Escalation DoneByMary(double minutes, string note) =>
        Of(EscalationKind.MustNotWait) with { State = EscalationState.Done, DoneBy = CardSamples.Mary, DoneAt = CardSamples.T0.AddMinutes(minutes), Note = note };

    private static Escalation Of(EscalationKind kind) => new(kind, "1001", "ward7", CardSamples.T0);

    private static JsonObject Single(Escalation escalation, string why, CaseFile? file = null) =>
        EscalationCard.Of(escalation, why, [file ?? CardSamples.New()], Links, null, CardSamples.Organisation());
}
