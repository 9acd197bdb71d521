using FeedbackBot.Store;
using FeedbackBot.Triage;

namespace FeedbackBot.Posts;

/// <summary>Takes posts through triage into the store, wherever they come from.</summary>
public sealed partial class PostDesk(PostTriage triage, Intake intake, ILogger<PostDesk> logger)
{
    /// <returns>How many cases are new.</returns>
    public async Task<int> TakeAsync(string source, PostBatch batch, CancellationToken cancellationToken)
    {
        var arrivals = new List<Arrival>(batch.Posts.Count);
        foreach (var post in batch.Posts)
        {
            if (PostFilter.WhyNot(post) is { } why)
            {
                Log.Ignored(logger, post.Id, why);
                continue;
            }

            var verdict = triage.Of(post);
            Log.Matched(logger, post.Id, verdict.Ward.Id);
            arrivals.Add(new Arrival(post, verdict));
        }

        return await intake.SaveAsync(source, arrivals, batch.Cursor, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1001, LogLevel.Information, "Post {PostId} is not a new post: {Why}")]
        public static partial void Ignored(ILogger logger, string postId, string why);

        [LoggerMessage(2001, LogLevel.Debug, "Case {CaseId} goes to ward {WardId}.")]
        public static partial void Matched(ILogger logger, string caseId, string wardId);
    }
}
