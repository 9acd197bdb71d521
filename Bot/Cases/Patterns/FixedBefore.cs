namespace FeedbackBot.Cases.Patterns;

/// <summary>The same thing was fixed before, and somebody complains of it again.</summary>
/// <param name="Resolved">When, by whom, and what was done. It stays what happened, whatever becomes of that case or its post later.</param>
/// <param name="Link">To that case's card; null while there is none.</param>
public sealed record FixedBefore(CaseEvent Resolved, Uri? Link)
{
    /// <returns>Null where the earlier case wasn't resolved before this one's post.</returns>
    public static FixedBefore? Of(CaseFile file, CaseFile earlier, Uri? link) =>
        earlier.Events.LastOrDefault(e => e.Kind == CaseEventKind.Resolved && e.At < file.Post.PostedAt) is { } resolved ? new(resolved, link) : null;
}
