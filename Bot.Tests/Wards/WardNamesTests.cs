using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Wards;

public sealed class WardNamesTests
{
    [Theory]
    [InlineData("a", "Ward A")]
    [InlineData("a gone", "Ward A and gone")]
    [InlineData("a b x", "Ward A, Ward B and Ward X")]
    [InlineData("b A", "North")]
    [InlineData("a b", "North")]
    [InlineData("x", "Ward X")]
    [InlineData("a b x desk", "4 wards")]
    public void Several_wards_are_named_as_short_as_they_can_be(string ids, string words)
    {
        var options = new OrganisationOptions
        {
            Name = "St Oswin's Trust",
            Hashtags = { "Oswin" },
            Sites = { new SiteOptions { Name = " North ", Bosses = { "nora" } }, new SiteOptions { Name = "South" } },
            Wards =
            {
                new WardOptions { Id = "desk", FrontDesk = true },
                new WardOptions { Id = "a", Name = "Ward A", Site = "north" },
                new WardOptions { Id = "b", Name = "Ward B", Site = "North" },
                new WardOptions { Id = "x", Name = "Ward X", Site = "South" },
            },
        };

        Assert.Equal(words, WardNames.Of(ids.Split(' '), new Organisation(options)));
    }
}
