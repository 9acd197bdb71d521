using FeedbackBot.Cases.Patterns;
using FeedbackBot.Triage;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Cases.Patterns;

/// <summary>Sends generated posts down the path: filter, ward, spot, pattern, with what people do in between.</summary>
internal sealed class PatternRun
{
    private readonly PatternRule _rule;
    private readonly WardMatcher _wards = new(Hospital());
    private readonly Func<PlantedPost, IEnumerable<(Topic Topic, int Severity)>> _topics;
    private readonly Dictionary<(string CaseId, Topic Topic), Complaint> _complaints = [];
    private readonly Dictionary<string, Pattern> _alive = [];
    private readonly Dictionary<string, Pattern> _found = [];

    /// <param name="topics">What a post complains about.</param>
    public PatternRun(IEnumerable<PlantedPost> posts, PatternRule rule, Func<PlantedPost, IEnumerable<(Topic Topic, int Severity)>> topics)
    {
        (_rule, _topics) = (rule, topics);
        var deeds = new PriorityQueue<(string CaseId, CaseDeed Deed), DateTimeOffset>();
        foreach (var planted in posts)
        {
            while (deeds.TryPeek(out var next, out var at) && at <= planted.Post.PostedAt)
            {
                deeds.Dequeue();
                Do(next.CaseId, next.Deed, at);
            }

            Read(planted);
            if (planted.Then is var (deed, after))
            {
                deeds.Enqueue((planted.Post.Id, deed), planted.Post.PostedAt + after);
            }
        }
    }

    /// <summary>All patterns there ever were, as they were at their end.</summary>
    public IEnumerable<Pattern> Found => _found.Values;

    public IEnumerable<Complaint> ComplaintsOf(string caseId) => _complaints.Values.Where(c => c.CaseId == caseId);

    private static Organisation Hospital()
    {
        var options = new OrganisationOptions { Name = "St Oswin's", Hashtags = { "Oswin" }, Wards = { new WardOptions { Id = "desk", FrontDesk = true } } };
        for (var ward = 1; ward <= PlantedStream.Wards; ward++)
        {
            options.Wards.Add(new WardOptions { Id = $"ward{ward}", Name = $"Ward {ward}", Hashtags = { $"OswinWard{ward}" } });
        }

        return new Organisation(options);
    }

    private void Read(PlantedPost planted)
    {
        var (post, now) = (planted.Post, planted.Post.PostedAt);
        if (PostFilter.WhyNot(post) is not null)
        {
            return;
        }

        foreach (var ended in _alive.Values.Where(p => PatternFinder.Expire(p, _rule, now) is not null).ToList())
        {
            _alive.Remove(ended.Id);
        }

        var ward = _wards.Match(post).Ward;
        foreach (var (topic, severity) in _topics(planted))
        {
            var complaint = new Complaint(post.Id, ward.Id, topic, AuthorKey.Of(post.Author), AuthorKey.OfText(post.Text), severity, now)
            {
                Spot = SpotReader.Read(post.Text),
                IsPlaceKnown = !ward.IsFrontDesk,
            };
            var others = _complaints.Values.Where(c => c.WardId == ward.Id).ToList();
            if (PatternFinder.Decide(complaint, [.. _alive.Values], others, _rule, now).Change is { Pattern: var pattern })
            {
                _alive[pattern.Id] = _found[pattern.Id] = pattern;
            }

            _complaints[(post.Id, topic)] = complaint;
        }
    }

    private void Do(string caseId, CaseDeed deed, DateTimeOffset at)
    {
        foreach (var before in ComplaintsOf(caseId).ToList())
        {
            _complaints[(caseId, before.Topic)] = deed switch
            {
                CaseDeed.Resolve => before with { IsOpen = false, ResolvedAt = at },
                CaseDeed.Dismiss => before with { IsOpen = false },
                _ => before with { IsTakenOut = true },
            };
        }
    }
}
