using FeedbackBot.Teams.Questions;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Teams.Questions;

/// <summary>The guesses for what isn't understood, the likeliest first.</summary>
public sealed class LikelyMeaningsTests
{
    private static readonly Organisation Hospital = new(new OrganisationOptions
    {
        Name = "St Oswin's",
        Hashtags = { "#Oswin" },
        Wards =
        {
            new WardOptions { Id = "desk", Name = "Front desk", FrontDesk = true },
            new WardOptions { Id = "w7", Name = "Ward 7" },
            new WardOptions { Id = "willows", Name = "The Willows" },
            new WardOptions { Id = "xray", Name = "Radiology" },
        },
    });

    [Theory]
    [InlineData("smmarry", "summary")]
    [InlineData("digest Mon-Fri 9:00", "summary")]
    [InlineData("reprot please", "summary")]
    [InlineData("opne", "open")]
    [InlineData("all unresolvd ones", "open")]
    [InlineData("clamed by myself", "mine")]
    [InlineData("chanels", "wards")]
    [InlineData("thank you", "help")]
    [InlineData("yestarday", "summary yesterday")]
    [InlineData("wekly", "summary week")]
    [InlineData("radiolgy", "summary Radiology")]
    [InlineData("how are the willow doing", "summary The Willows")]
    [InlineData("soap dispenser", "find soap dispenser")]
    [InlineData("42", "find 42")]
    public void The_likeliest_meaning_comes_first(string said, string meaning) => Assert.Equal(meaning, LikelyMeanings.Of(said, Hospital)[0]);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("👋")]
    [InlineData("%_%' OR 1=1 --")]
    [InlineData("<script>alert(1)")]
    [InlineData("\ud83d")]
    [InlineData("make me a sandwich with nothing on it but a lot of ham and cheese, and be quick about it, will you")]
    public void There_are_always_three_that_the_bot_understands(string said)
    {
        var meanings = LikelyMeanings.Of(said, Hospital);

        Assert.Equal(LikelyMeanings.Count, meanings.Distinct().Count());
        Assert.All(meanings, m => Assert.IsNotType<Question.Unknown>(QuestionParser.Parse(m, Hospital)));
    }

    [Fact]
    public void Ten_thousand_wards_and_a_long_message_are_no_hindrance()
    {
        var big = new OrganisationOptions { Name = "Big", Hashtags = { "#big" } };
        for (var i = 0; i < 10_000; i++)
        {
            big.Wards.Add(new WardOptions { Id = $"w{i}", Name = $"Clinic {i}", FrontDesk = i == 0 });
        }

        Assert.Equal("summary Clinic 4711", LikelyMeanings.Of("clinic 4711 " + string.Concat(Enumerable.Repeat("blah ", 5_000)), new Organisation(big))[0]);
    }

    [Theory]
    [InlineData("", "", 1)]
    [InlineData("open", "open", 1)]
    [InlineData("open", "opne", 0.75)]
    [InlineData("open", "oepn", 0.75)]
    [InlineData("ward", "", 0)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("kitten", "sitting", 4.0 / 7)]
    public void Likeness_counts_slips(string one, string other, double alike)
    {
        Assert.Equal(alike, Likeness.Of(one, other), 6);
        Assert.Equal(alike, Likeness.Of(other, one), 6);
    }
}
