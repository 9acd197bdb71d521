using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Posts;
using static FeedbackBot.Tests.Cards.CardSamples;

namespace FeedbackBot.Tests.Cards;

/// <summary>The upper block: a post as X wants it shown, whatever X says about it.</summary>
public sealed class PostBlockTests
{
    [Fact]
    public void Addresses_are_shown_by_their_short_names_and_what_is_quoted_is_not_an_address()
    {
        var card = Draw(PostSamples.Quoting());

        Assert.Contains("🏴󠁧󠁢󠁷󠁬󠁳󠁿 Yr un peth yma! Diolch @priya_n & pawb #StOswins", Json.Paragraphs(card));
        Assert.Contains("bbc.co.uk/cymrufyw/art…", Json.Paragraphs(card));
        Assert.DoesNotContain("//t.co", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            ["https://x.com/priya_n", "https://x.com/hashtag/StOswins", "https://www.bbc.co.uk/cymrufyw/articles/c0"],
            new[] { "@priya_n", "#StOswins", "bbc.co.uk/cymrufyw/art…" }.Select(t => Target(card, t)));
    }

    [Fact]
    public void A_quoted_post_stands_in_its_own_box_within_the_post_with_its_first_picture_and_its_own_way_to_X()
    {
        var post = Draw(PostSamples.Quoting())["body"]![0]!;
        var box = Json.OfType(post, "Container").Single(c => Json.Text(c, "style") == "emphasis");

        Assert.Equal(
            ["Quotes Quinn O’Malley @quinn_om", "The lavatory by Ward 7 again.", "Picture:", "1 more picture on X.", "23 Nov, 10:58 · View on X"],
            Json.Paragraphs(box));
        Assert.Equal("A puddle that reaches the door", (string?)Json.OfType(box, "Image").Single()["altText"]);
        Assert.Equal(("https://x.com/quinn_om", "https://x.com/quinn_om/status/1700"), (Target(box, "Quinn O’Malley"), Target(box, "View on X")));
    }

    [Theory]
    [InlineData("post-quoting-gone", "The post it quotes can't be seen here. View on X", "https://x.com/i/web/status/1700")]
    [InlineData("post-quoting-withheld", "X doesn't show the post it quotes in this country. View on X", "https://x.com/quinn_om/status/1700")]
    public void A_quoted_post_that_cannot_be_shown_is_said_to_be_there(string name, string sentence, string url)
    {
        var card = CardSamples.Cards[name]();

        Assert.Contains(sentence, Json.Paragraphs(card));
        Assert.Equal(url, Target(card, " View on X"));
        Assert.DoesNotContain("The lavatory by Ward 7 again", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_X_withholds_here_is_withheld_whole_with_a_link()
    {
        var file = PostSamples.Withheld();
        var post = Draw(file)["body"]![0]!;

        Assert.Equal(["X doesn't show this post in this country.", "23 Nov, 13:57 · View on X"], Json.Paragraphs(post));
        Assert.Empty(Json.OfType(post, "Image"));
        Assert.All(
            [Draw(file, withHistory: true), ListCard.Of("Open", [new(file, null)], 0, Organisation()), SharedCard.Preview(file, Organisation()), WholePostCard.Of(file, Organisation())],
            card => Assert.DoesNotMatch("Priya|paper|crime|loo[.]png", card.ToJsonString()));
    }

    [Fact]
    public void What_X_withholds_elsewhere_is_shown() =>
        Assert.Contains("Priya N", Json.Paragraphs(Draw(PostSamples.Withheld() with { Post = Post() with { WithheldIn = ["DE"] } })));

    [Fact]
    public void Sensitive_pictures_are_hidden_until_pressed_and_their_cover_tells_what_they_show()
    {
        var post = Draw(PostSamples.Sensitive())["body"]![0]!;

        Assert.All(Pressable(post), (ids, _) => Assert.All(ids.AsArray(), id => Assert.Single(Json.All(post), o => Json.Text(o, "id") == (string?)id)));
        Assert.Equal(
            [.. new[] { $"pictures-{PostSamples.Sensitive().Post.Id}", $"quoted-by-{PostSamples.Sensitive().Post.Id}" }
                .SelectMany(id => new (string?, bool?)[] { ($"{id}-cover", null), ($"{id}-hide", false), (id, false) })],
            Json.All(post).Where(o => o.ContainsKey("id")).Select(o => (Json.Text(o, "id"), (bool?)o["isVisible"])));
        Assert.Contains("Its author describes it: An empty paper holder", Json.Paragraphs(post));
        Assert.Equal(["The author's picture"], Json.OfType(post, "Image").Where(i => !IsHidden(i)).Select(i => (string?)i["altText"]));
    }

    [Fact]
    public void Each_posts_cover_in_one_message_opens_its_own_pictures()
    {
        var two = PostSamples.Sensitive() with { Post = PostSamples.Sensitive().Post with { Id = "1802" } };
        var card = EscalationCard.Of(new(EscalationKind.Pattern, "p", "ward7", T0), "Why.", [PostSamples.Sensitive(), two], new Dictionary<string, Uri>(), null, Organisation());
        var ids = Json.All(card).Select(o => (string?)o["id"]).OfType<string>().ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(4, ids.Count(id => id.EndsWith("-cover", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_sensitive_post_without_pictures_covers_nothing() =>
        Assert.Empty(Pressable(Draw(New() with { Post = Post() with { Sensitive = true, Photos = [] } })));

    [Theory]
    [InlineData(null, null, "280px")]
    [InlineData(1200, 900, "280px")]
    [InlineData(120, 90, "120px")]
    [InlineData(900, 1600, "236px")]
    [InlineData(10, 10_000, "70px")]
    public void A_picture_alone_is_neither_blown_up_nor_taller_than_a_phone(int? width, int? height, string shown)
    {
        var card = Draw(New() with { Post = Post() with { Photos = [new Photo(new("https://m.example/1"), null, Width: width, Height: height)] } });

        Assert.Equal(shown, (string?)Json.OfType(card, "Image").Last()["width"]);
    }

    [Theory]
    [InlineData(true, "A still of an animation, which plays on X.")]
    [InlineData(false, "A still of a video, which plays on X.")]
    public void What_moves_is_said_to_move(bool isAnimation, string note) =>
        Assert.Contains(note, Json.Paragraphs(Draw(New() with { Post = Post() with { Photos = [new Photo(new("https://m.example/1"), null, true, isAnimation)] } })));

    [Theory]
    [InlineData("cy", "Written in: Welsh")]
    [InlineData("iw", "Written in: Hebrew")]
    [InlineData("zh-TW", "Written in: Chinese")]
    [InlineData("en", null)]
    [InlineData("en-gb", null)]
    [InlineData("und", null)]
    [InlineData("qme", null)]
    [InlineData("zxx", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_language_is_told_where_it_is_not_English(string? tag, string? line) =>
        Assert.Equal(line, Json.Paragraphs(Draw(New() with { Post = Post() with { Language = tag } })).SingleOrDefault(p => p.StartsWith("Written in", StringComparison.Ordinal)));

    [Fact]
    public void The_history_tells_what_a_post_said_before_its_author_edited_it()
    {
        var paragraphs = Json.Paragraphs(Draw(PostSamples.Edited(), withHistory: true));

        Assert.Contains("Before the edit of 23 Nov, 14:07 it said: The lavatory has no paper and stoswins.example/why #ward7", paragraphs);
        Assert.Contains("An earlier edition said: Third time this week the lavatory by Ward 7 stinks #ward7", paragraphs);
        Assert.DoesNotContain(Json.Paragraphs(Draw(PostSamples.Edited())), p => p.Contains("it said", StringComparison.Ordinal));
    }

    [Fact]
    public void A_post_that_was_edited_before_it_came_says_so_too()
    {
        Assert.Contains("Edited by its author before it came here", Json.Paragraphs(Draw(New() with { Post = Post() with { EditionId = "1802" } })));
        Assert.Contains("Edited by its author on 23 Nov, 14:07", Json.Paragraphs(Draw(PostSamples.Edited())));
        Assert.Contains("It also names: X-ray waiting room, Front desk", Json.Paragraphs(Draw(PostSamples.Edited())));
    }

    public static TheoryData<TextLink[]> Broken =>
    [
        [new(-1, 3, "x", null)],
        [new(0, -1, "x", null)],
        [new(0, 999, "x", null)],
        [new(int.MaxValue, int.MaxValue, "x", null)],
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_link_that_does_not_fit_its_text_is_left_out(TextLink[] links) =>
        Assert.Contains("Short", Json.Paragraphs(Draw(New() with { Post = Post() with { Text = "Short", Links = links } })));

    [Fact]
    public void Of_overlapping_links_the_first_counts() =>
        Assert.Contains("Shxxx", Json.Paragraphs(Draw(New() with { Post = Post() with { Text = "Short", Links = [new(2, 3, "xxx", null), new(3, 2, "yy", null)] } })));

    [Fact]
    public void A_text_is_cut_by_what_is_shown_of_it_and_a_link_may_be_cut_too()
    {
        var post = Post() with { Text = string.Concat(Enumerable.Repeat("https://t.co/abcdefghij ", 200)), Photos = [] };
        post = post with { Links = [.. Enumerable.Range(0, 200).Select(i => new TextLink(i * 24, 23, "a.example", new Uri("https://a.example/")))] };

        Assert.DoesNotContain("Show all", Json.Buttons(Draw(New() with { Post = post })));

        var longer = post with { Links = [.. post.Links.Select(l => l with { Shown = new string('w', 40) })] };
        var card = Draw(New() with { Post = longer });
        Assert.Contains("Show all", Json.Buttons(card));
        Assert.EndsWith("w… (the rest is on X)", Json.Paragraphs(card).Single(p => p.StartsWith("www", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(60, Json.OfType(card["body"]![0]!, "TextRun").Count(r => (string?)r["selectAction"]?["url"] == "https://a.example/"));
    }

    [Fact]
    public void Lines_and_directions_stay_each_lines_own_with_links_among_them()
    {
        var post = Post() with { Text = "One \u202Egnp @pat\r\n\r\n  #two\tx", Links = [new(9, 4, null, new("https://x.com/pat")), new(19, 4, null, new("https://x.com/hashtag/two"))] };

        var paragraphs = Json.Paragraphs(Draw(New() with { Post = post }));

        Assert.Contains("One \u202Egnp @pat", paragraphs);
        Assert.Contains("  #two\tx", paragraphs);
    }

    private static string? Target(JsonNode card, string text) =>
        (string?)Json.OfType(card, "TextRun").First(r => (string?)r["text"] == text)["selectAction"]?["url"];

    private static IEnumerable<JsonNode> Pressable(JsonNode card) =>
        Json.OfType(card, "Action.ToggleVisibility").Select(t => t["targetElements"]!);

    private static bool IsHidden(JsonNode? node) => node is not null && ((node as JsonObject)?["isVisible"] is JsonValue visible && !(bool)visible || IsHidden(node.Parent));
}
