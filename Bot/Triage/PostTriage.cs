using FeedbackBot.Posts;
using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Personal;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Triage;

/// <summary>All that is decided about a post before it is a case: which ward, what tone and topics, what must not be shown, what must not wait.</summary>
public sealed class PostTriage(WardMatcher wards)
{
    public Verdict Of(Post post)
    {
        var alarm = SafeguardingReader.Read(post);
        return wards.Match(post) with { Findings = new Findings(ToneReader.Learnt.Read(post.Text, alarm is not null), PersonalReader.WhyWithheld(post), alarm) };
    }
}
