using System.Text.Json.Nodes;
using FeedbackBot.Cases;
using FeedbackBot.Store;

namespace FeedbackBot.Deliver;

/// <summary>A message as it goes to Teams, and the cases whose posts' words are in it: it must be found again when one of those is removed.</summary>
public sealed record DrawnReply(JsonObject Activity, IReadOnlyList<string> CaseIds)
{
    /// <summary>What else is kept of the message, by where it stands; null for nothing.</summary>
    public Func<SentMessage, Aftermath>? Stands { get; init; }

    /// <summary>What has to be told once this is.</summary>
    public IReadOnlyList<Aftermath> Then { get; init; } = [];

    /// <summary>Of a removed or withheld post no words are shown, so nothing has to be taken back for its sake.</summary>
    public static DrawnReply Of(JsonObject activity, params IEnumerable<CaseFile> quoted) =>
        new(activity, [.. quoted.Where(f => f.Post.RemovedAt is null && f.Case.Findings.Withheld is null).Select(f => f.Case.Id).Distinct()]);

    /// <summary>Nobody's post is in it.</summary>
    public static implicit operator DrawnReply(JsonObject activity) => new(activity, []);

    /// <summary>Teams has it.</summary>
    public RowResult.Done Sent(string lane, string serviceUrl, string conversationId, SendVerdict.Delivered ids) =>
        CaseIds.Count == 0 && Stands is null ? new RowResult.Done()
        : ids.ActivityId is not { } activityId ? new RowResult.Done("Teams gave the message no id, so it can't be taken back.")
        : new RowResult.Done(null, [.. Kept(new SentMessage(lane, serviceUrl, conversationId, activityId))]);

    private IEnumerable<Aftermath> Kept(SentMessage message)
    {
        if (CaseIds.Count > 0)
        {
            yield return new Aftermath.Quotes(message, CaseIds);
        }

        if (Stands is not null)
        {
            yield return Stands(message);
        }

        foreach (var next in Then)
        {
            yield return next;
        }
    }
}
