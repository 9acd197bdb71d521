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
    /// <summary>The newest; how many came before them is said.</summary>
    public const int MostPosts = 4;

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
        Organisation organisation) => Brevity.Fitting(brevity =>
        {
            var parts = PartsOf(escalation, files, organisation, brevity);
            return Elements.Card(
                $"{Title(escalation.Kind)}, {Foreign.Spoken(organisation.NameOf(escalation.WardId))}. {Foreign.Spoken(why)}",
                [
                    Heading(Title(escalation.Kind)),
                    Rich(Run($"{CaseWords.Ward(escalation.WardId, organisation)} · "), Run(Foreign.Inline(why, 200))).Spaced("None"),
                    .. parts.First,
                    .. files.TakeLast(MostPosts).SelectMany(f => Post(f, links, organisation, brevity)),
                    .. files.Count > MostPosts ? [Rich(Run($"and {Words.Count(files.Count - MostPosts, "earlier post", "earlier posts")}", subtle: true))] : (IEnumerable<JsonObject>)[],
                    .. rule is null ? (IEnumerable<JsonObject>)[] : [Rich(Run(rule, subtle: true, size: "Small"))],
                    Container(
                        [
                            .. parts.SaysStanding ? [Rich(Run(Foreign.Inline(EscalationWords.Standing(escalation, organisation.TimeZone), 400), bold: true))] : (IEnumerable<JsonObject>)[],
                            .. parts.Said.Select(e => Rich(Run(CaseWords.Event(e, organisation, brevity.Note * 2), bold: true))),
                            .. parts.Buttons,
                        ],
                        emphasis: true,
                        separator: true),
                ]);
        });

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

    private static EscalationParts PartsOf(Escalation escalation, IReadOnlyList<CaseFile> files, Organisation organisation, Brevity brevity) => escalation.Kind switch
    {
        EscalationKind.MustNotWait => AlarmParts.Of(escalation, files, organisation, brevity),
        EscalationKind.Praise => PraiseParts.Of(escalation, files, organisation),
        _ => new EscalationParts([], [], SaysStanding: true, EscalationButtons.Of(escalation, "I'll go")),
    };
}
