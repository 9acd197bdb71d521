using System.Threading.Channels;

namespace FeedbackBot.LocalTeams;

/// <summary>Tells open pages what changes, and those that were away for a moment what they missed.</summary>
internal sealed class LocalFeed
{
    /// <summary>A page that missed more than this reads everything anew, which is quicker by then.</summary>
    private const int Kept = 500;

    private readonly Lock _lock = new();
    private readonly Queue<LocalNews> _recent = new();
    private readonly HashSet<ChannelWriter<LocalNews>> _pages = [];
    private readonly string _epoch = Guid.NewGuid().ToString("N")[..8];
    private long _newest;

    /// <summary>Where a page stands that has read everything.</summary>
    public string Position
    {
        get
        {
            lock (_lock)
            {
                return Name(_newest);
            }
        }
    }

    public void Tell(LocalChange change)
    {
        lock (_lock)
        {
            var news = new LocalNews(Name(++_newest), change);
            _recent.Enqueue(news);
            if (_recent.Count > Kept)
            {
                _recent.Dequeue();
            }

            foreach (var page in _pages)
            {
                page.TryWrite(news);
            }
        }
    }

    /// <param name="position">Where the page stands; one from before a restart, or too old, gets news without a change: read all anew.</param>
    /// <param name="leave">To be called when the page has gone.</param>
    public ChannelReader<LocalNews> Join(string? position, out Action leave)
    {
        var channel = Channel.CreateUnbounded<LocalNews>();
        lock (_lock)
        {
            var missed = Missed(position);
            if (missed is null)
            {
                channel.Writer.TryWrite(new(Name(_newest), null));
            }

            foreach (var news in missed ?? [])
            {
                channel.Writer.TryWrite(news);
            }

            _pages.Add(channel.Writer);
        }

        leave = () =>
        {
            lock (_lock)
            {
                _pages.Remove(channel.Writer);
            }
        };
        return channel.Reader;
    }

    private IReadOnlyList<LocalNews>? Missed(string? position)
    {
        if (position == Name(_newest))
        {
            return [];
        }

        var recent = _recent.ToList();
        var at = recent.FindIndex(n => n.Position == position);
        return at < 0 ? null : recent[(at + 1)..];
    }

    private string Name(long number) => $"{_epoch}-{number}";
}
