using FeedbackBot.Store;
using FeedbackBot.Store.Rows;

namespace FeedbackBot.Tests.Store;

/// <summary>The outbox asked about one row, where a test isn't about lists.</summary>
internal static class OneRow
{
    public static async Task<OutboxRow?> HeadAsync(this Outbox outbox, string lane, CancellationToken cancellationToken) =>
        (await outbox.HeadsAsync(lane, 1, cancellationToken)).SingleOrDefault();

    /// <summary>Delivers what a lane has, row by row.</summary>
    /// <returns>What went, in order.</returns>
    public static async Task<IReadOnlyList<OutboxRow>> EmptyAsync(this Outbox outbox, string lane, CancellationToken cancellationToken)
    {
        var went = new List<OutboxRow>();
        while (await outbox.HeadAsync(lane, cancellationToken) is { } head)
        {
            went.Add(head);
            await outbox.DoneAsync(head, null, [], cancellationToken);
        }

        return went;
    }

    public static Task DoneAsync(this Outbox outbox, OutboxRow row, string? remark, IReadOnlyList<Aftermath> together, CancellationToken cancellationToken) =>
        outbox.DoneAsync([row], remark, together, cancellationToken);

    public static Task GiveUpAsync(this Outbox outbox, OutboxRow row, string why, CancellationToken cancellationToken) =>
        outbox.GiveUpAsync([row], why, [], cancellationToken);

    public static Task LaterAsync(this Outbox outbox, OutboxRow row, DateTimeOffset dueAt, string why, CancellationToken cancellationToken) =>
        outbox.LaterAsync(row, dueAt, why, [], cancellationToken);
}
