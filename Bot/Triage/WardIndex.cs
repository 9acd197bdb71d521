using FeedbackBot.Posts;
using FeedbackBot.Wards;

namespace FeedbackBot.Triage;

/// <summary>Wards by their hashtags and place words: built once, it takes time in proportion to a post's text, whatever the number of wards.</summary>
internal sealed class WardIndex
{
    private readonly Ward _frontDesk;
    private readonly HashSet<string> _ours;
    private readonly Dictionary<string, (Ward Ward, string Tag)> _byHashtag = new(StringComparer.Ordinal);
    private readonly PlaceTrie _places;

    public WardIndex(OrganisationFacts organisation)
    {
        Of = organisation;
        _frontDesk = organisation.FrontDesk;
        _ours = organisation.Hashtags.Select(Folding.Hashtag).ToHashSet(StringComparer.Ordinal);
        foreach (var ward in organisation.Wards)
        {
            foreach (var tag in ward.Hashtags)
            {
                _byHashtag.TryAdd(Folding.Hashtag(tag), (ward, tag));
            }
        }

        _places = new PlaceTrie(organisation.Wards);
    }

    /// <summary>What it was built from.</summary>
    public OrganisationFacts Of { get; }

    public Verdict Match(Post post)
    {
        var text = new WordReader(post.Text);
        var tagged = Tagged(text.Hashtags).ToList();
        if (tagged.Count == 0 && !text.Hashtags.Any(h => _ours.Contains(h.Folded)))
        {
            return new Verdict(_frontDesk, "It has neither a ward's hashtag nor ours.", []);
        }

        var placed = _places.Find(WordLattice.OfText(text.Words));
        if (tagged.Count == 0 && placed.Count == 0)
        {
            return new Verdict(_frontDesk, "It names no ward.", []);
        }

        var (ward, reason) = tagged.Count > 0
            ? (tagged[0].Ward, $"It has the hashtag #{tagged[0].Tag}.")
            : Longest(placed);
        return new Verdict(ward, reason, [.. tagged.Select(t => (t.Ward, t.Start))
            .Concat(placed.Select(p => (p.Place.Ward, p.Start)))
            .OrderBy(n => n.Start)
            .Select(n => n.Ward)
            .DistinctBy(w => w.Id)
            .Where(w => w.Id != ward.Id)]);
    }

    private IEnumerable<(Ward Ward, string Tag, int Start)> Tagged(IEnumerable<HashtagAt> hashtags)
    {
        foreach (var hashtag in hashtags)
        {
            if (_byHashtag.TryGetValue(hashtag.Folded, out var known))
            {
                yield return (known.Ward, known.Tag, hashtag.Start);
            }
        }
    }

    /// <summary>The first of the longest: MaxBy keeps the first of equals.</summary>
    private static (Ward Ward, string Reason) Longest(IReadOnlyList<PlaceAt> placed)
    {
        var place = placed.MaxBy(p => p.Length).Place;
        return (place.Ward, $"It names \"{place.Words}\".");
    }
}
