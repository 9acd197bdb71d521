using System.Runtime.CompilerServices;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Counts what a source gave, each post and person once a UTC day, as X bills them.</summary>
public sealed class ReadCounts(FeedbackDatabase database, TimeProvider clock)
{
    /// <summary>How many days' figures are kept.</summary>
    public const int KeptDays = 31;

    // A statement takes some 32,000 parameters in either database, and each row has three.
    private const int MostRows = 500;

    private const int Tries = 5;

    public DateOnly Today => DayOf(clock.GetUtcNow());

    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    /// <summary>These were given now. What was given earlier in the day counts for nothing.</summary>
    public async Task AddAsync(IReadOnlyCollection<string> postIds, IReadOnlyCollection<string> peopleIds, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await database.WriteAsync(
                    context => AddAsync(context, DayOf(clock.GetUtcNow()), postIds, peopleIds, 0, cancellationToken), cancellationToken);
                return;
            }
            catch (Exception fault) when (Conflict.Is(fault) && attempt < Tries)
            {
            }
        }
    }

    /// <summary>Today's figures so far.</summary>
    public async Task<ReadDayRow> TodayAsync(CancellationToken cancellationToken)
    {
        var today = Today;
        await using var context = database.Open();
        return await context.ReadDays.FirstOrDefaultAsync(d => d.Day == today, cancellationToken) ?? new ReadDayRow { Day = today };
    }

    /// <summary>The days that are kept, the newest first.</summary>
    public async Task<IReadOnlyList<ReadDayRow>> DaysAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.ReadDays.OrderByDescending(d => d.Day).ToListAsync(cancellationToken);
    }

    /// <summary>Figures are kept for a month; which posts and people they were, only while it matters for the bill.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async context =>
        {
            var today = Today;
            var (names, figures) = (today, today.AddDays(-KeptDays));
            await context.Reads.Where(r => r.Day < names).ExecuteDeleteAsync(cancellationToken);
            await context.ReadDays.Where(d => d.Day < figures).ExecuteDeleteAsync(cancellationToken);
        },
        cancellationToken);

    internal static async Task AddAsync(
        FeedbackContext context,
        DateOnly day,
        IReadOnlyCollection<string> postIds,
        IReadOnlyCollection<string> peopleIds,
        int lookups,
        CancellationToken cancellationToken)
    {
        var posts = await NewAsync(context, day, isPerson: false, postIds, cancellationToken);
        var people = await NewAsync(context, day, isPerson: true, peopleIds, cancellationToken);
        if (posts + people + lookups > 0)
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "ReadDays" ("Day", "Posts", "People", "Lookups") VALUES ({day}, {posts}, {people}, {lookups})
                ON CONFLICT ("Day") DO UPDATE SET "Posts" = "ReadDays"."Posts" + excluded."Posts",
                "People" = "ReadDays"."People" + excluded."People", "Lookups" = "ReadDays"."Lookups" + excluded."Lookups"
                """,
                cancellationToken);
        }
    }

    /// <returns>How many of them weren't given on that day before.</returns>
    private static async Task<int> NewAsync(FeedbackContext context, DateOnly day, bool isPerson, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var added = 0;

        // In order, so that two instances with the same ones wait for each other instead of blocking each other.
        foreach (var chunk in ids.Distinct().Order(StringComparer.Ordinal).Chunk(MostRows))
        {
            var rows = string.Join(", ", Enumerable.Range(0, chunk.Length).Select(i => $"({{0}}, {{1}}, {{{i + 2}}})"));
            var statement = "INSERT INTO \"Reads\" (\"Day\", \"IsPerson\", \"Id\") VALUES " + rows + " ON CONFLICT DO NOTHING";
            added += await context.Database.ExecuteSqlAsync(FormattableStringFactory.Create(statement, [day, isPerson, .. chunk]), cancellationToken);
        }

        return added;
    }
}
