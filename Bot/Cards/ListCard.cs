using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>Several cases at once, for an answer or a storm: each with its state and, while New, its own Claim.</summary>
public static class ListCard
{
    public const int Most = 10;

    private const int TextLength = 160;

    /// <param name="left">How many more there are than <paramref name="cases"/>.</param>
    public static JsonObject Of(string title, IReadOnlyList<ListedCase> cases, int left, Organisation organisation)
    {
        var shown = cases.Take(Most).ToList();
        var more = left + cases.Count - shown.Count;
        List<JsonObject> body = [Rich(Run(Foreign.Inline(title, 120), bold: true, size: "Large")), .. shown.Select(c => Line(c, organisation))];
        if (shown.Count == 0)
        {
            body.Add(Rich(Run("Nothing here.")));
        }

        if (more > 0)
        {
            body.Add(Rich(Run($"and {Words.Figure(more)} more", subtle: true)));
        }

        return Card($"{Foreign.Spoken(title)}. {Words.Count(shown.Count, "case", "cases")}{(more > 0 ? $" and {Words.Figure(more)} more" : "")}.", body);
    }

    private static JsonObject Line(ListedCase listed, Organisation organisation)
    {
        var (shown, @case) = (ShownPost.Of(listed.File, organisation), listed.File.Case);
        var (post, name) = (shown.Post, PostBlock.Byline(shown));
        var author = name + (name.Length > 0 && PostBlock.Handle(post) is { } handle ? $" {handle}" : "");
        var (what, note) = CaseWords.State(listed.File, organisation, 80);
        List<JsonObject> items =
        [
            Rich(
                Run(CaseWords.Ward(@case.WardId, organisation) + " · ", subtle: true),
                Run(what, bold: true),
                Run(note)),
            Rich(Run(PostBlock.Briefly(shown, TextLength))).Spaced("Small"),
            Rich(
                Run(author, subtle: true, link: PostBlock.Profile(post)),
                Run(author.Length == 0 ? "" : " · ", subtle: true),
                Run(Words.Time(post.PostedAt, organisation.TimeZone), subtle: true, link: post.Url),
                Run(Web(listed.Link) is null ? "" : " · ", subtle: true),
                Run(Web(listed.Link) is null ? "" : "Open the card", link: listed.Link)).Spaced("Small"),
        ];
        if (@case is { IsOpen: true, Findings.Alarm: { } alarm })
        {
            items.Insert(0, Rich(Run(alarm.Sentence, bold: true)));
        }

        if (@case.State == CaseState.New && listed.ClaimHere)
        {
            items.Add(Actions(Buttons.Execute("Claim", CaseButtons.Data("claim", @case, "list"))));
        }

        return Container(items, separator: true).Spaced("Medium");
    }
}
