using System.Text.Json.Serialization;

namespace FeedbackBot.Triage.Tones;

/// <summary>What the tone reader makes of a post.</summary>
/// <param name="Severity">Of the worst statement: 0 where nothing is complained of, else 1 (a small thing) to 4 (harm or disgrace).</param>
/// <param name="Topics">In the order of <see cref="Topic"/>.</param>
/// <param name="Words">What decided the tone, as it stands in the post, the weightiest first; few, and none where nothing stood out.</param>
public sealed record Reading(Tone Tone, int Severity, IReadOnlyList<TopicReading> Topics, IReadOnlyList<string> Words)
{
    /// <summary>As the reader read it, before people put it right; null where they haven't.</summary>
    public Reading? First { get; init; }

    /// <summary>The topics complained of that the reader isn't sure of: no pattern counts them until a person says that they are right.</summary>
    [JsonIgnore]
    public IReadOnlyList<Topic> Doubtful => [.. Topics.Where(t => t is { IsComplaint: true, IsSure: false }).Select(t => t.Topic)];

    /// <summary>What remains when the post is gone: none of the author's words.</summary>
    public Reading WithoutWords() => this with { Words = [], Topics = [.. Topics.Select(t => t with { Word = "" })], First = First?.WithoutWords() };

    public Reading Confirmed() => this with { Topics = [.. Topics.Select(t => t.IsComplaint ? t with { IsSure = true } : t)] };

    /// <summary>This one of an edited post: what was sure before, or said to be right by a person, stays so while it is read at all.</summary>
    public Reading Keeping(Reading before) =>
        this with { Topics = [.. Topics.Select(t => before.Topics.Any(b => b.IsSure && b.Topic == t.Topic && b.Tone == t.Tone) ? t with { IsSure = true } : t)] };
}
