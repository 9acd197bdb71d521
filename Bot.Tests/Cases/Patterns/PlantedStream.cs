using FeedbackBot.Cases.Patterns;
using FeedbackBot.Posts;
using FeedbackBot.Triage;

namespace FeedbackBot.Tests.Cases.Patterns;

/// <summary>
/// Two months of a hospital's posts, in which patterns and near misses are planted. Every ward and topic has its own row of scenes,
/// far enough apart that a scene's posts have nothing to do with the next one's; scenes of other wards and topics run beside it.
/// </summary>
internal sealed class PlantedStream
{
    public const int Wards = 30;

    private static readonly DateTimeOffset Start = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Length = TimeSpan.FromDays(60);

    private readonly Random _random;
    private readonly Slips _slips;
    private readonly PatternRule _rule;
    private readonly List<PlantedPost> _posts = [];

    public PlantedStream(int seed, PatternRule rule)
    {
        (_random, _slips, _rule) = (new Random(seed), new Slips(new Random(seed + 1)), rule);
        for (var ward = 1; ward <= Wards; ward++)
        {
            Row(ward, Topic.Cleanliness, likely: 1);
            foreach (var topic in PlantedPhrases.Complaints.Keys)
            {
                Row(ward, topic, likely: 0.5);
            }
        }

        // The front desk, where posts arrive that name no ward.
        for (var i = 0; i < 150; i++)
        {
            Plant("nobody knows where", null, 0, Topic.Cleanliness, Author(), Start + (Length * _random.NextDouble()), Dirty());
        }

        for (var i = 0; i < 800; i++)
        {
            var words = _random.Next(2) == 0 ? Pick(PlantedPhrases.Praise) : Pick(PlantedPhrases.Neutral);
            Plant("no complaint", null, _random.Next(1, Wards + 1), Topic.Cleanliness, Author(), Start + (Length * _random.NextDouble()), words, isComplaint: false);
        }
    }

    /// <summary>In the order in which they were posted.</summary>
    public IReadOnlyList<PlantedPost> Posts => [.. _posts.OrderBy(p => p.Post.PostedAt).ThenBy(p => p.Post.Id, StringComparer.Ordinal)];

    private void Row(int ward, Topic topic, double likely)
    {
        var window = _rule.Window(topic);
        for (var at = Start + (window * _random.NextDouble()); at < Start + Length;)
        {
            var end = _random.NextDouble() < likely ? Scene(ward, topic, at, window) : at;
            at = end + (window * (1.1 + _random.NextDouble()));
        }
    }

    /// <returns>When its last post was.</returns>
    private DateTimeOffset Scene(int ward, Topic topic, DateTimeOffset at, TimeSpan window)
    {
        var soon = at + (window * (0.02 + (0.9 * _random.NextDouble())));
        switch (_random.Next(topic == Topic.Cleanliness ? 12 : 9))
        {
            case 0 or 1 or 2:
                return PlantPattern(ward, topic, at, window);
            case 3:
                var author = Author();
                Plant("the same author", null, ward, topic, author, at, Words(topic));
                Plant("the same author", null, ward, topic, author.ToUpperInvariant(), soon, Words(topic));
                return soon;
            case 4:
                return PlantRepost(ward, topic, at, soon);
            case 5:
                var late = at + (window * (1.01 + (0.5 * _random.NextDouble())));
                Plant("too late", null, ward, topic, Author(), at, Words(topic));
                Plant("too late", null, ward, topic, Author(), late, Words(topic));
                return late;
            case 6:
                Plant("a compliment", null, ward, topic, Author(), at, Words(topic));
                Plant("a compliment", null, ward, topic, Author(), soon, Pick(PlantedPhrases.Praise), isComplaint: false);
                return soon;
            case 7:
                var deed = (CaseDeed)_random.Next(3);
                Plant(deed == CaseDeed.TakeOut ? "taken out" : "closed", null, ward, topic, Author(), at, Words(topic), then: (deed, (soon - at) * 0.5));
                Plant(deed == CaseDeed.TakeOut ? "taken out" : "closed", null, ward, topic, Author(), soon, Words(topic));
                return soon;
            case 8:
                // Other wards and topics have theirs at the same time.
                Plant("another ward or topic", null, ward, topic, Author(), at, Words(topic));
                return at;
            case 9:
                return PlantPattern(ward, topic, at, window);
            default:
                var family = PlantedPhrases.Spots.GroupBy(s => s.Family).ElementAt(_random.Next(5)).ToArray();
                _random.Shuffle(family);
                Plant("another spot", null, ward, topic, Author(), at, There(family[0].Said));
                Plant("another spot", null, ward, topic, Author(), soon, There(family[1].Said));
                return soon;
        }
    }

    private DateTimeOffset PlantPattern(int ward, Topic topic, DateTimeOffset at, TimeSpan window)
    {
        var group = $"{ward}-{topic}-{_posts.Count}";
        var spot = Pick(PlantedPhrases.Spots).Said;
        var authors = Enumerable.Range(0, _random.Next(2, 6)).Select(_ => Author()).ToArray();
        for (var i = 0; i < authors.Length; i++)
        {
            // One who complains again, now and then.
            var author = i > 1 && _random.Next(4) == 0 ? authors[0] : authors[i];
            Plant("pattern", group, ward, topic, author, at, topic == Topic.Cleanliness && _random.Next(4) > 0 ? There(spot) : Somewhere(topic, spot));
            at += i < authors.Length - 1 ? window * (0.01 + (0.9 * _random.NextDouble())) : TimeSpan.Zero;
        }

        return at;
    }

    private DateTimeOffset PlantRepost(int ward, Topic topic, DateTimeOffset at, DateTimeOffset soon)
    {
        var (author, other) = (Author(), Author());
        var text = Text(ward, Words(topic) + " and I am fed up with it", isComplaint: true);
        Add("a repost", null, topic, author, at, text, true, null);
        switch (_random.Next(4))
        {
            case 0:
                Add("a repost", null, topic, other, soon, text, true, null, isRepost: true);
                break;
            case 1:
                Add("a repost", null, topic, other, soon, $"RT @{author}: {text}", true, null);
                break;
            case 2:
                Add("a repost", null, topic, other, soon, $"\"{text}\" via @{author}", true, null);
                break;
            default:
                Add("a repost", null, topic, other, soon, text.ToUpperInvariant(), true, null);
                break;
        }

        return soon;
    }

    /// <summary>Names no spot; where the pattern is about a toilet, perhaps just "the loo".</summary>
    private string Somewhere(Topic topic, string[] spot) =>
        topic == Topic.Cleanliness && _random.Next(2) == 0 && spot[0].Contains("toilet", StringComparison.Ordinal) ? Pick(PlantedPhrases.DirtyToilet) : Words(topic);

    private string Words(Topic topic) => topic == Topic.Cleanliness ? Dirty() : Pick(PlantedPhrases.Complaints[topic]);

    private string Dirty() => Pick(PlantedPhrases.Dirty);

    private string There(string[] spot)
    {
        var said = string.Format(System.Globalization.CultureInfo.InvariantCulture, Pick(PlantedPhrases.DirtyThere), Pick(spot));
        return char.ToUpperInvariant(said[0]) + said[1..];
    }

    private string Text(int ward, string words, bool isComplaint)
    {
        var said = isComplaint ? Pick(PlantedPhrases.Heads) + words + Pick(PlantedPhrases.Tails) : words + Pick(PlantedPhrases.FriendlyTails);
        return ward == 0 ? $"{said} #Oswin"
            : _random.Next(10) < 7 ? $"{said} #OswinWard{ward}"
            : $"{said} #Oswin ward {ward}";
    }

    private void Plant(
        string scene,
        string? group,
        int ward,
        Topic topic,
        string author,
        DateTimeOffset at,
        string words,
        bool isComplaint = true,
        (CaseDeed Deed, TimeSpan After)? then = null) =>
        Add(scene, group, topic, author, at, _slips.In(Text(ward, words, isComplaint)), isComplaint, then);

    private void Add(
        string scene,
        string? group,
        Topic topic,
        string author,
        DateTimeOffset at,
        string text,
        bool isComplaint,
        (CaseDeed Deed, TimeSpan After)? then,
        bool isRepost = false)
    {
        var id = $"{_posts.Count:00000}";
        _posts.Add(new PlantedPost(
            new Post { Id = id, Source = "planted", EditionId = id, Text = text, Author = new Author(author, author, null), PostedAt = at, IsRepost = isRepost },
            scene,
            group,
            topic,
            isComplaint)
        { Then = then });
    }

    private string Author() => $"patient{_random.Next(1_000_000)}";

    private T Pick<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];
}
