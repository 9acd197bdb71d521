using System.Text.Json;
using FeedbackBot.Cases;
using FeedbackBot.Store.Rows;
using Microsoft.Extensions.Caching.Distributed;

namespace FeedbackBot.Teams;

/// <summary>Who is in a channel, as Teams told us a moment ago.</summary>
public sealed partial class Roster(ConnectorClient connector, IDistributedCache cache, TimeProvider clock, ILogger<Roster> logger)
{
    /// <summary>A click waits for this, and has to be answered well under 5 s (facts-teams.md, Cards).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Teams allows few member calls; someone who joined is known this much later at the latest.</summary>
    private static readonly DistributedCacheEntryOptions Fresh = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(10) };

    /// <summary>While Teams doesn't say, clicks and cards don't all wait for it.</summary>
    private static readonly DistributedCacheEntryOptions Silent = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(30) };

    private static readonly DistributedCacheEntryOptions Names = new() { SlidingExpiration = TimeSpan.FromDays(7) };

    /// <returns>Names by Entra object id; null when Teams doesn't say.</returns>
    public async Task<IReadOnlyDictionary<string, string>?> OfAsync(ChannelRow channel, CancellationToken cancellationToken)
    {
        var key = $"members:{channel.Id}";
        if (await cache.GetAsync(key, cancellationToken) is { } known)
        {
            return new Dictionary<string, string>(
                JsonSerializer.Deserialize<Dictionary<string, string>>(known)!,
                StringComparer.OrdinalIgnoreCase);
        }

        if (await cache.GetAsync($"silent:{channel.Id}", cancellationToken) is not null)
        {
            return null;
        }

        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var members = await connector.MembersAsync(channel.ServiceUrl, channel.Id, either.Token);
            await cache.SetAsync(key, JsonSerializer.SerializeToUtf8Bytes(members), Fresh, cancellationToken);
            return members;
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            await cache.SetAsync($"silent:{channel.Id}", [], Silent, cancellationToken);
            Log.Unknown(logger, channel.WardId, fault.Message);
            return null;
        }
    }

    /// <summary>Someone just wrote or clicked: their name is known from now on.</summary>
    public Task SeeAsync(Person person, CancellationToken cancellationToken) =>
        cache.SetStringAsync($"name:{person.Id.ToUpperInvariant()}", person.Name, Names, cancellationToken);

    /// <summary>The name of someone in the channel, or of someone who was seen before; null otherwise.</summary>
    public async Task<string?> NameOfAsync(ChannelRow? channel, string personId, CancellationToken cancellationToken)
    {
        var members = channel is null ? null : await OfAsync(channel, cancellationToken);
        return members?.GetValueOrDefault(personId)
            ?? await cache.GetStringAsync($"name:{personId.ToUpperInvariant()}", cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(5010, LogLevel.Warning, "Teams didn't say who is in ward {WardId}'s channel: {Why}")]
        public static partial void Unknown(ILogger logger, string? wardId, string why);
    }
}
