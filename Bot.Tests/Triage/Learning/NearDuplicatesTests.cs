using FeedbackBot.Learning;

namespace FeedbackBot.Tests.Triage.Learning;

public sealed class NearDuplicatesTests
{
    [Fact]
    public void What_says_nearly_the_same_is_one_group_whatever_stands_between()
    {
        var groups = NearDuplicates.Groups(["All very good, thank you", "The soup was cold", "all very good thank you!!", "the soup was hot", "ALL VERY GOOD THANK YOU", ""]);

        Assert.Equal(groups[0], groups[2]);
        Assert.Equal(groups[0], groups[4]);
        Assert.Equal(4, groups.Distinct().Count());
    }

    /// <summary>Four of five different words are alike enough, three of four aren't; and who is alike one of a group is in it.</summary>
    [Fact]
    public void Four_fifths_of_the_words_in_common_are_enough()
    {
        var groups = NearDuplicates.Groups(["a b c d", "a b c d e", "b c d e", "a b c x"]);

        Assert.Equal([groups[0], groups[0], groups[0]], groups[..3]);
        Assert.NotEqual(groups[0], groups[3]);
    }
}
