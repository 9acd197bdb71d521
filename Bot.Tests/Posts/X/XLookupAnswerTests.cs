using System.Text;
using FeedbackBot.Posts.X;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>Which answers of X say that a post is gone, and the many that don't.</summary>
public sealed class XLookupAnswerTests
{
    private static readonly string[] Asked = ["1", "2"];

    [Theory]
    [InlineData("resource-not-found")]
    [InlineData("not-authorized-for-resource")]
    public void A_post_that_X_names_as_gone_is_gone(string type)
    {
        var answer = Of($$"""{"data":[{"id":"2"}],"errors":[{{FakeLookup.Error("1", type).ToJsonString()}}]}""")!;

        Assert.Equal(["1"], answer.Gone);
        Assert.Equal(["2"], answer.Live.Keys);
        Assert.Empty(answer.Unclear);
    }

    [Fact]
    public void An_answer_in_which_all_are_gone_has_no_data() =>
        Assert.Equal(Asked, Of($$"""{"errors":[{{FakeLookup.Error("1", "resource-not-found").ToJsonString()}},{{FakeLookup.Error("2", "resource-not-found").ToJsonString()}}]}""")!.Gone);

    [Fact]
    public void The_address_of_an_error_may_be_of_any_of_X_s_hosts() => Assert.Equal(["1"], Of(
        """{"data":[{"id":"2"}],"errors":[{"value":"1","resource_type":"tweet","type":"https://api.x.com/2/problems/resource-not-found"}]}""")!.Gone);

    /// <summary>Reasons not to erase. The second post is there in each, so the answer itself is sound.</summary>
    [Theory]
    [InlineData("""{"value":"1","resource_type":"user","type":"https://api.x.com/2/problems/resource-not-found"}""")]
    [InlineData("""{"value":"1","resource_type":"media","type":"https://api.x.com/2/problems/resource-not-found"}""")]
    [InlineData("""{"value":"1","resource_type":"tweet","section":"includes","type":"https://api.x.com/2/problems/resource-not-found"}""")]
    [InlineData("""{"value":"1","resource_type":"tweet","parameter":"referenced_tweets.id","type":"https://api.x.com/2/problems/resource-not-found"}""")]
    [InlineData("""{"value":"3","resource_type":"tweet","type":"https://api.x.com/2/problems/resource-not-found"}""")]
    [InlineData("""{"value":"1","resource_type":"tweet","type":"https://api.x.com/2/problems/resource-unavailable"}""")]
    [InlineData("""{"value":"1","resource_type":"tweet","type":"https://api.x.com/2/problems/disallowed-resource"}""")]
    [InlineData("""{"value":"1","resource_type":"tweet","type":"https://api.x.com/2/problems/not-authorized-for-field"}""")]
    [InlineData("""{"value":"1","resource_type":"tweet","type":"about:blank","title":"Not Found Error"}""")]
    [InlineData("""{"value":"1","resource_type":"tweet","title":"Not Found Error"}""")]
    [InlineData("""{"value":1,"resource_type":"tweet","type":"https://api.x.com/2/problems/resource-not-found"}""")]
    [InlineData("""{"message":"Sorry, something went wrong"}""")]
    [InlineData("null")]
    [InlineData("7")]
    public void A_post_about_which_X_says_anything_else_is_unclear(string error)
    {
        var answer = Of($$"""{"data":[{"id":"2"}],"errors":[{{error}}]}""")!;

        Assert.Empty(answer.Gone);
        Assert.Equal(["1"], answer.Unclear);
    }

    [Fact]
    public void A_post_that_is_neither_there_nor_gone_is_unclear() => Assert.Equal(["1"], Of("""{"data":[{"id":"2"}]}""")!.Unclear);

    [Fact]
    public void A_post_that_is_there_and_gone_at_once_is_there()
    {
        var answer = Of($$"""{"data":[{"id":"1"}],"errors":[{{FakeLookup.Error("1", "resource-not-found").ToJsonString()}}]}""")!;

        Assert.Empty(answer.Gone);
        Assert.Equal(["1"], answer.Live.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("<html><body>503 Service Unavailable</body></html>")]
    [InlineData("""{"title":"Not Found","status":404}""")]
    [InlineData("""{"errors":[]}""")]
    [InlineData("""{"data":[{"id":"3"}]}""")]
    [InlineData("""{"data":{"id":"1"}}""")]
    [InlineData("""{"data":[{"id":1},null]}""")]
    public void An_answer_that_names_none_of_the_posts_is_none(string body) => Assert.Null(Of(body));

    [Theory]
    [InlineData("""{"data":[{"id":"1","edit_history_tweet_ids":["1","5","9"]},{"id":"2"}]}""", "9")]
    [InlineData("""{"data":[{"id":"9","edit_history_tweet_ids":["1","9"]},{"id":"2"}]}""", "9")]
    [InlineData("""{"data":[{"id":"1","edit_history_tweet_ids":["1"]},{"id":"2"}]}""", null)]
    public void The_newest_edition_is_told_whichever_X_answers_with(string body, string? edited)
    {
        var answer = Of(body)!;

        Assert.Equal(edited is null ? [] : [edited], answer.EditedOf(Asked));
        Assert.Empty(answer.EditedOf(["2"]));
        Assert.Empty(answer.Unclear);
    }

    [Fact]
    public void Where_X_withholds_a_post_is_told_of_its_newest_edition_only()
    {
        var answer = Of("""{"data":[{"id":"1","edit_history_tweet_ids":["1","5"],"withheld":{"country_codes":["GB"]}},{"id":"2","withheld":{"country_codes":["DE","GB"]}}]}""")!;

        Assert.Equal(["2"], answer.Withheld.Keys);
        Assert.Equal(["DE", "GB"], answer.Withheld["2"]);
        Assert.Empty(Of("""{"data":[{"id":"2"}]}""")!.Withheld["2"]);
    }

    private static XLookupAnswer? Of(string body) => XLookupAnswer.Of(Encoding.UTF8.GetBytes(body), Asked);
}
