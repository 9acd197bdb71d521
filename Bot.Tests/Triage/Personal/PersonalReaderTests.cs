using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using FeedbackBot.Posts;
using FeedbackBot.Triage.Personal;
using Xunit.Abstractions;

namespace FeedbackBot.Tests.Triage.Personal;

public sealed class PersonalReaderTests(ITestOutputHelper output)
{
    public static TheoryData<string> Identifying => [.. Lines("must-not-be-shown")];

    public static TheoryData<string> Harmless => [.. Lines("may-be-shown")];

    [Theory]
    [MemberData(nameof(Identifying))]
    public void Every_occurrence_is_found_where_it_stands(string line)
    {
        var (kinds, marked) = (line[..line.IndexOf(" | ", StringComparison.Ordinal)], Unescaped(line[(line.IndexOf(" | ", StringComparison.Ordinal) + 3)..]));
        var (text, expected) = Unmarked(marked);

        var found = PersonalReader.Read(text);

        Assert.Equal(expected, found.Select(f => text.Substring(f.Start, f.Length)));
        Assert.Equal(kinds, string.Join(',', found.Select(f => f.Kind)));
        Assert.StartsWith("It may identify a patient: ", PersonalReader.WhyWithheld(Post(text)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Harmless))]
    public void A_look_alike_is_shown(string line)
    {
        var text = Unescaped(line);

        Assert.Empty(PersonalReader.Read(text).Select(f => (f.Kind, text.Substring(f.Start, f.Length))));
        Assert.Null(PersonalReader.WhyWithheld(Post(text)));
    }

    [Fact]
    public void There_are_as_many_look_alikes_as_the_rules_need()
    {
        Assert.InRange(Identifying.Count, 600, int.MaxValue);
        Assert.InRange(Harmless.Count, 500, int.MaxValue);
    }

    [Fact]
    public void Posts_that_nobody_worked_with_are_mostly_told_apart()
    {
        var posts = Lines("", "kept-apart.txt").Where(line => line[0] is '+' or '-').Select(line => (MustNot: line[0] == '+', Found: PersonalReader.Read(line[2..]).Count > 0)).ToList();
        double found = posts.Count(p => p.MustNot && p.Found), wrongly = posts.Count(p => !p.MustNot && p.Found);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{posts.Count} posts: recall {found / posts.Count(p => p.MustNot):F3}, precision {found / (found + wrongly):F3}."));
        Assert.InRange(found / posts.Count(p => p.MustNot), 0.9, 1);
        Assert.InRange(found / (found + wrongly), 0.98, 1);
    }

    [Fact]
    public void Posts_that_others_wrote_are_told_apart()
    {
        var identifying = Lines("must-not-be-shown", "posts-by-others.txt").Select(line => Unmarked(Unescaped(line[(line.IndexOf(" | ", StringComparison.Ordinal) + 3)..])).Text).ToList();
        var harmless = Lines("may-be-shown", "posts-by-others.txt").Select(Unescaped).ToList();

        var found = identifying.Count(text => PersonalReader.Read(text).Count > 0);
        var wrongly = harmless.Count(text => PersonalReader.Read(text).Count > 0);

        var (recall, precision) = ((double)found / identifying.Count, (double)found / (found + wrongly));
        output.WriteLine($"Of {identifying.Count} posts that may identify a patient and {harmless.Count} that don't: recall {recall:F3}, precision {precision:F3}.");
        Assert.InRange(recall, 0.98, 1);
        Assert.InRange(precision, 0.98, 1);
    }

    [Fact]
    public void The_reason_names_each_kind_once_and_never_the_data() => Assert.Equal(
        "It may identify a patient: an NHS number, a date of birth and a phone number.",
        PersonalReader.WhyWithheld(Post("999 945 8076, DOB 3/4/1956, 07700 900123 or 07700 900456")));

    [Fact]
    public void A_picture_s_description_counts_as_much_as_the_text()
    {
        var photo = new Photo(new Uri("https://example.org/1.jpg"), "A wristband: 999 945 8076");

        Assert.Equal("It may identify a patient: an NHS number.", PersonalReader.WhyWithheld(Post("Look at this") with { Photos = [photo] }));
        Assert.Null(PersonalReader.WhyWithheld(Post("Look at this") with { Photos = [photo with { AltText = null }] }));
    }

    /// <summary>X writes a short address into the text, and says as what to show it.</summary>
    [Fact]
    public void As_what_a_link_is_shown_counts_too_also_in_what_is_quoted()
    {
        var post = Post("No call back yet, message me https://t.co/abc") with { Links = [new TextLink(29, 16, "wa.me/447700900123", new Uri("https://t.co/abc"))] };

        Assert.Equal("It may identify a patient: a phone number.", PersonalReader.WhyWithheld(post));
        Assert.Equal("It may identify a patient: a phone number.", PersonalReader.WhyWithheld(Post("Same here") with { Quote = new Quote("900", post) }));
        Assert.Null(PersonalReader.WhyWithheld(post with { Links = [new TextLink(29, 16, "nhs.uk/conditions", new Uri("https://t.co/abc"))] }));
    }

    [Fact]
    public void A_quoted_post_counts_as_much_as_the_one_that_quotes_it() => Assert.Equal(
        "It may identify a patient: a phone number.",
        PersonalReader.WhyWithheld(Post("Look at this") with { Quote = new Quote("2", Post("Ring 07700 900123")) }));

    [Theory]
    [InlineData("", 0)]
    [InlineData("\ud83d", 0)]
    [InlineData("\u0000999 \u0000945", 0)]
    [InlineData("07700 900\ud83d123 \udc00 @", 1)]
    public void Broken_text_is_read_like_any_other(string text, int found) => Assert.Equal(found, PersonalReader.Read(text).Count);

    [Fact]
    public void However_the_number_s_digits_are_parted_it_is_the_same_number()
    {
        foreach (var separator in new[] { "", " ", "  ", "-", " - ", ".", "/", "\n", "\r\n", "\u00a0", "\u2009", "\u200b", "\u2013", "\u2011", "_", "\u00b7", "\u3000", "\u2063" })
        {
            var number = string.Join(separator, "999", "945", "8076");
            var text = $"Seen: {number} on the door";

            Assert.Equal([new PersonalFinding(PersonalKind.NhsNumber, 6, number.Length)], PersonalReader.Read(text));
        }
    }

    private static IEnumerable<string> Lines(string folder, string files = "*.txt", [CallerFilePath] string here = "") =>
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(here)!, folder), files).Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal));

    private static string Unescaped(string line) =>
        Regex.Replace(line.Replace("\\n", "\n", StringComparison.Ordinal), @"\\u([0-9a-f]{4})", m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString());

    private static (string Text, IReadOnlyList<string> Marked) Unmarked(string marked)
    {
        var found = Regex.Matches(marked, "⟦(.*?)⟧", RegexOptions.Singleline).Select(m => m.Groups[1].Value).ToList();
        return (new StringBuilder(marked).Replace("⟦", "").Replace("⟧", "").ToString(), found);
    }

    private static Post Post(string text) => new()
    {
        Id = "1",
        Source = "test",
        EditionId = "1",
        Text = text,
        Author = Author.Unknown,
        PostedAt = DateTimeOffset.UnixEpoch,
    };
}
