using FeedbackBot.Cards;

namespace FeedbackBot.Tests.Cards;

public sealed class AccuracyLinesTests
{
    [Theory]
    [InlineData("", "Staff corrected 0 of 0 readings")]
    [InlineData("ward7 0/20, xray 0/12", "Staff corrected 0 of 32 readings")]
    [InlineData("ward7 3/20", "Staff corrected 3 of 20 readings")]
    [InlineData("ward7 0/0, xray 1/1", "Staff corrected 1 of 1 reading|Read wrongly in X-ray waiting room: 1 of 1")]
    [InlineData("ward7 1/20, xray 3/1200, desk 0/5", "Staff corrected 4 of 1,225 readings|Read wrongly in X-ray waiting room: 3 of 1,200; Ward 7: 1 of 20")]
    [InlineData("a 1/2, b 9/10, c 4/5, d 2/3, e 1/7", "Staff corrected 17 of 27 readings|Read wrongly in b: 9 of 10; c: 4 of 5; d: 2 of 3; 2 in 2 more wards")]
    [InlineData("a 4/4, b 3/4, c 2/4, **d** 1/4", "Staff corrected 10 of 16 readings|Read wrongly in a: 4 of 4; b: 3 of 4; c: 2 of 4; 1 in 1 more ward")]
    public void Staff_read_in_how_many_posts_and_in_which_wards_the_reader_was_wrong(string wards, string lines)
    {
        List<(string, int, int)> counted = [.. wards.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split(' ', '/')).Select(w => (w[0], int.Parse(w[1], null), int.Parse(w[2], null)))];

        var drawn = AccuracyLines.Of(counted, CardSamples.Organisation()).Select(l => string.Concat(l["inlines"]!.AsArray().Select(i => (string?)i!["text"])));

        Assert.Equal(lines, string.Join('|', drawn));
    }
}
