using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>The lower block of a card: whose the case is, where it stands, why it came here, and the buttons.</summary>
public static class CaseBlock
{
    /// <summary>X lets an author edit five times.</summary>
    private const int MostFormer = 5;

    /// <summary>"Resolve", "Release" and "Assign" just fit into 280 px, and so do "Reply on X" and "I replied".</summary>
    private const int LettersInRow = 20;

    public static JsonObject Of(CaseFile file, Organisation organisation, Brevity brevity, Detail detail, CaseButtons buttons, bool claimerHasLeft)
    {
        var (what, note) = CaseWords.State(file, organisation, brevity.Note * 2);
        return Container(
            [
                .. ReadingBlock.Alarm(file, organisation, brevity),
                Rich(Run(CaseWords.Ward(file.Case.WardId, organisation), subtle: true)),
                Rich(Run(what, bold: true), Run(note)).Spaced("None"),
                .. claimerHasLeft && file.Case.State == CaseState.Claimed
                    ? [Rich(Run("They are no longer in this channel. Assign it to someone else, or a boss can release it.")).Spaced("None")]
                    : (IEnumerable<JsonObject>)[],
                .. OtherCasesBlock.Fixed(file, organisation, brevity),
                .. OtherCasesBlock.Patterns(file, organisation, brevity),
                .. ReadingBlock.Tone(file.Case),
                .. Why(file, organisation),
                .. Language(ShownPost.Of(file, organisation)),
                .. Since(file, organisation, brevity),
                .. detail == Detail.History ? [.. History(file, organisation, brevity), Actions(buttons.HideHistory())] : (IEnumerable<JsonObject>)[],

                .. Rows(buttons.Of(detail)).Select((row, i) => i == 0 ? Actions(row) : Actions(row).Spaced("Small")),
            ],
            emphasis: true,
            separator: true);
    }

    /// <summary>For the ward that passed the case on: where it is, and no button.</summary>
    public static JsonObject Moved(CaseFile file, string shownInWardId, Organisation organisation) => Container(
        [
            Rich(Run(CaseWords.Ward(shownInWardId, organisation), subtle: true)),
            Rich(Run(CaseWords.Moved(file, shownInWardId, organisation), bold: true)).Spaced("None"),
        ],
        emphasis: true,
        separator: true);

    /// <summary>As many to a row as a phone has room for: renderers squeeze more than that until their titles can't be read.</summary>
    private static List<List<JsonObject>> Rows(IEnumerable<JsonObject> buttons)
    {
        List<List<JsonObject>> rows = [];
        var letters = 0;
        foreach (var button in buttons)
        {
            var title = ((string)button["title"]!).Length;
            if (rows.Count == 0 || rows[^1].Count == 3 || letters + title > LettersInRow)
            {
                rows.Add([]);
                letters = 0;
            }

            rows[^1].Add(button);
            letters += title;
        }

        return rows;
    }

    private static IEnumerable<JsonObject> Why(CaseFile file, Organisation organisation)
    {
        // The reason speaks of the ward where the post arrived.
        var first = "Why here: ";
        if (file.Events.LastOrDefault(e => e.Kind == CaseEventKind.Moved) is { } move)
        {
            yield return Rich(Run(first, subtle: true), Run($"{CaseWords.Event(move, organisation, 0)}.")).Spaced("Small");
            first = "At first: ";
        }

        if (ShownPost.Of(file, organisation).IsWithheld)
        {
            yield return Rich(Run("Why it isn't shown: ", subtle: true), Run(Foreign.Inline(file.Case.Findings.Withheld, 300))).Spaced("Small");
        }

        yield return Rich(Run(first, subtle: true), Run(Foreign.Inline(file.Case.Reason, 300))).Spaced(first == "Why here: " ? "Small" : "None");
        var others = file.Case.AlsoNamed.Where(id => !CaseWords.Same(id, file.Case.WardId)).ToList();
        if (others.Count > 0)
        {
            var names = string.Join(", ", others.Take(5).Select(id => CaseWords.Ward(id, organisation)));
            yield return Rich(Run("It also names: ", subtle: true), Run(others.Count > 5 ? $"{names} and {others.Count - 5} more" : names)).Spaced("None");
        }
    }

    /// <summary>Whoever reads no Welsh knows whom to ask before trying.</summary>
    private static IEnumerable<JsonObject> Language(ShownPost shown)
    {
        if (LanguageNames.Of(shown.Post.Language) is { } language)
        {
            yield return Rich(Run("Written in: ", subtle: true), Run(language)).Spaced("None");
        }
    }

    private static IEnumerable<JsonObject> Since(CaseFile file, Organisation organisation, Brevity brevity)
    {
        if (file.Events.LastOrDefault(e => e.Kind == CaseEventKind.Edited) is { } edited)
        {
            yield return Rich(Run($"Edited by its author on {Words.Time(edited.At, organisation.TimeZone)}", subtle: true)).Spaced("None");
        }

        else if (PostBlock.IsOnX(file.Post) && file.Post.EditionId != file.Post.Id)
        {
            yield return Rich(Run("Edited by its author before it came here", subtle: true)).Spaced("None");
        }

        if (CaseWords.Replies(file, organisation) is { } replied)
        {
            yield return Rich(Run(replied)).Spaced("Small");
        }

        if (CaseWords.Pals(file.Case, organisation.TimeZone) is { } pals)
        {
            yield return Rich(Run(pals)).Spaced("Small");
        }

        foreach (var thanks in CaseWords.Thanks(file))
        {
            yield return Rich(Run(CaseWords.Thank(thanks, brevity.Note * 2))).Spaced("Small");
        }
    }

    /// <summary>Every event that there is room for.</summary>
    public static IEnumerable<JsonObject> History(CaseFile file, Organisation organisation, Brevity brevity)
    {
        yield return Heading("What happened", "Default");
        var earlier = file.Events.Count - brevity.Events;
        if (earlier > 0)
        {
            yield return Rich(Run($"{Words.Count(earlier, "earlier event", "earlier events")} not shown", subtle: true)).Spaced("Small");
        }

        foreach (var e in file.Events.Skip(earlier))
        {
            yield return Rich(
                Run($"{Words.Time(e.At, organisation.TimeZone)} · ", subtle: true),
                Run(CaseWords.Event(e, organisation, brevity.Note))).Spaced("Small");
        }

        foreach (var because in ReadingBlock.Because(file.Case, ShownPost.Of(file, organisation), organisation.Country, brevity))
        {
            yield return because;
        }

        foreach (var former in Former(file, organisation, brevity))
        {
            yield return former;
        }
    }

    private static IEnumerable<JsonObject> Former(CaseFile file, Organisation organisation, Brevity brevity)
    {
        var former = ShownPost.Of(file, organisation).Post.Former.TakeLast(Math.Min(MostFormer, brevity.Events / 3));
        foreach (var edition in former)
        {
            var text = Foreign.Inline(PostText.Plain(edition.Text, edition.Links), brevity.Note * 2);
            yield return Rich(
                Run(edition.ReplacedAt is { } at ? $"Before the edit of {Words.Time(at, organisation.TimeZone)} it said: " : "An earlier edition said: ", subtle: true),
                Run(text.Length == 0 ? "(no text)" : text)).Spaced("Small");
        }
    }
}
