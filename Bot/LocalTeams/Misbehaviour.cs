namespace FeedbackBot.LocalTeams;

/// <summary>How this Teams misbehaves at present, so that people and tests see how the bot takes it.</summary>
public sealed class Misbehaviour(LocalTenant tenant, TimeProvider time)
{
    public const string TooMany = "429";
    public const string AtOnce = "412";
    public const string LostAnswer = "lost-answer";
    public const string RepeatInvokes = "repeat-invokes";
    public const string BotRemoved = "bot-removed";
    public const string Slow = "slow";
    public const string Off = "off";

    private static readonly string[] Statuses = [TooMany, "500", "502", "503"];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, MisbehaviourState> _on = [];

    public static IReadOnlyList<string> Kinds { get; } = [.. Statuses, AtOnce, LostAnswer, RepeatInvokes, BotRemoved, Slow, Off];

    public IReadOnlyList<MisbehaviourState> Active
    {
        get
        {
            lock (_lock)
            {
                var now = time.GetUtcNow();
                return [.. _on.Values.Where(s => now < s.Until && s.Left is null or > 0)];
            }
        }
    }

    /// <returns>What is now on; null for an order that makes no sense.</returns>
    public MisbehaviourState? Start(MisbehaviourOrder order)
    {
        var seconds = order.Seconds ?? 60;
        if (order.Kind is null or Off || !Kinds.Contains(order.Kind) || seconds is not (> 0 and <= 86_400) || order.Count is <= 0 || order.RetryAfter is < 0 or > 3600)
        {
            return null;
        }

        var state = new MisbehaviourState(order.Kind, time.GetUtcNow().AddSeconds(seconds), order.Count, order.Channel, order.RetryAfter);
        lock (_lock)
        {
            _on[order.Kind] = state;
        }

        tenant.Announce(new(LocalChange.Misbehaviour));
        return state;
    }

    public void Stop()
    {
        lock (_lock)
        {
            _on.Clear();
        }

        tenant.Announce(new(LocalChange.Misbehaviour));
    }

    /// <summary>Whether this kind is on for this conversation. Each yes uses up one of its count.</summary>
    public MisbehaviourState? Take(string kind, string? conversation)
    {
        lock (_lock)
        {
            if (!_on.TryGetValue(kind, out var state) || !state.Is(kind, conversation, time.GetUtcNow()))
            {
                return null;
            }

            _on[kind] = state with { Left = state.Left - 1 };
            return state;
        }
    }

    /// <summary>The first of 429, 500, 502 and 503 that is on for this conversation.</summary>
    public MisbehaviourState? TakeStatus(string? conversation) =>
        Statuses.Select(kind => Take(kind, conversation)).FirstOrDefault(state => state is not null);
}
