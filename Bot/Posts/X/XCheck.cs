using System.Globalization;
using FeedbackBot.Store;

namespace FeedbackBot.Posts.X;

/// <summary>Takes people's wishes to know whether posts are still public. They are kept in the store, so that none is forgotten while X is out of reach.</summary>
public sealed class XCheck(Lookups lookups, XOptions options)
{
    private const string NotRead = "X isn't read here, so I can't ask it. Set X:BearerToken first.";

    /// <summary>One post, at once and whatever the day's budget.</summary>
    /// <returns>A sentence for whoever asked.</returns>
    public async Task<string> OneAsync(Post post, CancellationToken cancellationToken)
    {
        if (!options.IsOn)
        {
            return NotRead;
        }

        if (post.Source != XPostSource.SourceName || post.RemovedAt is not null)
        {
            return "This post isn't on X, so there is nothing to ask there.";
        }

        await lookups.WishAsync(post.Id, cancellationToken);
        return "I am asking X. If the post is no longer there, its words and pictures go from here within a minute or so.";
    }

    /// <summary>Every post that is kept, closed cases' too, within the day's budget.</summary>
    /// <returns>A sentence for whoever asked.</returns>
    public async Task<string> AllAsync(CancellationToken cancellationToken)
    {
        if (!options.IsOn)
        {
            return NotRead;
        }

        var count = await lookups.WishAllAsync(XPostSource.SourceName, cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"I am asking X about all {count:N0} posts that I keep, at most {options.LookupsPerDay:N0} a day, the longest unasked first. \"status\" says how far I am.");
    }
}
