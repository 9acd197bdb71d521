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

    /// <summary>A post's own words decide; where they name no ward those of a post that it quotes, if that one has a hashtag of ours.</summary>
    public Verdict Match(Post post)
    {
        var own = new WordReader(post.Text);
        var ownIsOurs = IsOurs(own);

        // X's stream also brings a post whose own words have no hashtag of ours, because the post that it quotes has one.
        var quoted = post.Quote?.Post is { } other ? new WordReader(other.Text) : null;
        var quotedIsOurs = quoted is not null && IsOurs(quoted);
        return (ownIsOurs || quotedIsOurs ? Named(own, "It") : null)
            ?? (quotedIsOurs ? Named(quoted!, "The post it quotes") : null)
            ?? new Verdict(_frontDesk, WhyUnnamed(ownIsOurs, quotedIsOurs, post.Quote), [], IsNamed: Of.Wards.Count == 1 && (ownIsOurs || quotedIsOurs));
    }

    private static string WhyUnnamed(bool ownIsOurs, bool quotedIsOurs, Quote? quote) =>
        ownIsOurs ? "It names no ward."
        : quotedIsOurs ? "The post it quotes has our hashtag, and neither names a ward."
        : quote is { Post: null } ? "It has neither a ward's hashtag nor ours, and the post it quotes can't be read here."
        : "It has neither a ward's hashtag nor ours.";

    private bool IsOurs(WordReader text) => text.Hashtags.Any(h => _ours.Contains(h.Folded) || _byHashtag.ContainsKey(h.Folded));

    /// <returns>Null where the text names no ward.</returns>
    private Verdict? Named(WordReader text, string whose)
    {
        var tagged = Tagged(text.Hashtags).ToList();
        var placed = _places.Find(WordLattice.OfText(text.Words));
        if (tagged.Count == 0 && placed.Count == 0)
        {
            return null;
        }

        var (ward, reason) = tagged.Count > 0
            ? (tagged[0].Ward, $"{whose} has the hashtag #{tagged[0].Tag}.")
            : Longest(placed, whose);
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
    private static (Ward Ward, string Reason) Longest(IReadOnlyList<PlaceAt> placed, string whose)
    {
        var place = placed.MaxBy(p => p.Length).Place;
        return (place.Ward, $"{whose} names \"{place.Words}\".");
    }
}
