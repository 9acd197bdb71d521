using FeedbackBot.Posts.X;

namespace FeedbackBot.Tests.Posts.X;

public sealed class XSearchUrlTests
{
    [Fact]
    public void A_search_after_a_post_keeps_all_nineteen_digits() =>
        Assert.Contains("&since_id=1993000000000000001&", XSearchUrl.Of("#a", XSearchFrom.After(1993000000000000001), null), StringComparison.Ordinal);

    [Fact]
    public void A_search_from_a_time_says_it_in_UTC() =>
        Assert.Contains(
            "&start_time=2026-11-23T07:30:00Z&",
            XSearchUrl.Of("#a", XSearchFrom.At(new(2026, 11, 23, 8, 30, 0, TimeSpan.FromHours(1))), null),
            StringComparison.Ordinal);

    [Fact]
    public void The_next_page_is_the_same_search_with_its_token()
    {
        var url = XSearchUrl.Of("(#a OR #b) -is:retweet", XSearchFrom.After(1), "t&k");

        Assert.StartsWith("2/tweets/search/recent?query=%28%23a%20OR%20%23b%29%20-is%3Aretweet&max_results=100&since_id=1&next_token=t%26k&", url, StringComparison.Ordinal);
    }
}
