using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Personal;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Tests.Triage;

/// <summary>X allows 25,000 characters, and somebody may fill them with one word to hold the bot up.</summary>
public sealed class VeryLongPostTests
{
    private const int Long = 25_000;

    [Theory]
    [InlineData("not ")]
    [InlineData("1 ")]
    [InlineData("1/")]
    [InlineData("no one ")]
    [InlineData("a a a bb ")]
    [InlineData("http ")]
    [InlineData("one two three four five six seven x ")]
    [InlineData("he hit her ")]
    [InlineData("nine ")]
    [InlineData("07700 nine ")]
    [InlineData("12 a b c ")]
    [InlineData("a@b ")]
    [InlineData("Rose Cottage, Mill Lane ")]
    [InlineData("born third April ")]
    [InlineData("RXZ 204817 ")]
    [InlineData("dirty, lovely, ")]
    public void Four_times_the_text_asks_for_about_four_times_the_memory(string piece)
    {
        var (some, more) = (Filled(piece, Long / 4), Filled(piece, Long));
        Asked(some);

        // Growing lists may double; what compares everything with everything would ask for sixteen times as much.
        Assert.InRange((double)Asked(more) / Asked(some), 1, 10);
    }

    [Fact]
    public void What_must_not_wait_is_found_at_the_end_of_a_very_long_post() =>
        Assert.Equal(AlarmKind.Threat, SafeguardingReader.Read(Filled("The tea is hot and the nurses are kind. ", Long) + "There is a man with a gun in the waiting room and he is threatening the nurses.")?.Kind);

    /// <summary>One reading that tried every division of the hyphens would take hours.</summary>
    [Theory]
    [InlineData("info", "+@example.org")]
    [InlineData("pals-a", "!@example.org")]
    [InlineData("a", "+@gmail.com")]
    public void An_address_full_of_hyphens_is_read_at_once(string before, string after) =>
        Assert.NotNull(PersonalReader.Read($"{before}{new string('-', 58)}{after}"));

    [Fact]
    public void Each_of_many_numbers_that_are_spelled_out_is_found_in_its_place()
    {
        const string Number = "oh seven seven double oh nine oh oh one two three";
        var text = string.Concat(Enumerable.Repeat($"Ring {Number} now. ", 400));

        var found = PersonalReader.Read(text);

        Assert.Equal(400, found.Count);
        Assert.All(found, f => Assert.Equal(Number, text.Substring(f.Start, f.Length)));
    }

    private static string Filled(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static long Asked(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = SafeguardingReader.Read(text);
        _ = PersonalReader.Read(text);
        _ = ToneReader.Learnt.Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
