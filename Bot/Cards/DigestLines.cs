using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Pals;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>One case of a digest to a line: where, what, since when, and the way to its card. None of its author's words.</summary>
internal sealed class DigestLines(Digest digest, IReadOnlyDictionary<string, Uri> links, Organisation organisation)
{
    public JsonObject MustNotWait(Case @case) => Line(
        @case.WardId,
        @case.Findings.Alarm?.Sentence ?? "",
        $"{Since(digest.Alarms.TryGetValue(@case.Id, out var brought) ? brought.OpenedAt : @case.ReceivedAt)} · {CaseWords.Briefly(@case)}"
        + (brought is not null ? $" · {Foreign.Inline(EscalationWords.Standing(brought, organisation.TimeZone), 200)}" : ""),
        @case.Id);

    public JsonObject NotTaken(DigestEscalation one) =>
        Line(one.WardId, Foreign.Inline(one.Why, 200), Since(one.OpenedAt) + (one.Claimer is { } by ? $" · {Foreign.Inline(by.Name, 60)} has the case" : ""), one.CaseId);

    public JsonObject Pals(Case @case, WorkingDays days) =>
        Line(@case.WardId, $"to be acknowledged: {@case.Pals?.InWords(digest.Now, days)}", What(@case), @case.Id);

    public JsonObject Waiting(DigestWait wait) =>
        Line(wait.Case.WardId, What(wait.Case), $"for {Words.Duration(digest.Now - wait.Since)}, {Since(wait.Since)}", wait.Case.Id);

    public JsonObject Praise(Case @case) => Line(
        @case.WardId,
        What(@case, Tone.Compliment),
        $"{Words.Time(@case.ReceivedAt, organisation.TimeZone)} · {(@case.ThankedBy is { } by ? $"{Foreign.Inline(by.Name, 60)} said thank you" : "nobody has said thank you yet")}",
        @case.Id);

    private JsonObject Line(string wardId, string what, string rest, string caseId)
    {
        var link = links.GetValueOrDefault(caseId);
        var isLinked = Web(link) is not null;
        return Rich(
            Run($"{CaseWords.Ward(wardId, organisation)}: ", bold: true),
            Run(what),
            Run($" · {rest}", subtle: true),
            Run(isLinked ? " · " : "", subtle: true),
            Run(isLinked ? "Open the card" : "", link: link));
    }

    private string Since(DateTimeOffset at) => $"since {Words.Time(at, organisation.TimeZone)}";

    /// <summary>"complaint about cleanliness and food".</summary>
    /// <param name="tone">Only the topics of which it speaks in this tone; null for all.</param>
    private static string What(Case @case, Tone? tone = null)
    {
        var reading = @case.Findings.Reading;
        var topics = reading.Topics.Where(t => tone is null || t.Tone == tone).Select(t => ToneNames.Of(t.Topic)).ToList();
        var kind = (tone ?? reading.Tone) switch
        {
            Tone.Complaint => "complaint",
            Tone.Compliment => "compliment",
            Tone.Mixed => "praise and complaint",
            _ => "post",
        };
        return topics.Count switch
        {
            0 => kind,
            1 => $"{kind} about {topics[0]}",
            _ => $"{kind} about {string.Join(", ", topics.SkipLast(1))} and {topics[^1]}",
        };
    }
}
