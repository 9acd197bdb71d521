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

    public override string ToString() => $"X at {BaseUrl}";
}
