namespace FeedbackBot.LocalTeams;

/// <summary>One thing that happened in the tenant: a line of the history and an event for the pages that are open.</summary>
/// <param name="Person">Whose: for <see cref="Read"/> who has read, else who alone may see it; null is everyone.</param>
/// <param name="UpTo">For <see cref="Read"/>: the newest message that was read.</param>
public sealed record LocalChange(
    string Kind,
    LocalConversation? Conversation = null,
    LocalMessage? Message = null,
    string? Person = null,
    string? UpTo = null)
{
    public const string Opened = "opened";
    public const string Posted = "posted";
    public const string Edited = "edited";
    public const string Deleted = "deleted";
    public const string Read = "read";
    public const string Installed = "installed";
    public const string Removed = "removed";

    /// <summary>The bot took notice of its installation: it needn't be told again after a restart.</summary>
    public const string Told = "told";

    /// <summary>The misbehaviour changed. Told to pages, kept nowhere: a restart behaves again.</summary>
    public const string Misbehaviour = "misbehaviour";
}
