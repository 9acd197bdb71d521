using FeedbackBot.Posts;
using FeedbackBot.Wards;

namespace FeedbackBot.Triage;

/// <summary>
/// Decides which ward a post is for: a ward's hashtag, else place words in a post with the organisation's hashtag, else the front desk.
/// Whoever asks first after the settings have changed waits for the new index.
/// </summary>
public sealed class WardMatcher(Organisation organisation)
{
    private readonly Lock _building = new();
    private WardIndex _index = new(organisation.Now);

    public Verdict Match(Post post) => Index().Match(post);

    private WardIndex Index()
    {
        var index = Volatile.Read(ref _index);
        if (index.Of == organisation.Now)
        {
            return index;
        }

        lock (_building)
        {
            // One builds for all.
            if (_index.Of != organisation.Now)
            {
                Volatile.Write(ref _index, new(organisation.Now));
            }

            return _index;
        }
    }
}
