using System.Text.Json;

namespace FeedbackBot.Posts.X;

/// <summary>Makes X's rules the ones our hashtags need, sending only the difference.</summary>
internal sealed partial class XRuleKeeper(XClient client, IReadOnlyList<string> hashtags, ILogger logger)
{
    private const string Path = "2/tweets/search/stream/rules";

    /// <returns>Why the rules may be wrong; null when they are right, or as right as X lets them be.</returns>
    public async Task<XFailure?> Sync(CancellationToken cancellationToken)
    {
        var existing = await client.Get(Path, cancellationToken);
        if (existing.Value is null)
        {
            return existing.Failure;
        }

        if (Read(existing.Value) is not { } rules)
        {
            return new(XFailureKind.Http, "X answered with rules that can't be read.");
        }

        var change = XRules.Difference(XRules.Wanted(hashtags), rules);
        // New rules first: between the two steps a hashtag is matched twice rather than not at all.
        if (change.Add.Count > 0)
        {
            var added = await client.Post(Path, new { add = change.Add.Select(r => new { value = r.Value, tag = r.Tag }) }, cancellationToken);
            if (added.Value is null)
            {
                return added.Failure;
            }

            if (Refused(added.Value))
            {
                // Asking again wouldn't help, and the old rules are better than none.
                return null;
            }
        }

        var deleted = change.Delete.Count == 0
            ? default
            : await client.Post(Path, new { delete = new { ids = change.Delete } }, cancellationToken);
        if (deleted.Failure is null && change.Add.Count + change.Delete.Count > 0)
        {
            Log.Changed(logger, change.Add.Count, change.Delete.Count);
        }

        return deleted.Failure;
    }

    private static List<XRule>? Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return [.. XJson.Array(json.RootElement, "data")
                .Select(r => new XRule(XJson.Text(r, "id"), XJson.Text(r, "value") ?? "", XJson.Text(r, "tag")))];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool Refused(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            // Somebody else's rule with the same value serves as well.
            var errors = XJson.Array(json.RootElement, "errors").Where(e => XJson.Text(e, "title") != "DuplicateRule").ToList();
            foreach (var error in errors)
            {
                Log.Refused(logger, XJson.Text(error, "title"), XJson.Text(error, "value"));
            }

            return errors.Count > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1111, LogLevel.Information, "X has {Added} new rules for our hashtags and {Deleted} old ones fewer.")]
        public static partial void Changed(ILogger logger, int added, int deleted);

        [LoggerMessage(1112, LogLevel.Warning, "X refuses a rule ({Title}): {Value}. Change the hashtag in Organisation:Hashtags or Wards:N:Hashtags.")]
        public static partial void Refused(ILogger logger, string? title, string? value);
    }
}
