using System.Runtime.CompilerServices;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Learnt;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Tests.Triage.Tones;

public class ToneReaderTests
{
    private static readonly string[][] Posts = [.. Lines().Select(line => line.Split('|', 3, StringSplitOptions.TrimEntries))];

    public static TheoryData<string, string, string> Sentences
    {
        get
        {
            var sentences = new TheoryData<string, string, string>();
            foreach (var post in Posts)
            {
                sentences.Add(post[0], post[1], post[2]);
            }

            return sentences;
        }
    }

    [Theory, MemberData(nameof(Sentences))]
    public void A_post_is_read_as_a_person_would(string tone, string topics, string post)
    {
        var reading = ToneReader.Learnt.Read(post);

        Assert.Equal(tone, ToneNames.Of(reading.Tone));
        Assert.Superset(topics.Split("; ", StringSplitOptions.RemoveEmptyEntries).ToHashSet(), reading.Topics.Select(t => ToneNames.Of(t.Topic)).ToHashSet());
    }

    [Fact]
    public void There_are_enough_sentences_of_every_kind()
    {
        Assert.True(Posts.Length >= 60);
        Assert.All(Enum.GetValues<Tone>(), tone => Assert.True(Posts.Count(p => p[0] == ToneNames.Of(tone)) >= 6));
        Assert.All(Enum.GetValues<Topic>(), topic => Assert.Contains(Posts, p => p[1].Contains(ToneNames.Of(topic), StringComparison.Ordinal)));
    }

    [Fact]
    public void Nice_nurses_and_disgusting_toilets_are_praise_for_the_ones_and_a_complaint_about_the_others()
    {
        var reading = ToneReader.Learnt.Read("Nurse very nice, toilets disgusting");

        Assert.Equal(Tone.Mixed, reading.Tone);
        Assert.Equal(Tone.Complaint, Assert.Single(reading.Topics, t => t.Topic == Topic.Cleanliness).Tone);
        Assert.Equal(Tone.Compliment, Assert.Single(reading.Topics, t => t.Topic == Topic.StaffAttitude).Tone);
        Assert.True(reading.Severity >= 2);
        Assert.Contains(reading.Words, w => w.Contains("disgusting", StringComparison.Ordinal));
        Assert.Contains(reading.Words, w => w.Contains("nice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The toilets are disgusting, absolutely appalling", "No soap in the toilet")]
    [InlineData("Horrific. I was left screaming in agony for hours, they nearly killed my mum", "The tea was a bit cold")]
    public void What_is_worse_is_graver(string worse, string better)
    {
        Assert.True(ToneReader.Learnt.Read(worse).Severity > ToneReader.Learnt.Read(better).Severity);
    }

    [Fact]
    public void The_worst_statement_counts_not_the_average()
    {
        var alone = ToneReader.Learnt.Read("The toilets are disgusting.");
        var among = ToneReader.Learnt.Read("The toilets are disgusting. The tea was fine and the weather is nice and we had a pleasant chat about the garden and the football.");

        Assert.True(among.Severity >= alone.Severity - 1, $"{among.Severity} instead of {alone.Severity}");
        Assert.True(among.Severity > 0);
    }

    [Theory]
    [InlineData("The toilets are clean", "The toilets are not clean")]
    [InlineData("I was really happy with the staff", "I was not happy with the staff")]
    [InlineData("The staff were very helpful", "The staff were not helpful")]
    public void Not_turns_praise_into_a_complaint(string praise, string complaint)
    {
        Assert.Equal(Tone.Compliment, ToneReader.Learnt.Read(praise).Tone);
        Assert.Equal(Tone.Complaint, ToneReader.Learnt.Read(complaint).Tone);
    }

    [Theory]
    [InlineData("I was groped by the porter")]
    [InlineData("He raped me")]
    [InlineData("She has bruises and is scared of him")]
    [InlineData("they are beating him on ward 7")]
    public void Nobody_is_thanked_for_what_must_not_wait(string text) => Assert.NotEqual(Tone.Compliment, ToneReader.Learnt.Read(text, mustNotWait: true).Tone);

    [Fact]
    public void Plain_praise_beside_what_must_not_wait_is_praise() =>
        Assert.Equal(Tone.Compliment, ToneReader.Learnt.Read("Staff were brilliant when my dad tried to end it all", mustNotWait: true).Tone);

    [Fact]
    public void A_colon_before_a_word_is_no_face()
    {
        Assert.Equal(Tone.Complaint, ToneReader.Learnt.Read("Food:Disgusting Toilets:Dreadful").Tone);
        Assert.Equal([":D"], new TokenText("Lovely tea :D").Tokens.Where(t => t.Kind == TokenKind.Emoji).Select(t => "Lovely tea :D"[t.Start..(t.Start + t.Length)]));
    }

    [Fact]
    public void Only_complaints_have_a_severity()
    {
        foreach (var reading in Posts.Select(p => ToneReader.Learnt.Read(p[2])))
        {
            Assert.Equal(reading.Tone is Tone.Complaint or Tone.Mixed, reading.Severity > 0);
            Assert.All(reading.Topics, t => Assert.Equal(t.IsComplaint, t.Severity > 0));
            Assert.All(reading.Topics, t => Assert.InRange(t.Severity, 0, reading.Severity));
        }
    }

    [Fact]
    public void The_words_that_decided_stand_in_the_post()
    {
        foreach (var post in Posts.Select(p => p[2]))
        {
            var reading = ToneReader.Learnt.Read(post);
            Assert.All(reading.Words.Concat(reading.Topics.Select(t => t.Word)), word => Assert.Contains(word, post, StringComparison.Ordinal));
            Assert.InRange(reading.Words.Count, 0, 4);
        }
    }

    [Fact]
    public void Hashtags_handles_and_links_change_nothing()
    {
        var bare = ToneReader.Learnt.Read("The toilets on ward 7 are filthy");
        var dressed = ToneReader.Learnt.Read("@OswinHospital The toilets on ward 7 are filthy #OswinWard7 #Excellent2026 https://t.co/lovely");

        Assert.Equal(bare.Tone, dressed.Tone);
        Assert.Equal(bare.Severity, dressed.Severity);
        Assert.Equal(bare.Topics, dressed.Topics);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t ")]
    [InlineData("\uD800")]
    [InlineData("....!!!???")]
    [InlineData("#")]
    [InlineData("'''''")]
    [InlineData("&&&&")]
    [InlineData("日本語のテキスト")]
    [InlineData(":) :( ;-) :")]
    public void Odd_texts_are_read_without_a_fault(string text)
    {
        Assert.InRange(ToneReader.Learnt.Read(text).Severity, 0, 4);
    }

    [Fact]
    public void A_very_long_text_is_read_too()
    {
        var reading = ToneReader.Learnt.Read(string.Concat(Enumerable.Repeat("The toilets are filthy, and the food is cold. ", 2_000)));

        Assert.Equal(Tone.Complaint, reading.Tone);
        Assert.NotEmpty(ToneReader.Learnt.Read(new string('a', 100_000) + " disgusting toilet").Topics);
    }

    [Fact]
    public void The_same_post_is_always_read_the_same()
    {
        var other = new ToneReader(Weights.Embedded());
        foreach (var post in Posts.Select(p => p[2]))
        {
            var (once, again) = (ToneReader.Learnt.Read(post), other.Read(post));
            Assert.Equal((once.Tone, once.Severity, string.Join(';', once.Topics), string.Join(';', once.Words)), (again.Tone, again.Severity, string.Join(';', again.Topics), string.Join(';', again.Words)));
        }
    }

    private static string[] Lines([CallerFilePath] string here = "") => File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, "posts.txt"));
}
