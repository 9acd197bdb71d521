using System.Buffers.Binary;
using System.Text.RegularExpressions;
using FeedbackBot.Posts.Samples;

namespace FeedbackBot.Tests.Posts.Samples;

public sealed partial class SampleDayTests
{
    private static readonly IReadOnlyList<SamplePost> Posts = SampleDay.Load().Posts;

    public static TheoryData<string> Pictures =>
        [.. Posts.Select(p => p.Photo).Concat(Posts.Select(p => p.Avatar is null ? null : $"{p.Avatar}.png")).OfType<string>().Distinct()];

    [Fact]
    public void The_day_has_about_sixty_posts_in_order_each_with_an_id_of_its_own()
    {
        Assert.InRange(Posts.Count, 55, 65);
        Assert.Equal(Posts.Count, Posts.Select(p => p.Id).Distinct().Count());
        Assert.Equal(Posts.OrderBy(p => p.At).Select(p => p.Id), Posts.Select(p => p.Id));
    }

    [Fact]
    public void Every_post_is_as_short_as_on_x_and_reaches_the_hospital()
    {
        var hashtag = DemoHospital.Settings().Single(s => s.Key == "Organisation:Hashtags:0").Value;

        Assert.All(Posts, p => Assert.InRange(p.Text.Length, 1, 280));
        Assert.All(Posts, p => Assert.Contains($"#{hashtag}", p.Text, StringComparison.Ordinal));
    }

    /// <summary>X's handles end at fifteen characters, so a longer one leads to nobody's page.</summary>
    [Fact]
    public void No_authors_handle_can_belong_to_a_real_person() =>
        Assert.All(Posts, p => Assert.Matches(Handle(), p.Handle));

    [Fact]
    public void Several_people_complain_about_the_same_lavatory() =>
        Assert.InRange(
            Posts.Where(p => !p.Repost && Lavatory().IsMatch(p.Text)).Select(p => p.Handle).Distinct().Count(), 5, 10);

    [Fact]
    public void The_day_has_what_is_hard_to_show()
    {
        Assert.Contains(Posts, p => p.Language == "ar");
        Assert.Contains(Posts, p => p.Language == "cy");
        Assert.Contains(Posts, p => p.Text.Contains("**", StringComparison.Ordinal));
        Assert.Contains(Posts, p => p.Text.EnumerateRunes().Any(r => r.Value > 0xFFFF));
        Assert.Single(Posts, p => p.Repost);
        Assert.Single(Posts, p => p.Quotes is not null && Posts.Any(q => q.Id == p.Quotes && q.At < p.At));
        Assert.Equal(8, Posts.Count(p => p.Photo is not null));
        Assert.Single(Posts, p => p.Photo is not null && p.Alt is null);
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Every_picture_is_a_png_that_loads_quickly(string file)
    {
        using var picture = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "LocalTeams", "Photos", file));
        Assert.InRange(picture.Length, 1, 60 * 1024);

        var header = new byte[24];
        picture.ReadExactly(header);

        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], header[..8]);
        var avatar = file.StartsWith("avatar-", StringComparison.Ordinal);
        Assert.Equal(avatar ? (96, 96) : (640, 480), (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(20))));
    }

    [GeneratedRegex("^[A-Za-z0-9_]{16,}$")]
    private static partial Regex Handle();

    [GeneratedRegex("(loo|toilets?|ladies|gents) (by|next to) X-ray|#StOswinsLoos", RegexOptions.IgnoreCase)]
    private static partial Regex Lavatory();
}
