using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Posts;
using static FeedbackBot.Tests.Cards.CardSamples;

namespace FeedbackBot.Tests.Cards;

/// <summary>Nothing of a post that may identify a patient stands anywhere on anything that is drawn, whoever looks.</summary>
public sealed class WithheldTests
{
    /// <summary>Whatever its author wrote, named or showed, now or before.</summary>
    private const string Anything = "999 945|8076|Priya|priya|Quinn|quinn|NHS number is|paper|crime|puddle|pictures[.]example|fabulous|Former|stinks|#StOswins";

    private static readonly Dictionary<string, Func<JsonObject>> Drawings = new()
    {
        ["card"] = () => Draw(PostSamples.Personal()),
        ["history on the card"] = () => Draw(PostSamples.Personal(), withHistory: true),
        ["whole post on the card"] = () => PostCard.Of(PostSamples.Personal(), "ward7", Organisation(), People, Detail.WholePost),
        ["a fixer's card"] = () => DrawFor(PostSamples.Personal(), People with { Viewer = Viewer.Fixer }),
        ["a boss's card"] = () => DrawFor(PostSamples.Personal(), People with { IsBoss = true, MayCloseAlarms = true }),
        ["claimed"] = () => Draw(Then(PostSamples.Personal(), new CaseAction.Claim(), Ann, 3)),
        ["resolved"] = () => Draw(Then(PostSamples.Personal(), new CaseAction.Resolve("Rang them."), Ann, 3), withHistory: true),
        ["moved away"] = () => Draw(Then(PostSamples.Personal(), new CaseAction.Move("xray"), Ann, 3)),
        ["moved here"] = () => PostCard.Of(Then(PostSamples.Personal(), new CaseAction.Move("xray"), Ann, 3), "xray", Organisation(), People, Detail.History),
        ["beside others"] = () => Draw(PostSamples.Personal() with { Others = PatternSamples.OfThree().Others }),
        ["again after fixing"] = () => Draw(PostSamples.Personal() with { Others = PatternSamples.Again().Others }),
        ["whole post in the thread"] = () => WholePostCard.Of(PostSamples.Personal(), Organisation()),
        ["history in the thread"] = () => HistoryCard.Of(PostSamples.Personal(), Organisation()),
        ["list, storm, found, told to an assignee"] = () => ListCard.Of("Open in Ward 7", [new(PostSamples.Personal(), null)], 0, Organisation()),
        ["shared card"] = () => SharedCard.Of(Draw(PostSamples.Personal()), "29:ann"),
        ["preview of the shared card"] = () => SharedCard.Preview(PostSamples.Personal(), Organisation()),
    };

    public static TheoryData<string> Names => [.. Drawings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_of_the_post_is_on_it(string name) => Assert.DoesNotMatch(Anything, Drawings[name]().ToJsonString());

    [Fact]
    public void The_sample_would_show_all_of_it_if_nobody_withheld_it()
    {
        var file = PostSamples.Personal();
        var open = file with { Case = file.Case with { Findings = file.Case.Findings with { Withheld = null } } };

        Assert.All(Anything.Split('|'), word => Assert.Matches(word, Draw(open, withHistory: true).ToJsonString()));
    }

    [Fact]
    public void The_card_says_why_and_leads_to_the_post_without_its_authors_name()
    {
        var card = Draw(PostSamples.Personal());

        Assert.Equal(["May identify a patient · open on X"], Json.Paragraphs(card["body"]![0]!));
        Assert.Contains("Why it isn't shown: It may identify a patient: an NHS number.", Json.Paragraphs(card["body"]![1]!));
        Assert.Equal("https://x.com/i/web/status/1801", (string?)Json.OfType(card, "TextRun").First(r => (string?)r["text"] == "open on X")["selectAction"]!["url"]);
        Assert.DoesNotContain("Show all", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_that_is_nowhere_on_X_has_no_link()
    {
        var file = PostSamples.Personal();

        Assert.Equal(["May identify a patient"], Json.Paragraphs(Draw(file with { Post = file.Post with { Source = "samples" } })["body"]![0]!));
    }

    [Fact]
    public void Everything_that_a_post_may_hold_is_either_said_to_be_shown_or_left_out()
    {
        var bare = ShownPost.Of(PostSamples.Personal(), Organisation()).Post;
        var kept = typeof(Post).GetProperties().Where(p => Equals(p.GetValue(bare), p.GetValue(PostSamples.Personal().Post))).Select(p => p.Name);

        Assert.Equal(["EditionId", "Id", "IsRepost", "PostedAt", "RemovedAt", "Source"], kept.Order());
    }
}
