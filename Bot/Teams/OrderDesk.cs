using FeedbackBot.Cases;
using FeedbackBot.Posts.X;
using FeedbackBot.Teams.Questions;

namespace FeedbackBot.Teams;

/// <summary>Does what people tell the bot to do, where others only ask, and says in a sentence what came of it.</summary>
public sealed class OrderDesk(LinkDesk links, DigestDesk digests, XCheck check)
{
    /// <returns>Null where the question asks for nothing to be done.</returns>
    public async Task<string?> DoAsync(Activity activity, Person person, Question question, CancellationToken cancellationToken) => question switch
    {
        Question.Link link => await links.LinkAsync(activity, person, link.Ward, cancellationToken),
        Question.Unlink => await links.UnlinkAsync(activity, person, cancellationToken),
        Question.Digest digest => await digests.DoAsync(activity, person, digest.Words, cancellationToken),
        Question.Check => await check.AllAsync(cancellationToken),
        _ => null,
    };
}
