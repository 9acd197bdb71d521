using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting.Internal;

namespace FeedbackBot.Tests.Killing;

/// <summary>What the store holds when all is over, read without a bot.</summary>
/// <param name="Wards">The ward of every case, by case id.</param>
/// <param name="Events">The kinds of all events, by case id.</param>
/// <param name="Cards">The cards of every case.</param>
/// <param name="Unsent">
/// What waits or was given up of all that is about a case, and why. Two bots bring two local Teams along, whose channels have the same ids: words that one of them
/// is owed may reach the other, which no real Teams does.
/// </param>
internal sealed record StoredCases(
    IReadOnlyDictionary<string, string> Wards,
    ILookup<string, CaseEventKind> Events,
    ILookup<string, CardRow> Cards,
    int Posts,
    IReadOnlyList<string> Unsent)
{
    /// <summary>Whether the bots have yet to weigh some case.</summary>
    public static async Task<bool> IsUnweighedAsync(StoreOptions options, CancellationToken cancellationToken)
    {
        await using var context = Open(options);
        return await context.Cases.AnyAsync(c => c.IsUnweighed, cancellationToken);
    }

    public static async Task<StoredCases> ReadAsync(StoreOptions options)
    {
        await using var context = Open(options);
        return new StoredCases(
            await context.Cases.ToDictionaryAsync(c => c.Id, c => c.WardId),
            (await context.CaseEvents.ToListAsync()).ToLookup(e => e.CaseId, e => e.Kind),
            (await context.Cards.ToListAsync()).ToLookup(c => c.CaseId),
            await context.Posts.CountAsync(),
            await context.Outbox.Where(o => o.State != OutboxState.Delivered && o.CaseId != null)
                .Select(o => $"{o.State} in {o.Lane}: {o.Intention} ({o.LastAnswer})").ToListAsync());
    }

    private static FeedbackContext Open(StoreOptions options) =>
        new FeedbackDatabase(options, new HostingEnvironment { ContentRootPath = AppContext.BaseDirectory }).Open();
}
