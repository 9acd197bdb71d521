using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>When requests were made: what Teams' windows are counted by after a restart, or on another instance.</summary>
public sealed class Sends(FeedbackDatabase database)
{
    /// <summary>The times of a lane's requests, the oldest first.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> SinceAsync(string lane, DateTimeOffset from, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Sends.Where(s => s.Lane == lane && s.At >= from).OrderBy(s => s.At).Select(s => s.At).ToListAsync(cancellationToken);
    }

    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) => database.WriteAsync(
        context => context.Sends.Where(s => s.At < before).ExecuteDeleteAsync(cancellationToken),
        cancellationToken);
}
