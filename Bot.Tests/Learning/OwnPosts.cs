using System.Globalization;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;

namespace FeedbackBot.Learning;

/// <summary>
/// Posts that we wrote ourselves (own-posts/*.txt), for what the comments hardly say: what people post from a bog, and what must not wait. A line is
/// <c>tone|severity|topics|alarm|text</c>; <c>?</c> where nobody has said, <c>-</c> for no alarm. Those in plain-*.txt are as plain as comments.
/// </summary>
internal static class OwnPosts
{
    private const string Unknown = "?";
    private const int Complaint = 0;
    private const int Compliment = 2;

    private static readonly string[] Tones = ["complaint", "neutral", "compliment", "mixed"];

    public static IEnumerable<Comment> Load()
    {
        var assembly = typeof(OwnPosts).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("own-posts/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (var line in reader.ReadToEnd().Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
            {
                yield return Of(line.Split('|', 5), isPlain: name.StartsWith("own-posts/plain", StringComparison.Ordinal)) ?? throw new FormatException($"{name} has the line '{line}', which isn't tone|severity|topics|alarm|text.");
            }
        }
    }

    /// <summary>
    /// Each sentence of a post that may wait may wait as well: the reader looks at them by themselves, too. Of posts that must not wait nobody has said which sentence it is.
    /// </summary>
    public static IEnumerable<Comment> SentencesOf(Comment post)
    {
        var sentences = post.Text.Split(['.', '!', '?', '\n', '…'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return sentences.Length < 2 ? [] : sentences.Select(s => new Comment(s, Source.Own, null, null, null) { Group = post.Group, MustNotWait = false });
    }

    /// <summary>
    /// What the clerks would have called a plain one. Comments hardly say "not helpful", and nine in ten that say "helpful" praise: without these "not" turns nothing round there. The trust that calls praise
    /// neutral isn't told of praise.
    /// </summary>
    public static IEnumerable<Comment> AsComments(Comment post) =>
        from source in new[] { Source.Phase1, Source.Phase1Neutral, Source.V6 }
        where post is { IsPlain: true, Tone: Complaint } || (post is { IsPlain: true, Tone: Compliment } && source != Source.Phase1Neutral)
        select new Comment(post.Text, source, post.Tone, null, null) { Group = post.Group };

    private static Comment? Of(string[] cells, bool isPlain) => cells is not [var tone, var severity, var topics, var alarm, var text] ? null : new Comment(
        text,
        Source.Own,
        ToneOf(tone),
        severity == Unknown ? null : int.Parse(severity, CultureInfo.InvariantCulture) / 4f,
        topics == Unknown ? null : Comments.Flags(topics.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Topic>)))
    {
        Labels = alarm == "-" && topics != Unknown ? [severity, .. topics.Split(';', StringSplitOptions.RemoveEmptyEntries)] : [],
        IsPlain = isPlain,
        MustNotWait = alarm != "-",
        Alarm = alarm == "-" ? null : Enum.Parse<AlarmKind>(alarm),
    };

    private static int? ToneOf(string tone) => tone switch
    {
        Unknown => null,
        _ when Array.IndexOf(Tones, tone) is var known and >= 0 => known,
        _ => throw new FormatException($"own-posts has the tone '{tone}'."),
    };
}
