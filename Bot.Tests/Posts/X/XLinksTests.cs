using System.Text;
using System.Text.Json.Nodes;
using FeedbackBot.Posts;
using FeedbackBot.Posts.X;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>What of a post's text leads somewhere, and that nothing X may say about it breaks the text.</summary>
public sealed class XLinksTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Texts =>
    [
        "The bog stinks #Oswin",
        "👩🏽‍⚕️🚽 was fab #Oswin and so was @pat 🎉 #Ward7",
        "A&E <3 & \"quotes\" >> #Oswin @pat",
        "&amp; typed by hand &lt;3 #Oswin",
        "שלום \u202Ehidden\u202C #Oswin",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿&🏴󠁧󠁢󠁥󠁮󠁧󠁿<👨‍👩‍👧>#Oswin #تنظيف #清潔",
        "#Oswin",
        "e\u0301 é #Café #Oswin\n\n#Zweite",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Hashtags_and_mentions_are_found_where_they_stand_whether_X_counts_the_escaped_text_or_the_typed_one(string text)
    {
        var expected = FakePost.Hashtags(text).Select(t => $"#{t}").Concat(text.Contains("@pat", StringComparison.Ordinal) ? ["@pat"] : []).Order(StringComparer.Ordinal);

        var escaped = Post(new FakePost("5", text).Line());
        var typed = Post(Line(new FakePost("5", text), FakeEntities.Of(text, [])));

        Assert.Equal(expected, Slices(escaped).Order(StringComparer.Ordinal));
        Assert.Equal(Slices(escaped), Slices(typed));
        Assert.Equal((text, text), (escaped.Text, typed.Text));
    }

    [Fact]
    public void They_lead_to_X()
    {
        var post = Post(Line(new FakePost("5", "#Café $OSW @pat_i"), """
            {"hashtags":[{"start":0,"end":5,"tag":"Café"}],"cashtags":[{"start":6,"end":10,"tag":"OSW"}],"mentions":[{"start":11,"end":17,"username":"pat_i"}]}
            """));

        Assert.Equal(
            ["https://x.com/hashtag/Caf%C3%A9", "https://x.com/search?q=%24OSW", "https://x.com/pat_i"],
            post.Links.Select(l => l.Target?.AbsoluteUri));
    }

    [Fact]
    public void An_address_is_shown_by_its_short_name_and_leads_to_where_it_goes()
    {
        var post = Post(new FakePost("5", "🚽 & more: https://t.co/abc by @pat")
        {
            Addresses = [("https://t.co/abc", "https://www.bbc.co.uk/news/health-1?at=x", "bbc.co.uk/news/health-1…")],
        }.Line());

        Assert.Equal(new TextLink(11, 16, "bbc.co.uk/news/health-1…", new("https://www.bbc.co.uk/news/health-1?at=x")), post.Links[0]);
        Assert.Equal("🚽 & more: https://t.co/abc by @pat", post.Text);
    }

    [Theory]
    [InlineData("javascript:alert(1)", "https://t.co/abc")]
    [InlineData("data:text/html,x", "https://t.co/abc")]
    [InlineData("file:///etc/passwd", "https://t.co/abc")]
    [InlineData("", "https://t.co/abc")]
    [InlineData("not an address", "https://t.co/abc")]
    public void What_no_browser_should_open_is_not_opened(string expanded, string target) =>
        Assert.Equal(target, Post(new FakePost("5", "See https://t.co/abc") { Addresses = [("https://t.co/abc", expanded, "innocent.example")] }.Line()).Links[0].Target?.AbsoluteUri);

    public static TheoryData<string> Nonsense =>
    [
        """{"hashtags":[{"start":-1,"end":3,"tag":"Oswin"}]}""",
        """{"hashtags":[{"start":99,"end":105,"tag":"Oswin"}]}""",
        """{"hashtags":[{"start":3,"end":3,"tag":"Oswin"},{"start":9,"end":2,"tag":"Oswin"}]}""",
        """{"hashtags":[{"start":9223372036854775807,"end":9223372036854775807,"tag":"Oswin"}]}""",
        """{"hashtags":[{"start":1.5,"end":"x","tag":"Oswin"}]}""",
        """{"hashtags":[{"start":0,"end":6,"tag":"Oswin"}]}""",
        """{"hashtags":[{"start":4,"end":9}],"urls":{},"mentions":[null,3,"x"]}""",
        """{"hashtags":"Oswin","urls":[{"start":0,"end":3}],"mentions":[{"username":""}]}""",
        """{"urls":[{"start":0,"end":3,"url":"https://t.co/none","display_url":"evil.example"}]}""",
        "[]",
    ];

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void Nonsense_about_a_text_is_ignored(string entities)
    {
        var post = Post(Line(new FakePost("5", "Too #hot in here"), entities));

        Assert.Equal("Too #hot in here", post.Text);
        Assert.Empty(post.Links);
    }

    [Fact]
    public void Of_two_things_at_one_place_the_first_and_longest_counts()
    {
        var post = Post(Line(new FakePost("5", "Go @pat https://t.co/abc"), """
            {"mentions":[{"start":3,"end":7,"username":"pat"},{"start":3,"end":7,"username":"PAT"}],
            "urls":[{"start":8,"end":24,"url":"https://t.co/abc","display_url":"a.example"},{"start":8,"end":24,"url":"https://t.co/abc","display_url":"b.example"}]}
            """));

        Assert.Equal([(3, null), (8, "a.example")], post.Links.Select(l => (l.Start, l.Shown)));
    }

    [Fact]
    public void An_address_that_is_not_where_X_says_is_looked_for() =>
        Assert.Equal(4, Post(Line(new FakePost("5", "See https://t.co/abc"), """{"urls":[{"start":0,"end":16,"url":"https://t.co/abc","display_url":"a.example"}]}""")).Links[0].Start);

    [Theory]
    [InlineData("Look https://t.co/pic", "Look")]
    [InlineData("Look\n\nhttps://t.co/quo https://t.co/pic", "Look")]
    [InlineData("Look https://t.co/pic https://t.co/quo ", "Look")]
    [InlineData("https://t.co/pic", "")]
    [InlineData("https://t.co/pic is odd", "pic.x.com/pic is odd")]
    [InlineData("https://t.co/quo is odd https://t.co/pic", "x.com/a/status/4 is odd")]
    [InlineData("Read https://t.co/oth", "Read x.com/a/status/3")]
    [InlineData("Its picture https://t.co/opi", "Its picture x.com/a/status/3/photo/1")]
    public void What_is_shown_apart_is_not_shown_at_the_texts_end(string text, string shown)
    {
        var post = Post(new FakePost("6", text)
        {
            EditOf = "5",
            Quotes = new FakePost("4", "Quoted"),
            Addresses =
            [
                ("https://t.co/pic", "https://x.com/pat/status/5/photo/1", "pic.x.com/pic"),
                ("https://t.co/quo", "https://twitter.com/a/status/4?s=20", "x.com/a/status/4"),
                ("https://t.co/oth", "https://x.com/a/status/3", "x.com/a/status/3"),
                ("https://t.co/opi", "https://x.com/a/status/3/photo/1", "x.com/a/status/3/photo/1"),
            ],
        }.Line());

        Assert.Equal(shown, Shown(post));
    }

    [Fact]
    public void A_long_posts_places_are_those_of_the_whole_text()
    {
        var text = string.Concat(Enumerable.Repeat("🥣 & cold soup. ", 40)) + "#Oswin";

        var post = Post(new FakePost("5", text).Line());

        Assert.Equal(["#Oswin"], Slices(post));
        Assert.Equal(text, post.Text);
    }

    [Fact]
    public void Thousands_of_hashtags_with_an_absurd_one_among_them_are_read()
    {
        var text = string.Concat(Enumerable.Range(0, 3000).Select(i => $"#a{i} ")) + "#" + new string('x', 5000);

        Assert.Equal(3000, Post(new FakePost("5", text).Line()).Links.Count);
    }

    private static IEnumerable<string> Slices(Post post) => post.Links.Select(l => post.Text.Substring(l.Start, l.Length));

    private static string Shown(Post post) => post.Links.Reverse().Aggregate(
        post.Text, (text, link) => link.Shown is null ? text : text.Remove(link.Start, link.Length).Insert(link.Start, link.Shown));

    private static string Line(FakePost post, JsonNode entities)
    {
        var line = JsonNode.Parse(post.Line())!;
        line["data"]!["entities"] = entities;
        return line.ToJsonString();
    }

    private static string Line(FakePost post, string entities) => Line(post, JsonNode.Parse(entities)!);

    private static Post Post(string line) => Assert.IsType<XLine.Delivered>(XPostParser.Parse(Encoding.UTF8.GetBytes(line), Now)).Post;
}
