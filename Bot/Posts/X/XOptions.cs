using System.Diagnostics;

namespace FeedbackBot.Posts.X;

/// <summary>The setting <c>X</c> as an operator wrote it, not yet checked.</summary>
public sealed class XOptions
{
    public const string Section = "X";

    /// <summary>The app-only bearer token. A secret: nothing prints it. Without it X isn't read.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? BearerToken { get; set; }

    /// <summary>X's own address; another one is for tests and proxies.</summary>
    public string BaseUrl { get; set; } = "https://api.x.com";

    /// <summary>How many posts may be looked up on a UTC day to see whether they are still there; five dollars' worth. What a person asks for on a card comes on top.</summary>
    public int LookupsPerDay { get; set; } = 1000;

    /// <summary>What reading X may cost on a UTC day, in dollars; null says nothing about it. Nothing stops reading: see README.</summary>
    public decimal? DailyBudget { get; set; }

    /// <summary>What X asks for a post, in dollars; its price list of 2026.</summary>
    public decimal PricePerPost { get; set; } = 0.005m;

    /// <summary>What X asks for a person who comes with a post, in dollars; its price list of 2026.</summary>
    public decimal PricePerPerson { get; set; } = 0.010m;

    /// <summary>Whether X is read at all.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(BearerToken);

    public override string ToString() => $"X at {BaseUrl}";
}
