using System.Text.Json;
using FeedbackBot.Teams.Extension;

namespace FeedbackBot.Tests.Teams.Extension;

public sealed class SearchOrderTests
{
    [Theory]
    [InlineData("""{"commandId":"findCases"}""", "'' in '' of all, 25 after 0")]
    [InlineData("""{"commandId":"findCases","parameters":[{"name":"initialRun","value":"true"}]}""", "'' in '' of all, 25 after 0")]
    [InlineData("""{"commandId":"findCases","parameters":[{"name":"words","value":" soap "},{"name":"ward","value":"Ward 7"},{"name":"state","value":"NEW"}]}""", "'soap' in 'Ward 7' of New, 25 after 0")]
    [InlineData("""{"commandId":"findCases","parameters":[{"name":"state","value":"cl"}],"queryOptions":{"skip":25,"count":10}}""", "'' in '' of Claimed, 10 after 25")]
    [InlineData("""{"commandId":"findCases","parameters":[{"name":"state","value":"open"}]}""", "'' in '' of New Claimed, 25 after 0")]
    [InlineData("""{"commandId":"findCases","parameters":[7,null,{},{"name":"words"},{"name":"words","value":7},{"name":"x","value":"y"}]}""", "'' in '' of all, 25 after 0")]
    [InlineData("""{"commandId":"findCases","queryOptions":{"skip":-1,"count":99999}}""", "'' in '' of all, 25 after 0")]
    [InlineData("""{"commandId":"findCases","queryOptions":{"skip":"7","count":0}}""", "'' in '' of all, 1 after 0")]
    [InlineData("""{"commandId":"findCases","queryOptions":[]}""", "'' in '' of all, 25 after 0")]
    public void A_search_is_read_with_what_it_leaves_out(string value, string read)
    {
        var (order, fault) = SearchOrder.Of(JsonSerializer.Deserialize<JsonElement>(value));

        Assert.Null(fault);
        Assert.Equal(read, $"'{order!.Words}' in '{order.Ward}' of {(order.States is null ? "all" : string.Join(' ', order.States))}, {order.Count} after {order.Skip}");
    }

    [Theory]
    [InlineData("{}", "I don't know that search.")]
    [InlineData("""{"commandId":"dropTables"}""", "I don't know that search.")]
    [InlineData("""{"commandId":7}""", "I don't know that search.")]
    [InlineData("""{"commandId":"findCases","parameters":{}}""", "I can't read that search.")]
    [InlineData("""{"commandId":"findCases","parameters":[{"name":"state","value":"asleep"}]}""", "A case's state is new, claimed, resolved or dismissed")]
    public void What_is_no_search_gets_one_sentence(string value, string sentence)
    {
        var (order, fault) = SearchOrder.Of(JsonSerializer.Deserialize<JsonElement>(value));

        Assert.Null(order);
        Assert.StartsWith(sentence, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void No_value_is_no_search() => Assert.NotNull(SearchOrder.Of(null).Fault);
}
