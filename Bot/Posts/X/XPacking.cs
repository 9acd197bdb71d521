namespace FeedbackBot.Posts.X;

/// <summary>
/// Hashtags in groups that each hold so much. What is held already stays where it is; a new hashtag goes to a group that changes
/// anyway, else to the one with the most room, so that a small change of wards changes few groups.
/// </summary>
internal sealed class XPacking
{
    private readonly List<Group> _groups = [];
    private readonly Dictionary<string, int> _order = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<string> _hashtags;
    private readonly int _capacity;
    private readonly bool[] _placed;

    /// <param name="hashtags">What is wanted, the most important first.</param>
    /// <param name="capacity">In <see cref="XHashtags.Size"/>.</param>
    public XPacking(IReadOnlyList<string> hashtags, int capacity)
    {
        (_hashtags, _capacity, _placed) = (hashtags, capacity, new bool[hashtags.Count]);
        for (var i = 0; i < hashtags.Count; i++)
        {
            if (!_order.TryAdd(hashtags[i], i))
            {
                // Twice the same: the first stands for both.
                _placed[i] = true;
            }
        }
    }

    /// <summary>What is kept as it was held; the others in the order in which their hashtags are wanted.</summary>
    public IEnumerable<IEnumerable<string>> Groups => _groups.Select(g => g.Held ?? g.Members.Order().Select(i => _hashtags[i]));

    /// <summary>Takes a group over as it is held, apart from what isn't wanted or is in an earlier one.</summary>
    public void Keep(IReadOnlyList<string> held)
    {
        var group = new Group();
        foreach (var hashtag in held)
        {
            if (_order.TryGetValue(hashtag, out var i) && !_placed[i])
            {
                Put(i, group);
            }
        }

        if (group.Members.Count == held.Count)
        {
            group.Held = held;
        }
        else if (group.Used > _capacity)
        {
            // It was made when more was allowed, and has to be made anew.
            group.Members.ForEach(i => _placed[i] = false);
            return;
        }

        if (group.Members.Count > 0)
        {
            _groups.Add(group);
        }
    }

    /// <summary>Finds a group for all that has none yet.</summary>
    public void PlaceRest()
    {
        var left = new XPackingRest();
        // Stable: of equally long ones the more important first.
        foreach (var i in Enumerable.Range(0, _hashtags.Count).Where(i => !_placed[i]).OrderByDescending(i => _hashtags[i].Length))
        {
            var size = XHashtags.Size(_hashtags[i]);
            var group = _groups.Find(g => g.Held is null && g.Used + size <= _capacity)
                ?? _groups.Where(g => g.Held is not null && g.Used + size <= _capacity).MinBy(g => g.Used);
            if (group is null)
            {
                left.Add(i, size);
            }
            else
            {
                group.Held = null;
                Put(i, group);
            }
        }

        while (left.TakeGroup(_capacity) is { Count: > 0 } members)
        {
            var group = new Group();
            foreach (var i in members)
            {
                Put(i, group);
            }

            _groups.Add(group);
        }
    }

    private void Put(int hashtag, Group group)
    {
        _placed[hashtag] = true;
        group.Members.Add(hashtag);
        group.Used += XHashtags.Size(_hashtags[hashtag]);
    }

    private sealed class Group
    {
        public List<int> Members { get; } = [];

        public int Used { get; set; }

        /// <summary>Null for a new group, and for one that changes.</summary>
        public IReadOnlyList<string>? Held { get; set; }
    }
}
