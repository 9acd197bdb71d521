using FeedbackBot.Store;

namespace FeedbackBot.Posts.X;

/// <summary>Reads from the store how the reading of X stands: any instance can tell, and a restart forgets nothing.</summary>
public sealed class XReporter(Standings standings, XRounds rounds, XBudget budget, XOptions options, TimeProvider clock)
{
    public async Task<XReport> ReadAsync(CancellationToken cancellationToken)
    {
        var told = await standings.FindAsync<XStatus>(XJournal.Standing, cancellationToken);
        var round = await rounds.NowAsync(cancellationToken);
        var days = await budget.DaysAsync(cancellationToken);
        return new XReport
        {
            IsOn = options.IsOn,
            Now = clock.GetUtcNow(),
            Status = told?.Standing,
            AsOf = told?.At,
            Round = round,
            Left = await rounds.LeftAsync(round, cancellationToken),
            LookupsPerDay = options.LookupsPerDay,
            Days = days,
            Today = await budget.TodayAsync(cancellationToken),
        };
    }
}
