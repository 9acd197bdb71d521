namespace FeedbackBot.Teams.Tokens;

/// <summary>What a request's token vouches for.</summary>
/// <param name="ServiceUrl">The only service that the activity may name.</param>
/// <param name="Endorsements">The Bot Framework channels for which the signing key may speak; Teams is "msteams".</param>
public sealed record Pass(string ServiceUrl, IReadOnlySet<string> Endorsements)
{
    /// <summary>Local mode's: nothing is signed.</summary>
    public static Pass Local { get; } = new("", new HashSet<string>());
}
