namespace FeedbackBot.Posts.Samples;

/// <summary>Makes a post of what someone wrote as a patient in local mode.</summary>
public static class PatientPostMaker
{
    public const string SourceName = "local";

    /// <exception cref="ArgumentException">The post has faults: ask <see cref="PatientPostFaults.Of"/> first.</exception>
    public static Post Make(PatientPost written, DateTimeOffset now)
    {
        var faults = PatientPostFaults.Of(written);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(written));
        }

        var id = $"local-{Guid.CreateVersion7(now)}";
        var handle = OrNull(written.Handle?.Trim().TrimStart('@'));
        return new()
        {
            Id = id,
            Source = SourceName,
            EditionId = id,
            Text = written.Text ?? "",
            Author = new Author(OrNull(written.Author) ?? Author.Unknown.Name, handle, null),
            PostedAt = now,
            Photos = PatientPostFaults.Photo(written) is { } url ? [new Photo(url, OrNull(written.PhotoAltText))] : [],
        };
    }

    private static string? OrNull(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
