using FeedbackBot.Cases;
using FeedbackBot.Triage;

namespace FeedbackBot.Summary;

/// <summary>Counts one span: per ward, over all wards, and what has waited longest.</summary>
internal sealed class SpanCount
{
    private readonly SummarySpan _span;
    private readonly DateTimeOffset _now;
    private readonly DateTimeOffset _asOf;
    private readonly HashSet<string>? _only;

    /// <param name="onlyWardIds">Counts nothing of other wards; null counts all.</param>
    public SpanCount(SummarySpan span, DateTimeOffset now, IReadOnlyList<string>? onlyWardIds)
    {
        _span = span;
        _now = now;

        // A span's end is excluded, so the last moment of a past one is the tick before it.
        _asOf = now < span.To ? now : span.To.AddTicks(-1);
        _only = onlyWardIds?.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public FiguresTally All { get; } = new();

    public Dictionary<string, FiguresTally> Wards { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many of the received cases speak of a topic in a tone.</summary>
    public Dictionary<(Topic Topic, Tone Tone), int> Topics { get; } = [];

    public LongestWait? Longest { get; private set; }

    public void Add(CaseFacts facts)
    {
        if (CaseReplay.At(facts.Events, _asOf) is not { } standing)
        {
            return;
        }

        var received = facts.Events[0];
        if (IsWithin(received.At))
        {
            Count(received.WardId, t => t.Received++);
            AddReading(facts, received.WardId);
        }

        if (facts.Events.LastOrDefault(e => e.Kind == CaseEventKind.Thanked && IsWithin(e.At)) is { } thanks)
        {
            Count(thanks.WardId, t => t.Thanked++);
        }

        if (facts.Events.FirstOrDefault(e => e.Kind is CaseEventKind.Claimed or CaseEventKind.Assigned) is { } claim && IsWithin(claim.At))
        {
            Count(claim.WardId, t => t.AddClaim(claim.At - received.At));
        }

        AddStanding(facts.CaseId, standing, received.At);
    }

    private void AddReading(CaseFacts facts, string wardId)
    {
        var reading = facts.Marks.Reading;
        if (reading.Tone is Tone.Complaint or Tone.Mixed)
        {
            Count(wardId, t => t.Complaints++);
        }

        if (reading.Tone is Tone.Compliment or Tone.Mixed)
        {
            Count(wardId, t => t.Praise++);
        }

        // What was corrected back was read rightly.
        if (facts.Marks.IsCorrected && Happened(facts, CaseEventKind.Corrected))
        {
            Count(wardId, t => t.Corrected++);
        }

        Count(wardId, t => t.Again += facts.Marks.IsAgain ? 1 : 0);
        Count(wardId, t => t.Alarms += facts.Marks.WasAlarming ? 1 : 0);
        Count(wardId, t => t.AlarmsLifted += Happened(facts, CaseEventKind.AlarmLifted) ? 1 : 0);
        Count(wardId, t => t.AlarmsRaised += Happened(facts, CaseEventKind.AlarmRaised) ? 1 : 0);
        foreach (var topic in IsCounted(wardId) ? reading.Topics : [])
        {
            Topics[(topic.Topic, topic.Tone)] = Topics.GetValueOrDefault((topic.Topic, topic.Tone)) + 1;
        }
    }

    private void AddStanding(string caseId, CaseStanding standing, DateTimeOffset receivedAt)
    {
        switch (standing.State)
        {
            case CaseState.New:
                Count(standing.WardId, t => t.Waiting++);
                AddWait(new LongestWait(caseId, standing.WardId, standing.Since));
                break;
            case CaseState.Claimed:
                Count(standing.WardId, t => t.Claimed++);
                break;
            case CaseState.Resolved when IsWithin(standing.Since):
                Count(standing.WardId, t => t.AddResolution(standing.Since - receivedAt));
                break;
            case CaseState.Dismissed when IsWithin(standing.Since):
                Count(standing.WardId, t => t.Dismissed++);
                break;
        }
    }

    private void AddWait(LongestWait wait)
    {
        // Of two equally long waits the smaller id, so that asking twice gives one answer.
        if (IsCounted(wait.WardId)
            && (Longest is null
                || wait.Since < Longest.Since
                || (wait.Since == Longest.Since && string.CompareOrdinal(wait.CaseId, Longest.CaseId) < 0)))
        {
            Longest = wait;
        }
    }

    private void Count(string wardId, Action<FiguresTally> count)
    {
        if (!IsCounted(wardId))
        {
            return;
        }

        if (!Wards.TryGetValue(wardId, out var ward))
        {
            Wards[wardId] = ward = new FiguresTally();
        }

        count(ward);
        count(All);
    }

    /// <summary>By now, also after the span: what came in yesterday evening is corrected this morning, and was read wrongly yesterday.</summary>
    private bool Happened(CaseFacts facts, CaseEventKind kind) => facts.Events.Any(e => e.Kind == kind && e.At <= _now);

    private bool IsCounted(string wardId) => _only?.Contains(wardId) != false;

    private bool IsWithin(DateTimeOffset moment) => moment >= _span.From && moment <= _asOf;
}
