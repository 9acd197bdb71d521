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

    /// <returns>By Entra object id; null when Teams doesn't say.</returns>
    public async Task<IReadOnlyDictionary<string, Member>?> OfAsync(ChannelRow channel, CancellationToken cancellationToken)
    {
        var key = KeyOf(channel.Id);
        if (await cache.GetAsync(key, cancellationToken) is { } known)
        {
            return new Dictionary<string, Member>(
                JsonSerializer.Deserialize<Dictionary<string, Member>>(known)!,
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

    /// <returns>False also where there is no channel and where Teams doesn't say who is in it.</returns>
    public async Task<bool> HasAsync(ChannelRow? channel, Person person, CancellationToken cancellationToken) =>
        channel is not null && (await OfAsync(channel, cancellationToken))?.ContainsKey(person.Id) == true;

    /// <summary>Someone just wrote or clicked: they are known from now on.</summary>
    public Task SeeAsync(Person person, string? teamsId, CancellationToken cancellationToken) =>
        cache.SetAsync(SeenKeyOf(person.Id), JsonSerializer.SerializeToUtf8Bytes(new Member(person.Name, teamsId)), Names, cancellationToken);

    /// <summary>Someone came to or left a channel: Teams is asked again.</summary>
    public async Task ForgetAsync(string channelId, CancellationToken cancellationToken)
    {
        await cache.RemoveAsync(KeyOf(channelId), cancellationToken);
        await cache.RemoveAsync($"silent:{channelId}", cancellationToken);
    }

    /// <summary>Someone in the channel; where Teams doesn't say who is, someone who was seen before. Null for those who aren't in it.</summary>
    public async Task<Member?> MemberAsync(ChannelRow? channel, string personId, CancellationToken cancellationToken) =>
        (channel is null ? null : await OfAsync(channel, cancellationToken)) is { } members
            ? members.GetValueOrDefault(personId)
            : await SeenAsync(personId, cancellationToken);

    /// <summary>What someone is called: in the channel, or wherever they were seen; null where nobody knows.</summary>
    public async Task<Member?> FindAsync(ChannelRow? channel, string personId, CancellationToken cancellationToken) =>
        await MemberAsync(channel, personId, cancellationToken) ?? await SeenAsync(personId, cancellationToken);

    private async Task<Member?> SeenAsync(string personId, CancellationToken cancellationToken) =>
        await cache.GetAsync(SeenKeyOf(personId), cancellationToken) is { } seen ? JsonSerializer.Deserialize<Member>(seen) : null;

    private static string KeyOf(string channelId) => $"roster:{channelId}";

    private static string SeenKeyOf(string personId) => $"seen:{personId.ToUpperInvariant()}";

    private static partial class Log
    {
        [LoggerMessage(5010, LogLevel.Warning, "Teams didn't say who is in ward {WardId}'s channel: {Why}")]
        public static partial void Unknown(ILogger logger, string? wardId, string why);
    }
}
