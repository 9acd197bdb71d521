using FeedbackBot.Posts;
using FeedbackBot.Posts.Samples;

namespace FeedbackBot.Tests.Posts.Samples;

public sealed class PatientPostTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly PatientPost Whole = new(" Clean loo! #StOswinsListens ", "Vic", "@vic", "https://oswin.example/loo.png", "A clean loo");

    public static TheoryData<string, PatientPost, string> Faults => new()
    {
        { "nothing at all", new(null, null, null, null, null), "text and photoUrl are both missing" },
        { "only blanks", new(" \n", "Vic", "vic", "  ", null), "text and photoUrl are both missing" },
        { "a text too long", Whole with { Text = new('a', 25_001) }, "text has 25,001 characters. Shorten it to 25,000 at most" },
        { "a name too long", Whole with { Author = new('a', 101) }, "author has 101 characters" },
        { "a handle too long", Whole with { Handle = new('a', 101) }, "handle has 101 characters" },
        { "a description too long", Whole with { PhotoAltText = new('a', 1_001) }, "photoAltText has 1,001 characters" },
        { "a picture without host", Whole with { PhotoUrl = "/loo.png" }, "photoUrl isn't a whole web address" },
        { "a picture by file", Whole with { PhotoUrl = "file:///loo.png" }, "photoUrl isn't a whole web address" },
        { "a picture by script", Whole with { PhotoUrl = "javascript:alert(1)" }, "photoUrl isn't a whole web address" },
        { "a picture in the address", Whole with { PhotoUrl = "data:image/png;base64,AA==" }, "photoUrl isn't a whole web address" },
        { "a null character", Whole with { Text = "a\0b" }, "text contains a null character" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_names_its_field_and_the_cure(string what, PatientPost post, string fault)
    {
        Assert.NotNull(what);
        Assert.StartsWith(fault, Assert.Single(PatientPostFaults.Of(post)), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PatientPostMaker.Make(post, Now));
    }

    [Fact]
    public void What_the_patient_wrote_becomes_a_post_unaltered()
    {
        Assert.Empty(PatientPostFaults.Of(Whole));
        var post = PatientPostMaker.Make(Whole, Now);

        Assert.StartsWith("local-", post.Id, StringComparison.Ordinal);
        Assert.Equal(post.Id, post.EditionId);
        Assert.Equal("local", post.Source);
        Assert.Equal(" Clean loo! #StOswinsListens ", post.Text);
        Assert.Equal(new Author("Vic", "vic", null), post.Author);
        Assert.Equal(Now, post.PostedAt);
        Assert.Equal([new Photo(new Uri("https://oswin.example/loo.png"), "A clean loo")], post.Photos);
    }

    [Fact]
    public void Two_posts_with_the_same_words_are_two_posts() =>
        Assert.NotEqual(PatientPostMaker.Make(Whole, Now).Id, PatientPostMaker.Make(Whole, Now).Id);

    [Fact]
    public void A_post_without_author_is_by_someone() =>
        Assert.Equal(Author.Unknown, PatientPostMaker.Make(new("Clean loo!", " ", "@", null, null), Now).Author);

    [Fact]
    public void A_picture_alone_is_enough()
    {
        var post = PatientPostMaker.Make(new(null, "Vic", null, "http://127.0.0.1:5000/loo.png", " "), Now);

        Assert.Equal("", post.Text);
        Assert.Null(Assert.Single(post.Photos).AltText);
    }

    [Fact]
    public void The_longest_text_is_taken_whole() =>
        Assert.Equal(25_000, PatientPostMaker.Make(Whole with { Text = new('é', 25_000) }, Now).Text.Length);
}
