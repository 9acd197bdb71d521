using FeedbackBot.Store;

namespace FeedbackBot.Posts.X;

/// <summary>Collects what X gave since it was last written down: posts and people, each once.</summary>
public sealed class XCounter(ReadCounts counts, XBudget budget)
{
    private readonly Lock _lock = new();
    private HashSet<string> _posts = [];
    private HashSet<string> _people = [];
    private DateOnly _day;

    /// <summary>X gave these, by stream or search.</summary>
    public void Add(XBilled billed)
    {
        lock (_lock)
        {
            _posts.UnionWith(billed.Posts);
            _people.UnionWith(billed.People);
        }
    }

    /// <summary>Makes it durable. What couldn't be written is kept for the next time.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (_day != counts.Today)
        {
            await counts.ForgetAsync(cancellationToken);
            _day = counts.Today;
        }

        var (posts, people) = Take();
        if (posts.Count + people.Count == 0)
        {
            return;
        }

        try
        {
            await counts.AddAsync(posts, people, cancellationToken);
        }
        catch
        {
            Add(new XBilled(posts, people));
            throw;
        }

        await budget.WarnAsync(cancellationToken);
    }

    private (HashSet<string> Posts, HashSet<string> People) Take()
    {
        lock (_lock)
        {
            var taken = (_posts, _people);
            (_posts, _people) = ([], []);
            return taken;
        }
    }
}
