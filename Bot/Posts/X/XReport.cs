namespace FeedbackBot.Posts.X;

/// <summary>How the reading of X stands, whichever instance does it.</summary>
public sealed record XReport
{
    /// <summary>After so long without a word from the instance that reads, nobody reads.</summary>
    private static readonly TimeSpan Silent = TimeSpan.FromMinutes(3);

    /// <summary>Whether X is to be read.</summary>
    public required bool IsOn { get; init; }

    /// <summary>When all this was read from the store.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What the instance that reads told last; null before its first word.</summary>
    public XStatus? Status { get; init; }

    /// <summary>When it told that.</summary>
    public DateTimeOffset? AsOf { get; init; }

    public required XRound Round { get; init; }

    /// <summary>Posts that are still to be looked up.</summary>
    public int Left { get; init; }

    public int LookupsPerDay { get; init; }

    /// <summary>The days that are kept, the newest first.</summary>
    public IReadOnlyList<XDayCost> Days { get; init; } = [];

    public required XDayCost Today { get; init; }

    /// <summary>Whether an instance tells that it reads.</summary>
    public bool IsHeard => AsOf is { } at && Now - at < Silent;

    /// <summary>What an operator has to know or mend, a sentence each.</summary>
    public IEnumerable<string> Remarks() => !IsOn ? [] :
    [
        .. IsHeard ? [] : (IEnumerable<string>)["No instance has said lately that it reads X."],
        .. IsHeard ? Status!.Waits.Select(w => $"X, {w.What}: {w.Why}") : [],
        .. IsHeard ? Status!.Remarks : [],
        .. Round.Trouble is { } trouble && Status?.Waits.Any(w => w.What == "look-up") != true ? [$"X, look-up: {trouble}"] : (IEnumerable<string>)[],
        .. XBudget.WarningOf(Today) is { } warning ? [warning] : (IEnumerable<string>)[],
    ];
}
