using System.Globalization;
using System.Text.Json;
using FeedbackBot.Posts.X;
using Microsoft.AspNetCore.Http;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>The rules of <see cref="FakeX"/>: <c>/2/tweets/search/stream/rules</c>.</summary>
public sealed class FakeRules
{
    public const string Path = "/2/tweets/search/stream/rules";

    private readonly Lock _lock = new();
    private readonly List<XRule> _rules = [];
    private volatile HashSet<string> _hashtags = [];
    private int _next = 1;

    public FakeTally Reads { get; } = new();

    public FakeTally Writes { get; } = new();

    public IReadOnlyList<XRule> Current
    {
        get
        {
            lock (_lock)
            {
                return [.. _rules];
            }
        }
    }

    /// <summary>What the rules match, without #.</summary>
    internal IReadOnlySet<string> Hashtags => _hashtags;

    /// <summary>A rule as somebody else, or an earlier start, left it.</summary>
    public void Has(string value, string? tag)
    {
        lock (_lock)
        {
            Add(value, tag);
        }
    }

    internal async Task Get(HttpContext context)
    {
        Reads.Add();
        if (!await FakeX.Refuses(context))
        {
            await FakeX.Write(context, JsonSerializer.Serialize(new
            {
                data = Current.Select(r => new { id = r.Id, value = r.Value, tag = r.Tag }),
                meta = new { result_count = Current.Count },
            }));
        }
    }

    internal async Task Post(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        lock (_lock)
        {
            if (body.RootElement.TryGetProperty("add", out var add))
            {
                foreach (var rule in add.EnumerateArray())
                {
                    Add(rule.GetProperty("value").GetString()!, rule.GetProperty("tag").GetString());
                }
            }

            if (body.RootElement.TryGetProperty("delete", out var delete))
            {
                var ids = delete.GetProperty("ids").EnumerateArray().Select(i => i.GetString()).ToHashSet();
                _rules.RemoveAll(r => ids.Contains(r.Id));
            }

            Match();
        }

        Writes.Add();
        await FakeX.Write(context, "{\"meta\":{\"summary\":{}}}", 201);
    }

    private void Add(string value, string? tag)
    {
        _rules.Add(new XRule((_next++).ToString(CultureInfo.InvariantCulture), value, tag));
        Match();
    }

    private void Match() => _hashtags = _rules.SelectMany(r => FakePost.Hashtags(r.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
