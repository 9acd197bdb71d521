using FeedbackBot.Cards;
using static FeedbackBot.Tests.Cards.CardSamples;

namespace FeedbackBot.Tests.Cards;

/// <summary>What others wrote stays what it is: letters on a card.</summary>
public sealed class ForeignTests
{
    [Fact]
    public void A_hostile_post_is_shown_word_for_word()
    {
        var paragraphs = Json.Paragraphs(Draw(HostileFile()));

        Assert.All(Foreign.Lines(Hostile), line => Assert.Contains(line, paragraphs));
    }

    [Fact]
    public void Nothing_foreign_stands_where_markdown_or_mentions_are_read()
    {
        var card = Draw(HostileFile(), withHistory: true);
        var read = Json.OfType(card, "TextBlock").Select(t => Json.Text(t, "text")!).Append((string)card["speak"]!).Append((string)card["fallbackText"]!);

        Assert.All(read, text => Assert.DoesNotMatch(@"[*_<>\[\]{}&#`]|evil|Eve", text));
        Assert.Null(card["msteams"]!["entities"]);
    }

    [Fact]
    public void No_run_holds_a_macro_that_renderers_replace()
    {
        var runs = Json.OfType(Draw(HostileFile(), withHistory: true), "TextRun").Select(r => Json.Text(r, "text")!);

        Assert.All(runs, text => Assert.DoesNotMatch(@"(?i)\{\{\s*(date|time)", text));
    }

    [Theory]
    [InlineData("Ann", "Ann")]
    [InlineData("Ann\r\nNew — nobody", "Ann New — nobody")]
    [InlineData("\u202Etxe\u2066", "txe")]
    [InlineData("משה", "\u2068משה\u2069")]
    [InlineData("a\u0000b\u0007", "ab")]
    [InlineData(null, "")]
    public void A_name_stays_one_line_and_keeps_its_direction_to_itself(string? name, string shown) =>
        Assert.Equal(shown, Foreign.Inline(name));

    [Fact]
    public void Half_a_surrogate_pair_which_JSON_cannot_carry_becomes_the_replacement_character()
    {
        Assert.Equal("half \ufffd pair", Foreign.Inline("half \ud83d pair"));
        Assert.Equal(["half \ufffd pair"], Foreign.Lines("half \ud83d pair"));
    }

    [Theory]
    [InlineData("one two three", 9, "one two…")]
    [InlineData("abcdefghijk", 5, "abcde…")]
    [InlineData("ab👩‍👩‍👧‍👦cd", 6, "ab…")]
    [InlineData("abce\u0301f", 4, "abc…")]
    [InlineData("short", 5, "short")]
    public void Shortening_cuts_at_a_word_and_never_inside_a_character(string text, int max, string shown) =>
        Assert.Equal(shown, Foreign.Shorten(text, max));

    [Fact]
    public void Claimed_by_a_name_that_looks_like_markup_is_spoken_plainly() =>
        Assert.Equal("Eve at All at", string.Join(' ', Foreign.Spoken("**Eve** <at>All</at>").Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}
