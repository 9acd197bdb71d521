using System.Text;
using FeedbackBot.Posts;
using FeedbackBot.Posts.X;

namespace FeedbackBot.Tests.Posts.X;

public sealed class XPostParserTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("<html>503</html>", "it isn't JSON")]
    [InlineData("{\"data\":{\"id\":\"1\",\"te", "it isn't JSON")]
    [InlineData("{\"data\":{\"text\":\"no id\"}}", "its post has no id")]
    [InlineData("{\"data\":{\"id\":1,\"text\":\"a number\"}}", "its post has no id")]
    [InlineData("{\"surprise\":{}}", "it has no data")]
    [InlineData("{\"errors\":[]}", "it has no data")]
    [InlineData("[1]", "it has no data")]
    [InlineData("null", "it has no data")]
    public void A_line_that_is_no_post_says_why(string line, string why) =>
        Assert.Equal(new XLine.Skipped(why), Parse(line));

    [Theory]
    [InlineData("{\"errors\":[{\"title\":\"operational-disconnect\",\"disconnect_type\":\"UpstreamOperationalDisconnect\"}]}", "operational-disconnect, UpstreamOperationalDisconnect")]
    [InlineData("{\"errors\":[{\"type\":\"https://api.x.com/2/problems/operational-disconnect\"}]}", "operational-disconnect")]
    [InlineData("{\"errors\":[{}]}", "without a word")]
    public void An_error_in_the_stream_ends_it_and_says_which(string line, string words) =>
        Assert.Equal(words, Assert.IsType<XLine.Ended>(Parse(line)).Problem.ToString());

    [Fact]
    public void A_post_with_everything()
    {
        var post = Post("""
            {"data":{"id":"1993000000000000003","text":"The loo by X-ray is spotless #Oswin","author_id":"7","created_at":"2026-11-23T07:59:58.000Z",
            "edit_history_tweet_ids":["1993000000000000001","1993000000000000003"],"lang":"en","possibly_sensitive":true},
            "includes":{"users":[{"id":"8","username":"other"},{"id":"7","name":"Pat","username":"pat_i","profile_image_url":"https://pbs.example/p.jpg"}]},
            "matching_rules":[{"id":"1","tag":"t"}],"something_new":{"a":[1]}}
            """);

        Assert.Equal(("1993000000000000001", "1993000000000000003", "x"), (post.Id, post.EditionId, post.Source));
        Assert.Equal("The loo by X-ray is spotless #Oswin", post.Text);
        Assert.Equal(new Author("Pat", "pat_i", new Uri("https://pbs.example/p.jpg")), post.Author);
        Assert.Equal(Now.AddSeconds(-2), post.PostedAt);
        Assert.Equal("https://x.com/pat_i/status/1993000000000000003", post.Url?.ToString());
        Assert.Equal(("en", true, false), (post.Language, post.Sensitive, post.IsRepost));
    }

    [Fact]
    public void A_post_with_an_id_alone_is_a_post()
    {
        var post = Post("""{"data":{"id":"5"}}""");

        Assert.Equal(("5", "5", "", Author.Unknown, Now), (post.Id, post.EditionId, post.Text, post.Author, post.PostedAt));
        Assert.Equal("https://x.com/i/web/status/5", post.Url?.ToString());
        Assert.Empty(post.Photos);
    }

    [Theory]
    [InlineData("""{"data":{"id":5,"text":7},"includes":[]}""")]
    [InlineData("""{"data":{"id":"5","author_id":7,"attachments":{"media_keys":[1,null]},"edit_history_tweet_ids":[],"referenced_tweets":{}},"includes":{"users":{}}}""")]
    [InlineData("""{"data":{"id":"5","author_id":"7","note_tweet":"x","created_at":"soon"},"includes":{"users":[null,3,{"id":"7"}]}}""")]
    public void Nothing_of_an_unexpected_kind_throws(string line) => Parse(line);

    [Fact]
    public void Errors_beside_a_post_are_about_what_it_refers_to() =>
        Assert.IsType<XLine.Delivered>(Parse("""{"data":{"id":"5","text":"t"},"errors":[{"title":"Not Found Error"}]}"""));

    [Fact]
    public void A_long_post_has_its_whole_text() =>
        Assert.Equal("all of it", Post("""{"data":{"id":"5","text":"all…","note_tweet":{"text":"all of it"}}}""").Text);

    [Fact]
    public void Twenty_kilobytes_are_a_post_too()
    {
        var text = string.Concat(Enumerable.Repeat("The soup was cold. 🥣 ", 1000));

        Assert.Equal(text, Post(new FakePost("5", text).Line()).Text);
    }

    [Theory]
    [InlineData("👩‍⚕️ was fab 🎉 #Oswin")]
    [InlineData("\u200fשלום\u200e #Oswin \u202edrow\u202c")]
    [InlineData("**bold** [link](https://x.example) <at>Boss</at> & \"quotes\" \\ \n new line")]
    [InlineData("&lt;typed by hand&gt; &amp;amp;")]
    public void Text_stays_what_its_author_typed(string text) =>
        Assert.Equal(text, Post(new FakePost("5", text).Line()).Text);

    [Fact]
    public void Half_a_surrogate_pair_costs_the_text_and_not_the_post() =>
        Assert.Equal("\uFFFD", Post("""{"data":{"id":"5","text":"cut \ud83d"}}""").Text);

    public static TheoryData<string, Photo?> Media => new()
    {
        { """{"media_key":"k","type":"photo","url":"https://m.example/a.jpg","alt_text":"A grey meal"}""", new(new("https://m.example/a.jpg"), "A grey meal") },
        { """{"media_key":"k","type":"photo","url":"https://m.example/a.jpg"}""", new(new("https://m.example/a.jpg"), null) },
        { """{"media_key":"k","type":"photo","url":"https://m.example/a.jpg","alt_text":" "}""", new(new("https://m.example/a.jpg"), null) },
        { """{"media_key":"k","type":"video","preview_image_url":"https://m.example/v.jpg","alt_text":"Drip"}""", new(new("https://m.example/v.jpg"), "Drip", true) },
        { """{"media_key":"k","type":"animated_gif","preview_image_url":"https://m.example/v.jpg"}""", new(new("https://m.example/v.jpg"), null, true, IsAnimation: true) },
        { """{"media_key":"k","type":"photo","url":"https://m.example/a.jpg","width":1200,"height":900}""", new(new("https://m.example/a.jpg"), null, Width: 1200, Height: 900) },
        { """{"media_key":"k","type":"photo","url":"https://m.example/a.jpg","width":-1,"height":99999999999}""", new(new("https://m.example/a.jpg"), null) },
        { """{"media_key":"k","type":"photo"}""", null },
        { """{"media_key":"k","type":"photo","url":"javascript:alert(1)"}""", null },
        { """{"media_key":"another","type":"photo","url":"https://m.example/a.jpg"}""", null },
    };

    [Theory]
    [MemberData(nameof(Media))]
    public void A_photo_comes_with_its_description(string media, Photo? photo) =>
        Assert.Equal(
            photo is null ? [] : [photo],
            Post($$$"""{"data":{"id":"5","attachments":{"media_keys":["k"]}},"includes":{"media":[{{{media}}}]}}""").Photos);

    [Fact]
    public void Photos_stand_in_the_authors_order() =>
        Assert.Equal(["https://m.example/2", "https://m.example/1"], Post("""
            {"data":{"id":"5","attachments":{"media_keys":["b","a"]}},"includes":{"media":[
            {"media_key":"a","type":"photo","url":"https://m.example/1"},{"media_key":"b","type":"photo","url":"https://m.example/2"}]}}
            """).Photos.Select(p => p.Url.ToString()));

    [Theory]
    [InlineData("retweeted", true)]
    [InlineData("quoted", false)]
    [InlineData("replied_to", false)]
    public void Only_passing_on_is_a_repost(string type, bool isRepost) =>
        Assert.Equal(isRepost, Post($$$"""{"data":{"id":"5","referenced_tweets":[{"type":"{{{type}}}","id":"4"}]}}""").IsRepost);

    [Fact]
    public void A_page_gives_its_posts_and_where_to_go_on()
    {
        var page = XPostParser.ParsePage(Encoding.UTF8.GetBytes(FakePost.Page([new("9", "b"), new("8", "a")], "more")), Now);

        Assert.Equal(["9", "8"], page!.Lines.Select(l => Assert.IsType<XLine.Delivered>(l).Post.Id));
        Assert.Equal(("9", "more"), (page.NewestId, page.NextToken));
    }

    [Fact]
    public void An_empty_page_is_the_last()
    {
        var page = XPostParser.ParsePage("{\"meta\":{\"result_count\":0}}"u8.ToArray(), Now);

        Assert.Equal((0, null, null), (page!.Lines.Count, page.NewestId, page.NextToken));
    }

    [Fact]
    public void A_page_that_is_not_JSON_is_none() => Assert.Null(XPostParser.ParsePage("<html>"u8.ToArray(), Now));

    private static XLine Parse(string line) => XPostParser.Parse(Encoding.UTF8.GetBytes(line), Now);

    private static Post Post(string line) => Assert.IsType<XLine.Delivered>(Parse(line)).Post;
}
