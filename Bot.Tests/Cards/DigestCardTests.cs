using System.Text.Json.Nodes;

namespace FeedbackBot.Tests.Cards;

public sealed class DigestCardTests
{
    [Fact]
    public void No_word_of_an_author_is_on_a_digest() =>
        Assert.DoesNotContain(DigestSamples.AuthorsWord, DigestSamples.Busy().ToJsonString(), StringComparison.Ordinal);

    [Fact]
    public void What_needs_a_decision_stands_above_the_figures_and_praise_before_the_chart()
    {
        var headings = Json.OfType(DigestSamples.Busy(), "TextBlock").Select(h => (string?)h["text"]);

        Assert.Equal(
            ["Your digest", "Must not wait (1)", "Brought to bosses, and nobody goes yet (2)", "Complaints with PALS (1)", "Waiting longest (14)", "How it went", "Praise (2)"],
            headings);
    }

    [Fact]
    public void A_line_says_where_what_and_since_when_and_leads_to_the_card()
    {
        var card = DigestSamples.Busy();

        Assert.Contains("Ward 7: complaint about cleanliness and food · for 1 day 2 h, since 22 Nov, 11:58 · Open the card", Json.Paragraphs(card));
        Assert.Contains("Ward 7: Two people complain about cleanliness. · since 23 Nov, 11:58", Json.Paragraphs(card));
        Assert.Contains("and 11 more", Json.Paragraphs(card));
        Assert.Equal(8, Json.OfType(card, "Action.OpenUrl").Select(a => (string?)a["url"]).Distinct().Count());
    }

    [Fact]
    public void What_must_not_wait_says_who_acts_on_it() => Assert.Contains(
        "X-ray waiting room: Someone may be at risk: words about neglect. · since 23 Nov, 10:58 · New, nobody has it yet · Mary Marsh acknowledged this on 23 Nov, 11:58 and is acting on it. · Open the card",
        Json.Paragraphs(DigestSamples.Busy()));

    [Fact]
    public void A_quiet_digest_says_so_and_has_no_chart()
    {
        var card = DigestSamples.Quiet();

        Assert.Contains("Nothing waits for a decision.", Json.Paragraphs(card));
        Assert.Contains("Ward 7 · since 22 Nov, 22:58", Json.Paragraphs(card));
        Assert.Empty(Json.OfType(card, "Chart.HorizontalBar.Stacked"));
    }

    [Fact]
    public void The_table_tells_the_same_as_the_chart()
    {
        var chart = Assert.Single(Json.OfType(DigestSamples.ManyWards(), "Chart.HorizontalBar.Stacked"));
        var bars = chart["data"]!.AsArray().Select(r => (
            (string?)r!["title"],
            (IReadOnlyList<string>)[.. new[] { "Waiting", "Claimed", "Resolved" }.Select(l => Figure(r["data"]!.AsArray(), l))])).ToList();
        var rows = chart["fallback"]!["rows"]!.AsArray().Skip(1).Select(r => r!["cells"]!.AsArray().Select(c => string.Concat(Json.Paragraphs(c!))).ToList()).ToList();

        Assert.Equal(12, bars.Count);
        Assert.Equal(bars.Select(b => $"{b.Item1} {string.Join(' ', b.Item2)}"), rows.Select(r => string.Join(' ', r)));
        Assert.Contains("and 33 more wards", Json.Paragraphs(DigestSamples.ManyWards()));
    }

    private static string Figure(JsonArray parts, string legend) =>
        parts.FirstOrDefault(p => (string?)p!["legend"] == legend)?["value"]?.ToString() ?? "0";
}
