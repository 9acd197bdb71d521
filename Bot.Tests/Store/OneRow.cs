using FeedbackBot.Store;
using FeedbackBot.Store.Rows;

namespace FeedbackBot.Tests.Store;

/// <summary>The outbox asked about one row, where a test isn't about lists.</summary>
internal static class OneRow
{
    public static async Task<OutboxRow?> HeadAsync(this Outbox outbox, string lane, CancellationToken cancellationToken) =>
        (await outbox.HeadsAsync(lane, 1, cancellationToken)).SingleOrDefault();

    public static Task DoneAsync(this Outbox outbox, OutboxRow row, string? remark, IReadOnlyList<Aftermath> together, CancellationToken cancellationToken) =>
        outbox.DoneAsync([row], remark, together, cancellationToken);

    public static Task GiveUpAsync(this Outbox outbox, OutboxRow row, string why, CancellationToken cancellationToken) =>
        outbox.GiveUpAsync([row], why, [], cancellationToken);

    public static Task LaterAsync(this Outbox outbox, OutboxRow row, DateTimeOffset dueAt, string why, CancellationToken cancellationToken) =>
        outbox.LaterAsync(row, dueAt, why, [], cancellationToken);
}
