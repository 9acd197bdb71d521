using FeedbackBot.Posts;
using FeedbackBot.Triage;

namespace FeedbackBot.Tests.Triage;

public sealed class PostFilterTests
{
    public static TheoryData<string, bool> ReasonsNotToOpen => new()
    {
        { "Filthy loo #ward7", true },
        { "RT @someone: Filthy loo #ward7", false },
        { "  RT @some_one9: Filthy loo #ward7", false },
        { "RT @someone:", false },
        { "", true },
    };

    [Theory]
    [MemberData(nameof(ReasonsNotToOpen))]
    public void A_repost_opens_no_case(string text, bool marked) =>
        Assert.Equal("It passes on a post that was already read.", PostFilter.WhyNot(Post(text) with { IsRepost = marked }));

    [Theory]
    [InlineData("Filthy loo #ward7")]
    [InlineData("")]
    [InlineData("😀")]
    [InlineData("RT if you agree: filthy loo #ward7")]
    [InlineData("RT @someone you should see this #ward7")]
    [InlineData("RT @: odd #ward7")]
    [InlineData("Agreed! RT @someone: Filthy loo #ward7")]
    [InlineData("rt @someone: small letters")]
    [InlineData("@someone please look #ward7")]
    public void Anything_else_opens_one(string text) => Assert.Null(PostFilter.WhyNot(Post(text)));

    [Fact]
    public void A_post_in_another_language_or_marked_sensitive_opens_one() =>
        Assert.Null(PostFilter.WhyNot(Post("Wszystko brudne #ward7") with { Language = "pl", Sensitive = true }));

    private static Post Post(string text) => new()
    {
        Id = "1",
        Source = "test",
        EditionId = "1",
        Text = text,
        Author = Author.Unknown,
        PostedAt = DateTimeOffset.UnixEpoch,
    };
}
