using System.Text;
using FeedbackBot.Posts;
using FeedbackBot.Posts.X;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>What X says of a post beside its words: the post it quotes, its language, and what mustn't be shown of it.</summary>
public sealed class XQuoteTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_quoted_post_comes_with_its_author_its_words_and_its_picture()
    {
        var quoted = new FakePost("4", "Cold 🥣 & grey #OswinMeals https://t.co/pic")
        {
            Handle = "quinn",
            Name = "Quinn & Co",
            PhotoUrl = "https://m.example/soup.jpg",
            PhotoAltText = "Soup",
            Sensitive = true,
            Addresses = [("https://t.co/pic", "https://x.com/quinn/status/4/photo/1", "pic.x.com/pic")],
        };

        var post = Post(new FakePost("5", "Same here! https://t.co/quo") { Quotes = quoted, Addresses = [("https://t.co/quo", "https://x.com/quinn/status/4", "x.com/quinn/status/4")] }.Line());

        var (id, other) = post.Quote!;
        Assert.Equal(("4", "4", "x"), (id, other!.Id, other.Source));
        Assert.Equal(new Author("Quinn & Co", "quinn", new Uri("https://pbs.example/quinn.jpg")), other.Author);
        Assert.Equal("Cold 🥣 & grey #OswinMeals https://t.co/pic", other.Text);
        Assert.Equal([null, ""], other.Links.Select(l => l.Shown));
        Assert.Equal([new Photo(new("https://m.example/soup.jpg"), "Soup", Width: 1200, Height: 900)], other.Photos);
        Assert.Equal((true, false, "https://x.com/quinn/status/4"), (other.Sensitive, post.Sensitive, other.Url?.ToString()));
        Assert.Equal("Pat Ient", post.Author.Name);
        Assert.Empty(post.Photos);
    }

    [Fact]
    public void A_quoted_post_that_X_does_not_give_is_known_to_be_missing() =>
        Assert.Equal(new Quote("4", null), Post(new FakePost("5", "Same here!") { Quotes = new FakePost("4", "Gone"), QuotedIsGone = true }.Line()).Quote);

    [Fact]
    public void Of_a_quoted_post_that_quotes_another_the_other_is_left_out() =>
        Assert.Null(Post(new FakePost("5", "Same!") { Quotes = new FakePost("4", "Same") { Quotes = new FakePost("3", "First") } }.Line()).Quote?.Post?.Quote);

    [Theory]
    [InlineData("""[{"type":"replied_to","id":"4"}]""")]
    [InlineData("""[{"type":"quoted"}]""")]
    [InlineData("""[{"type":"quoted","id":4},null,7]""")]
    [InlineData("""{"type":"quoted","id":"4"}""")]
    public void What_is_no_quote_is_none(string references) =>
        Assert.Null(Post($$$"""{"data":{"id":"5","referenced_tweets":{{{references}}}},"includes":{"tweets":[{"id":"4","text":"t"},null,7]}}""").Quote);

    [Theory]
    [InlineData("""{"country_codes":["DE","GB"],"scope":"tweet"}""", true)]
    [InlineData("""{"country_codes":["gb"],"scope":"user"}""", true)]
    [InlineData("""{"country_codes":["XX"]}""", true)]
    [InlineData("""{"country_codes":["XY"],"copyright":true}""", true)]
    [InlineData("""{"copyright":true}""", true)]
    [InlineData("""{"country_codes":["DE"]}""", false)]
    [InlineData("""{"country_codes":[null,7,"","GBR"]}""", false)]
    [InlineData("""{"copyright":false}""", false)]
    [InlineData("7", false)]
    public void A_post_is_withheld_where_X_says_so(string withheld, bool here) =>
        Assert.Equal(here, Post($$$"""{"data":{"id":"5","withheld":{{{withheld}}}}}""").IsWithheldIn("GB"));

    private static Post Post(string line) => Assert.IsType<XLine.Delivered>(XPostParser.Parse(Encoding.UTF8.GetBytes(line), Now)).Post;
}
