namespace FeedbackBot.Posts.X;

/// <summary>Hashtags that need new groups, by size, the longest first.</summary>
internal sealed class XPackingRest
{
    /// <summary>So many places of a group are filled with whatever leaves the least room; more would gain nothing.</summary>
    private const int Chosen = 6;

    private readonly SortedDictionary<int, Queue<int>> _bySize = new(Comparer<int>.Create((a, b) => b.CompareTo(a)));

    public void Add(int hashtag, int size)
    {
        if (!_bySize.TryGetValue(size, out var queue))
        {
            _bySize[size] = queue = new();
        }

        queue.Enqueue(hashtag);
    }

    /// <summary>The longest that fit, and in the last places those that fill the group best. One that is too long for any group has one to itself.</summary>
    /// <returns>Nothing once all are taken.</returns>
    public IReadOnlyList<int> TakeGroup(int capacity)
    {
        var sizes = new List<int>();
        var room = capacity;
        foreach (var (size, queue) in _bySize)
        {
            var count = Math.Min(queue.Count, room / size);
            sizes.AddRange(Enumerable.Repeat(size, count));
            room -= count * size;
        }

        if (sizes.Count == 0)
        {
            // Too long for any group, or nothing is left.
            sizes.AddRange(_bySize.Where(s => s.Value.Count > 0).Select(s => s.Key).Take(1));
        }
        else
        {
            var kept = Math.Max(0, sizes.Count - Chosen);
            room += sizes.Skip(kept).Sum();
            sizes.RemoveRange(kept, sizes.Count - kept);
            sizes.AddRange(Fullest(sizes, room));
        }

        return [.. sizes.Select(size => _bySize[size].Dequeue())];
    }

    /// <summary>Sizes that come as near to the room as can be.</summary>
    private List<int> Fullest(List<int> taken, int room)
    {
        List<int> free = [.. _bySize.SelectMany(s => Enumerable.Repeat(s.Key, Math.Min(s.Value.Count - taken.Count(t => t == s.Key), room / s.Key)))];
        // The sum that each free one was the first to reach; what it adds to was reached by those before it.
        var last = new int?[room + 1];
        for (var i = 0; i < free.Count && last[room] is null; i++)
        {
            for (var sum = room; sum >= free[i]; sum--)
            {
                last[sum] ??= sum == free[i] || last[sum - free[i]] is not null ? i : null;
            }
        }

        var chosen = new List<int>();
        for (var sum = Array.FindLastIndex(last, i => i is not null); sum > 0; sum -= chosen[^1])
        {
            chosen.Add(free[last[sum]!.Value]);
        }

        return chosen;
    }
}
