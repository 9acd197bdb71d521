using FeedbackBot.Store;
using FeedbackBot.Wards;

namespace FeedbackBot.Posts.X;

/// <summary>The rounds of look-ups as the store has them: a restart, or another instance, goes on where the last one was.</summary>
public sealed class XRounds(Lookups lookups, Standings standings, Organisation organisation, TimeProvider clock)
{
    /// <summary>Names the round in <see cref="Standings"/>.</summary>
    private const string Name = "x:lookups";

    /// <summary>The newest round, however far it is; one begins every day.</summary>
    public async Task<XRound> NowAsync(CancellationToken cancellationToken)
    {
        var since = XRound.LastBegin(clock.GetUtcNow(), organisation.TimeZone);
        return await standings.FindAsync<XRound>(Name, cancellationToken) is { Standing: var known } && known.Since == since
            ? known
            : new XRound { Since = since };
    }

    /// <summary>What is to be looked up next.</summary>
    /// <param name="affordable">How many ids the day's budget still allows.</param>
    /// <param name="resting">Editions that aren't asked for just now.</param>
    public Task<IReadOnlyList<LookupDue>> DueAsync(XRound round, int affordable, IReadOnlyCollection<string> resting, CancellationToken cancellationToken) =>
        lookups.DueAsync(XPostSource.SourceName, round.Since, affordable, resting, XLookup.Most, cancellationToken);

    /// <summary>How many are still to be looked up.</summary>
    public Task<int> LeftAsync(XRound round, CancellationToken cancellationToken) =>
        lookups.LeftAsync(XPostSource.SourceName, round.Since, cancellationToken);

    /// <summary>A step is done: what came of it becomes durable together with how far the round is.</summary>
    public Task SaveAsync(LookupResult result, XRound round, CancellationToken cancellationToken) =>
        lookups.SaveAsync(result, Name, round, cancellationToken);

    /// <summary>Nothing was looked up, and this is why.</summary>
    public Task SaveAsync(XRound round, CancellationToken cancellationToken) => standings.SaveAsync(Name, round, cancellationToken);
}
