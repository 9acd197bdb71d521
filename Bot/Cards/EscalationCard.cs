using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>What is brought to a boss or the lead: why, the posts, who goes, and what they can do.</summary>
public static class EscalationCard
{
    public const string ThankVerb = "thank";

    /// <summary>What every button here carries: the escalation's id. The same verbs stand on other cards without it.</summary>
    public const string Mark = "escalation";

    /// <summary>The newest; how many came before them is said.</summary>
    public const int MostPosts = 4;

    private const int MostThanks = 3;

    /// <param name="why">A sentence.</param>
    /// <param name="files">The case, or those of the pattern, the newest last.</param>
    /// <param name="links">To the cases' cards in their wards, by case id.</param>
    /// <param name="rule">By which a pattern was found, in words; null for a single case.</param>
    public static JsonObject Of(
        Escalation escalation,
        string why,
        IReadOnlyList<CaseFile> files,
        IReadOnlyDictionary<string, Uri> links,
        string? rule,
        Organisation organisation) => Brevity.Fitting(brevity => Elements.Card(
            $"{Title(escalation.Kind)}, {Foreign.Spoken(organisation.NameOf(escalation.WardId))}. {Foreign.Spoken(why)}",
            [
                Heading(Title(escalation.Kind)),
                Rich(Run($"{CaseWords.Ward(escalation.WardId, organisation)} · "), Run(Foreign.Inline(why, 200))).Spaced("None"),
                .. escalation.Kind == EscalationKind.MustNotWait && escalation.State != EscalationState.Done && !Alarm(escalation, files, AlarmRounds.Lifted).Any()
                    ? [Rich(Run(ReadingBlock.LifeAtRisk, bold: true))]
                    : (IEnumerable<JsonObject>)[],
                .. Alarm(escalation, files, AlarmRounds.Raised).Select(e => Rich(Run(CaseWords.Event(e, organisation, brevity.Note), bold: true))),
                .. files.TakeLast(MostPosts).SelectMany(f => Post(f, links, organisation, brevity)),
                .. files.Count > MostPosts ? [Rich(Run($"and {Words.Count(files.Count - MostPosts, "earlier post", "earlier posts")}", subtle: true))] : (IEnumerable<JsonObject>)[],
                .. rule is null ? (IEnumerable<JsonObject>)[] : [Rich(Run(rule, subtle: true, size: "Small"))],
                Container(
                    [.. Standing(escalation, files, organisation, brevity), .. Buttons(escalation, files, organisation)],
                    emphasis: true,
                    separator: true),
            ]));

    public static string Title(EscalationKind kind) => kind switch
    {
        EscalationKind.Pattern => "Several people complain: worth a visit",
        EscalationKind.Look => "Worth a look yourself",
        EscalationKind.Praise => "Somebody deserves a pat on the back",
        EscalationKind.MustNotWait => "This must not wait",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind without a title."),
    };

    /// <summary>"Rule 1: …" for a pattern's card.</summary>
    public static string RuleOf(Pattern pattern, PatternRule rule) => rule.InWords(pattern.Topic, ToneNames.Of(pattern.Topic));

    private static IEnumerable<JsonObject> Post(CaseFile file, IReadOnlyDictionary<string, Uri> links, Organisation organisation, Brevity brevity)
    {
        yield return PostBlock.Of(ShownPost.Of(file, organisation), organisation, brevity).Spaced("Medium");
        var standing = Run(CaseWords.Briefly(file.Case), subtle: true);
        yield return Web(links.GetValueOrDefault(file.Case.Id)) is null
            ? Rich(standing)
            : Rich(standing, Run(" · ", subtle: true), Run("Open the card", link: links[file.Case.Id]));
        foreach (var again in OtherCasesBlock.Fixed(file, organisation, brevity))
        {
            yield return again;
        }
    }

    /// <summary>Of praise its case's thanks are read, each boss's: they count from the moment they are given, and nobody's line is lost.</summary>
    private static IEnumerable<JsonObject> Standing(Escalation escalation, IReadOnlyList<CaseFile> files, Organisation organisation, Brevity brevity)
    {
        var said = escalation.Kind == EscalationKind.Praise ? files.SelectMany(Thanks).TakeLast(MostThanks).ToList()
            : [.. Alarm(escalation, files, AlarmRounds.Lifted).Where(e => e.At != escalation.DoneAt)];
        IEnumerable<JsonObject> own = said.Count > 0 && escalation is { Kind: EscalationKind.Praise } or { State: not EscalationState.Done }
            ? []
            : [Rich(Run(Foreign.Inline(EscalationWords.Standing(escalation, organisation.TimeZone), 400), bold: true))];
        return [.. own, .. said.Select(e => Rich(Run(CaseWords.Event(e, organisation, brevity.Note), bold: true)))];
    }

    private static IEnumerable<JsonObject> Buttons(Escalation escalation, IReadOnlyList<CaseFile> files, Organisation organisation)
    {
        var isUrgent = escalation.Kind == EscalationKind.MustNotWait;
        if (Alarm(escalation, files, AlarmRounds.Lifted).Any())
        {
            yield break;
        }

        var finish = Cards.Buttons.Show(
            "Done",
            Cards.Buttons.Note("What came of it?", "Please say what came of it."),
            Actions(Cards.Buttons.Execute("Done", Data("done", escalation))));
        switch (escalation.State)
        {
            case EscalationState.Open when escalation.Kind == EscalationKind.Praise:
                foreach (var thank in files.Where(f => !Thanks(f).Any()).SelectMany(f => ThankButton.Of(f, organisation, CaseData(ThankVerb, f.Case, escalation))))
                {
                    yield return Actions(thank);
                }

                break;
            case EscalationState.Open:
                yield return Actions(Cards.Buttons.Execute(isUrgent ? "Acknowledge" : "I'll go", Data("going", escalation), positive: true), finish);
                break;
            case EscalationState.Taken:
                yield return Actions(finish, Cards.Buttons.Execute("I can't after all", Data("notgoing", escalation)));
                break;
        }

        // Also after Done, until the ward has its case back.
        foreach (var file in files.Where(f => isUrgent && AlarmRounds.Rings(f)))
        {
            yield return Actions(NoRiskButton.Of(CaseData(NoRiskButton.Verb, file.Case, escalation)));
        }
    }

    private static IEnumerable<CaseEvent> Thanks(CaseFile file) => file.Events.Where(e => e.Kind == CaseEventKind.Thanked);

    /// <summary>What somebody said of the alarm in its round.</summary>
    private static IEnumerable<CaseEvent> Alarm(Escalation escalation, IReadOnlyList<CaseFile> files, Func<CaseFile, int, CaseEvent?> said) =>
        escalation.Kind == EscalationKind.MustNotWait ? files.Select(f => said(f, escalation.Round)).OfType<CaseEvent>() : [];

    /// <summary>What the button sends from the case's own card, and on which message it was pressed.</summary>
    private static JsonObject CaseData(string verb, Case @case, Escalation escalation)
    {
        var data = CaseButtons.Data(verb, @case);
        data[Mark] = escalation.Id;
        return data;
    }

    private static JsonObject Data(string verb, Escalation escalation) => new() { ["verb"] = verb, [Mark] = escalation.Id };
}
