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
/// <param name="Unsent">Outbox rows that wait or were given up.</param>
internal sealed record StoredCases(
    IReadOnlyDictionary<string, string> Wards,
    ILookup<string, CaseEventKind> Events,
    ILookup<string, CardRow> Cards,
    int Posts,
    int Unsent)
{
    public static async Task<StoredCases> ReadAsync(StoreOptions options)
    {
        using var database = new FeedbackDatabase(options, new HostingEnvironment { ContentRootPath = AppContext.BaseDirectory });
        await using var context = database.Open();
        return new StoredCases(
            await context.Cases.ToDictionaryAsync(c => c.Id, c => c.WardId),
            (await context.CaseEvents.ToListAsync()).ToLookup(e => e.CaseId, e => e.Kind),
            (await context.Cards.ToListAsync()).ToLookup(c => c.CaseId),
            await context.Posts.CountAsync(),
            await context.Outbox.CountAsync(o => o.State != OutboxState.Delivered));
    }
}
