using FeedbackBot.Store;

namespace FeedbackBot.Tests.Store;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("soap", "No SOAP in the loo", true)]
    [InlineData("soap loo", "No soap in the loo", true)]
    [InlineData("soap towel", "No soap in the loo", false)]
    [InlineData("cafe", "The CAFÉ is cold", true)]
    [InlineData("café", "the cafe is cold", true)]
    [InlineData("strasse", "Die Straße", true)]
    [InlineData("rat", "a great nurse", false)]
    [InlineData("rat", "Rats!", true)]
    [InlineData("loos", "#OswinLoos", true)]
    [InlineData("ward7", "so clean #OswinWard7", true)]
    [InlineData("#oswin", "so clean #OswinWard7", true)]
    [InlineData("dont", "I don’t like it", true)]
    [InlineData("o'neill", "Nurse ONeill", true)]
    [InlineData("清潔", "ここは清潔です", true)]
    [InlineData("٧", "ward 7", true)]
    [InlineData("100%", "1000 thanks", true)]
    [InlineData("s_ap", "soap", false)]
    [InlineData("so%p", "soap", false)]
    [InlineData(".*", "anything", true)]
    [InlineData("\ud83d soap", "soap", true)]
    public void A_word_is_found_where_a_reader_would_see_it(string sought, string text, bool isThere) =>
        Assert.Equal(isThere, new SearchWords(sought).AreIn(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" %_* ' ")]
    [InlineData("\u0301")]
    public void What_holds_no_word_is_empty_and_in_everything(string? sought)
    {
        Assert.True(new SearchWords(sought).IsEmpty);
        Assert.True(new SearchWords(sought).AreIn("soap"));
    }

    [Fact]
    public void Words_may_stand_in_different_texts_but_never_across_two() =>
        Assert.Equal((true, false), (new SearchWords("soap mary").AreIn("No soap", null, "Mary"), new SearchWords("soapmary").AreIn("soap", "mary")));
}
