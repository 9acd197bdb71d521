using FeedbackBot.Posts;
using FeedbackBot.Posts.X;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FeedbackBot.Tests.Posts.X;

public sealed class XOptionsTests
{
    [Theory]
    [InlineData("api.x.com")]
    [InlineData("ftp://api.x.com")]
    [InlineData("")]
    public void An_address_that_is_none_is_named(string url) =>
        Assert.Contains($"X:BaseUrl is '{url}'", Assert.Single(XOptionsFaults.Of(new XOptions { BaseUrl = url })), StringComparison.Ordinal);

    [Fact]
    public void A_spoilt_token_is_named_and_not_shown()
    {
        var fault = Assert.Single(XOptionsFaults.Of(new XOptions { BearerToken = "sec ret" }));

        Assert.Contains("X:BearerToken", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("sec", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_options_have_no_fault() => Assert.Empty(XOptionsFaults.Of(new XOptions { BearerToken = " AAAA%2Fbbb== \n" }));

    [Fact]
    public void The_token_does_not_print() =>
        Assert.Equal("X at https://api.x.com", new XOptions { BearerToken = "secret" }.ToString());

    [Theory]
    [InlineData(null, 0)]
    [InlineData(" ", 0)]
    [InlineData("AAAA", 1)]
    public void X_is_a_source_only_where_there_is_a_token(string? token, int sources)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["X:BearerToken"] = token })
            .Build();

        Assert.Equal(sources, new ServiceCollection().AddX(configuration).Count(s => s.ServiceType == typeof(IPostSource)));
    }
}
