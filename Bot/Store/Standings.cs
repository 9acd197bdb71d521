using System.Text.Json;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>What one instance does at present, kept where every instance can tell it to whoever asks.</summary>
public sealed class Standings(FeedbackDatabase database, TimeProvider clock)
{
    private const int Tries = 3;

    /// <summary>So it is now.</summary>
    public async Task SaveAsync(string name, object standing, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await database.WriteAsync(context => SaveAsync(context, name, standing, clock.GetUtcNow(), cancellationToken), cancellationToken);
                return;
            }
            catch (Exception fault) when (Conflict.Is(fault) && attempt < Tries)
            {
                // Another instance told its first at the same moment.
            }
        }
    }

    /// <returns>What was told last, and when; null where nobody has told anything that this version can read.</returns>
    public async Task<(T Standing, DateTimeOffset At)?> FindAsync<T>(string name, CancellationToken cancellationToken)
        where T : class
    {
        await using var context = database.Open();
        var row = await context.Standings.FirstOrDefaultAsync(s => s.Name == name, cancellationToken);
        return row is not null && Read<T>(row.Json) is { } standing ? (standing, row.At) : null;
    }

    internal static async Task SaveAsync(FeedbackContext context, string name, object standing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(standing);
        if (await context.Standings.Where(s => s.Name == name)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Json, json).SetProperty(r => r.At, now), cancellationToken) == 0)
        {
            context.Standings.Add(new StandingRow { Name = name, Json = json, At = now });
        }
    }

    private static T? Read<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            // Left by another version: the next telling replaces it.
            return null;
        }
    }
}
