using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>A post as <see cref="FakeX"/> has it, and as X would write it: escaped, and cut where it's long.</summary>
public sealed partial record FakePost(string Id, string Text)
{
    private static readonly JsonSerializerOptions AsX = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Handle { get; init; } = "pat";

    public string Name { get; init; } = "Pat Ient";

    public DateTimeOffset At { get; init; } = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    public string? PhotoUrl { get; init; }

    public string? PhotoAltText { get; init; }

    /// <summary>The id of the first edition, where this one is an edit.</summary>
    public string? EditOf { get; init; }

    public FakePost? Quotes { get; init; }

    /// <summary>Whether X leaves the quoted post out, as it does with a removed one.</summary>
    public bool QuotedIsGone { get; init; }

    /// <summary>What X's short addresses in the text stand for: <c>(t.co, expanded, shown)</c>.</summary>
    public IReadOnlyList<(string Url, string Expanded, string Shown)> Addresses { get; init; } = [];

    public string Language { get; init; } = "en";

    public bool Sensitive { get; init; }

    public IReadOnlyList<string> WithheldIn { get; init; } = [];

    public ulong Number => ulong.Parse(Id, CultureInfo.InvariantCulture);

    /// <summary>Whether a rule or query such as <c>(#a OR #b) -is:retweet</c> finds it.</summary>
    public bool Matches(IReadOnlySet<string> hashtags) => Hashtags(Text).Any(hashtags.Contains);

    public static IEnumerable<string> Hashtags(string text) => Tag().Matches(text).Select(m => m.Groups[1].Value);

    /// <summary>One line of the stream, without its end.</summary>
    public string Line() => new JsonObject
    {
        ["data"] = Data(),
        ["includes"] = Includes([this]),
        ["matching_rules"] = new JsonArray(new JsonObject { ["id"] = "1", ["tag"] = "fake" }),
    }.ToJsonString(AsX);

    public static string Page(IReadOnlyList<FakePost> posts, string? nextToken)
    {
        var meta = new JsonObject { ["result_count"] = posts.Count };
        if (posts.Count == 0)
        {
            return new JsonObject { ["meta"] = meta }.ToJsonString(AsX);
        }

        meta["newest_id"] = posts[0].Id;
        meta["oldest_id"] = posts[^1].Id;
        if (nextToken is not null)
        {
            meta["next_token"] = nextToken;
        }

        return new JsonObject
        {
            ["data"] = new JsonArray([.. posts.Select(p => p.Data())]),
            ["includes"] = Includes(posts),
            ["meta"] = meta,
        }.ToJsonString(AsX);
    }

    private JsonObject Data()
    {
        var escaped = Escape(Text);
        var isLong = Text.Length > 280;
        var cut = isLong ? Escape(Text[..270]) + "…" : escaped;
        var data = new JsonObject
        {
            ["id"] = Id,
            ["text"] = cut,
            ["entities"] = FakeEntities.Of(cut, Addresses),
            ["author_id"] = AuthorId,
            ["created_at"] = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["edit_history_tweet_ids"] = EditOf is null ? new JsonArray(Id) : new JsonArray(EditOf, Id),
            ["lang"] = Language,
            ["possibly_sensitive"] = Sensitive,
        };
        if (isLong)
        {
            data["note_tweet"] = new JsonObject { ["text"] = escaped, ["entities"] = FakeEntities.Of(escaped, Addresses) };
        }

        if (PhotoUrl is not null)
        {
            data["attachments"] = new JsonObject { ["media_keys"] = new JsonArray(MediaKey) };
        }

        if (Quotes is not null)
        {
            data["referenced_tweets"] = new JsonArray(new JsonObject { ["type"] = "quoted", ["id"] = Quotes.Id });
        }

        if (WithheldIn.Count > 0)
        {
            data["withheld"] = new JsonObject { ["copyright"] = false, ["country_codes"] = new JsonArray([.. WithheldIn.Select(c => (JsonNode)c)]), ["scope"] = "tweet" };
        }

        return data;
    }

    private static JsonObject Includes(IReadOnlyList<FakePost> posts)
    {
        List<FakePost> quoted = [.. posts.Where(p => !p.QuotedIsGone).Select(p => p.Quotes).OfType<FakePost>()];
        List<FakePost> all = [.. posts, .. quoted];
        var includes = new JsonObject
        {
            ["users"] = new JsonArray([.. all.DistinctBy(p => p.Handle).Select(p => new JsonObject
            {
                ["id"] = p.AuthorId,
                ["name"] = p.Name,
                ["username"] = p.Handle,
                ["profile_image_url"] = $"https://pbs.example/{p.Handle}.jpg",
            })]),
        };
        if (quoted.Count > 0)
        {
            includes["tweets"] = new JsonArray([.. quoted.DistinctBy(q => q.Id).Select(q => q.Data())]);
        }

        var photos = all.Where(p => p.PhotoUrl is not null).Select(p =>
        {
            var media = new JsonObject { ["media_key"] = p.MediaKey, ["type"] = "photo", ["url"] = p.PhotoUrl, ["width"] = 1200, ["height"] = 900 };
            if (p.PhotoAltText is not null)
            {
                media["alt_text"] = p.PhotoAltText;
            }

            return (JsonNode)media;
        }).ToArray();
        if (photos.Length > 0)
        {
            includes["media"] = new JsonArray(photos);
        }

        return includes;
    }

    private string AuthorId => "of-" + Handle;

    private string MediaKey => "3_" + Id;

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex(@"[#＃](\w+)")]
    private static partial Regex Tag();
}
