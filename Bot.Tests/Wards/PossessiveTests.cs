using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Wards;

public sealed class PossessiveTests
{
    [Theory]
    [InlineData("Ward 7", "Ward 7's")]
    [InlineData("Lavatories", "Lavatories'")]
    [InlineData("A&E RESUS", "A&E RESUS'")]
    [InlineData("Women's", "Women's")]
    [InlineData("St Oswin’s", "St Oswin’s")]
    [InlineData("X-ray", "X-ray's")]
    public void A_name_that_ends_in_s_takes_no_second_one(string name, string whose) => Assert.Equal(whose, Possessive.Of(name));
}
