using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Triage;

/// <summary>What triage found in a post's words, beyond the ward that it is about.</summary>
/// <param name="Withheld">Why the post must not be shown, without what is in it: a sentence; null where it may be.</param>
/// <param name="Alarm">Words that must not wait; null where there are none.</param>
public sealed record Findings(Reading Reading, string? Withheld, Alarm? Alarm)
{
    public static Findings None { get; } = new(new Reading(Tone.Neutral, 0, [], []), null, null);

    /// <summary>These, and what was found before: what had to be withheld, or must not wait, stays so until people have seen to it.</summary>
    public Findings Keeping(Findings before) => this with { Withheld = before.Withheld ?? Withheld, Alarm = before.Alarm?.With(Alarm) ?? Alarm };

    /// <summary>What remains when the post is gone: what was found, and none of the author's words.</summary>
    public Findings WithoutWords() => new(Reading.WithoutWords(), Withheld, Alarm?.WithoutWords());
}
