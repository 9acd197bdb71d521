namespace FeedbackBot.Triage.Learnt;

/// <summary>How sure the reader must be; chosen by cross-validation, since a complaint that is overlooked costs more than one too many.</summary>
/// <param name="Comments">Of texts that read like comments.</param>
/// <param name="Posts">Of those that read like posts; for what is between them what is between both.</param>
/// <param name="Mixed">How likely one clause must be a complaint, and another one praise, for a text to be mixed.</param>
/// <param name="MustNotWait">From which chance on somebody is told at once.</param>
public sealed record Thresholds(Bars Comments, Bars Posts, float Mixed, float MustNotWait)
{
    public static readonly int TopicCount = Enum.GetValues<Topic>().Length;

    /// <summary>Before anything was tuned.</summary>
    public static Thresholds Even { get; } = new(Bars.Even, Bars.Even, 0.7f, 0.5f);

    /// <param name="likeAPost">How much the text reads like a post, from 0 to 1.</param>
    public float Complaint(float likeAPost) => Between(Comments.Complaint, Posts.Complaint, likeAPost);

    /// <inheritdoc cref="Complaint"/>
    public float Neutral(float likeAPost) => Between(Comments.Neutral, Posts.Neutral, likeAPost);

    /// <inheritdoc cref="Complaint"/>
    public float Topic(int topic, float likeAPost) => Between(Comments.Topics[topic], Posts.Topics[topic], likeAPost);

    public void WriteTo(BinaryWriter to)
    {
        Comments.WriteTo(to);
        Posts.WriteTo(to);
        to.Write(Mixed);
        to.Write(MustNotWait);
    }

    public static Thresholds Read(BinaryReader from) => new(Bars.Read(from), Bars.Read(from), from.ReadSingle(), from.ReadSingle());

    private static float Between(float comments, float posts, float likeAPost) => comments + (likeAPost * (posts - comments));
}
