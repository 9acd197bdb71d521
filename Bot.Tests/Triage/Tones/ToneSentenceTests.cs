using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Tests.Triage.Tones;

public sealed class ToneSentenceTests
{
    /// <summary>A topic in small letters is one that the reader isn't sure of; after a + it is praised.</summary>
    [Theory]
    [InlineData(Tone.Complaint, "", "Complaint")]
    [InlineData(Tone.Complaint, "Food Noise", "Complaint about food and noise")]
    [InlineData(Tone.Complaint, "Food noise waiting", "Complaint about food, perhaps noise and waiting")]
    [InlineData(Tone.Complaint, "noise", "Complaint, perhaps about noise")]
    [InlineData(Tone.Compliment, "+StaffAttitude", "Praise for staff")]
    [InlineData(Tone.Compliment, "+staffattitude", "Praise, perhaps for staff")]
    [InlineData(Tone.Mixed, "", "Complaint and praise")]
    [InlineData(Tone.Mixed, "food", "Complaint, perhaps about food; praise too")]
    [InlineData(Tone.Mixed, "Food +StaffAttitude +food", "Complaint about food; praise for staff, perhaps food")]
    [InlineData(Tone.Mixed, "+Food", "Praise for food; a complaint too")]
    [InlineData(Tone.Neutral, "", "")]
    [InlineData(Tone.Neutral, "Parking noise", "About parking and transport, perhaps noise")]
    [InlineData(Tone.Neutral, "parking", "Perhaps about parking and transport")]
    public void Says_what_a_post_is_and_of_what_the_reader_is_not_sure(Tone tone, string topics, string sentence)
    {
        var read = topics.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => (Name: t.TrimStart('+'), IsPraised: t[0] == '+'))
            .Select(t => new TopicReading(Enum.Parse<Topic>(t.Name, ignoreCase: true), t.IsPraised ? Tone.Compliment : Tone.Complaint, 0, "") { IsSure = char.IsUpper(t.Name[0]) });

        Assert.Equal(sentence, ToneSentence.Of(new Reading(tone, 0, [.. read], [])));
    }
}
