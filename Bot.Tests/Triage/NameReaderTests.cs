using FeedbackBot.Triage;

namespace FeedbackBot.Tests.Triage;

/// <summary>Names that a post plainly gives its praise to; anything else is nobody.</summary>
public sealed class NameReaderTests
{
    [Theory]
    [InlineData("Sister Ann and Dr Patel were angels", "Sister Ann, Dr Patel")]
    [InlineData("Thank you Priya, you were fabulous", "Priya")]
    [InlineData("Thanks so much to Ann, Bob and Mary on #ward7", "Ann, Bob, Mary")]
    [InlineData("thank you sister Ann-Marie O'Neill", "sister Ann-Marie O'Neill")]
    [InlineData("Dr. Patel and nurse Zoë. Dr Patel again!", "Dr Patel, nurse Zoë")]
    [InlineData("Diolch Siân a Gwen", "Siân, Gwen")]
    [InlineData("A huge thank you to Mr Okafor & Consultant Jane Smith", "Mr Okafor, Consultant Jane Smith")]
    [InlineData("Receptionist Fiona, porter Dave: stars", "Receptionist Fiona, porter Dave")]
    [InlineData("Thank you Everyone. Thank You So Much To All The Staff", "")]
    [InlineData("THANK YOU SISTER ANN", "")]
    [InlineData("My sister Ann was treated like dirt", "")]
    [InlineData("his nurse Bob and her dear sister Carol", "")]
    [InlineData("The nurse was lovely and the doctor kind", "")]
    [InlineData("Thanks NHS, thank God, thank you St Oswin's", "")]
    [InlineData("Thank you Jubilee Ward", "")]
    [InlineData("Thank you Queen Elizabeth Hospital", "")]
    [InlineData("Thank you Norfolk Norwich Hospital", "")]
    [InlineData("Thanks to Accident and Emergency", "")]
    [InlineData("Thank you Cardiology, thanks Physio and Ann", "Ann")]
    [InlineData("Thank you Royal London", "")]
    [InlineData("Thank you Ann Great Ormond Street", "Ann")]
    [InlineData("I met Ann in the Car Park on Monday", "")]
    [InlineData("", "")]
    public void A_name_is_told_as_the_post_has_it(string text, string names) => Assert.Equal(names, string.Join(", ", NameReader.Read(text)));

    [Fact]
    public void Twenty_kilobytes_of_anything_are_read_in_the_end() =>
        Assert.All(["Dr ", "thank you so ", "Thanks Ann, ", "my ", "Sister A"], piece => Assert.InRange(NameReader.Read(string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length))).Count, 0, 5));
}
