using System.Globalization;
using System.Text.Json;
using FeedbackBot.Posts.X;
using Microsoft.AspNetCore.Http;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>The rules of <see cref="FakeX"/>: <c>/2/tweets/search/stream/rules</c>, with what X wouldn't have: a hashtag, too long a rule, too many, the same value twice.</summary>
public sealed class FakeRules
{
    public const string Path = "/2/tweets/search/stream/rules";
    public const string Counts = Path + "/counts";

    private readonly Lock _lock = new();
    private readonly List<(XRule Rule, DateTimeOffset From)> _rules = [];
    private TimeProvider _clock = TimeProvider.System;
    private TimeSpan _delay;
    private int _next = 1;

    /// <summary>How many rules X takes; the counts say <see cref="ToldCap"/>.</summary>
    public int Cap { get; set; } = 1000;

    /// <summary>What the counts say; null where X doesn't answer that question.</summary>
    public int? ToldCap { get; set; } = 1000;

    public int Length { get; set; } = 1024;

    /// <summary>Hashtags X doesn't take.</summary>
    public HashSet<string> BadHashtags { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Refuses everything together with a bad rule, with 400; else only the bad one, with 201.</summary>
    public bool RefusesAll { get; set; }

    /// <summary>Says which rules are refused.</summary>
    public bool SaysWhich { get; set; } = true;

    /// <summary>How many rules a page has.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>Readings of all rules, each page one.</summary>
    public FakeTally Reads { get; } = new();

    /// <summary>Changes, refused ones too.</summary>
    public FakeTally Writes { get; } = new();

    /// <summary>Questions whether rules would be taken.</summary>
    public FakeTally DryRuns { get; } = new();

    /// <summary>What was done, in order: "dry 2", "add 2", "delete 1".</summary>
    public List<string> Deeds { get; } = [];

    public IReadOnlyList<XRule> Current
    {
        get
        {
            lock (_lock)
            {
                return [.. _rules.Select(r => r.Rule)];
            }
        }
    }

    /// <summary>What the stream follows at this moment.</summary>
    internal IReadOnlySet<string> Hashtags
    {
        get
        {
            lock (_lock)
            {
                return _rules.Where(r => r.From <= _clock.GetUtcNow()).SelectMany(r => FakePost.Hashtags(r.Rule.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            }
        }
    }

    /// <summary>From now on a new rule is followed only after a while.</summary>
    public void Follow(TimeProvider clock, TimeSpan after) => (_clock, _delay) = (clock, after);

    /// <summary>A rule as somebody else, or an earlier start, left it.</summary>
    public void Has(string value, string? tag)
    {
        lock (_lock)
        {
            _rules.Add((new((_next++).ToString(CultureInfo.InvariantCulture), value, tag), _clock.GetUtcNow() + _delay));
        }
    }

    /// <summary>As somebody else does it in X's developer portal.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules.Clear();
        }
    }

    internal async Task Get(HttpContext context)
    {
        Reads.Add();
        if (await FakeX.Refuses(context))
        {
            return;
        }

        var from = int.Parse(context.Request.Query["pagination_token"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var page = Current.Skip(from).Take(PageSize).ToList();
        var next = from + PageSize < Current.Count ? (from + PageSize).ToString(CultureInfo.InvariantCulture) : null;
        await Write(context, new { data = page.Select(r => new { id = r.Id, value = r.Value, tag = r.Tag }), meta = new { result_count = page.Count, next_token = next } });
    }

    internal Task Count(HttpContext context) => ToldCap is not { } cap
        ? Write(context, new { title = "Not Found" }, 404)
        : Write(context, new
        {
            data = new { cap_per_client_app = $"{cap}", cap_per_project = cap * 2, client_app_rules_count = new { rule_count = Current.Count }, project_rules_count = $"{Current.Count}" },
        });

    internal async Task Post(HttpContext context)
    {
        if (await FakeX.Refuses(context))
        {
            return;
        }

        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var isDry = context.Request.Query["dry_run"] == "true";
        if (body.RootElement.TryGetProperty("delete", out var delete))
        {
            var ids = delete.GetProperty("ids").EnumerateArray().Select(i => i.GetString()).ToHashSet();
            lock (_lock)
            {
                _rules.RemoveAll(r => ids.Contains(r.Rule.Id));
            }

            await Did(context, $"delete {ids.Count}", Writes, new { meta = new { summary = new { deleted = ids.Count } } }, 200);
            return;
        }

        var asked = body.RootElement.GetProperty("add").EnumerateArray().Select(r => (Value: r.GetProperty("value").GetString()!, Tag: r.GetProperty("tag").GetString())).ToList();
        var taken = new List<(string Value, string? Tag)>();
        var errors = new List<object>();
        var isBad = false;
        foreach (var rule in asked)
        {
            if (WhyNot(rule.Value) is { } why)
            {
                isBad = true;
                errors.Add(new { value = SaysWhich ? rule.Value : null, details = new[] { why }, title = "UnprocessableEntity", type = "https://api.twitter.com/2/problems/invalid-rules" });
            }
            else if (Current.Any(r => r.Value == rule.Value))
            {
                errors.Add(new { value = rule.Value, id = "1", title = "DuplicateRule", type = "https://api.twitter.com/2/problems/duplicate-rules" });
            }
            else
            {
                taken.Add(rule);
            }
        }

        var (deed, tally) = isDry ? ($"dry {asked.Count}", DryRuns) : ($"add {asked.Count}", Writes);
        if (!isDry && Current.Count + taken.Count > Cap)
        {
            await Did(context, $"{deed}, over the cap", tally, new { title = "RulesCapExceeded", type = "https://api.x.com/2/problems/rule-cap", detail = "Too many rules." }, 422);
            return;
        }

        var refusesAll = isBad && (RefusesAll || taken.Count == 0);
        if (!isDry && !refusesAll)
        {
            taken.ForEach(r => Has(r.Value, r.Tag));
        }

        await Did(context, deed, tally, errors.Count == 0 ? new { meta = new { } } : (object)new { errors }, refusesAll ? 400 : 201);
    }

    private string? WhyNot(string value) =>
        value.Length > Length ? "The rule is too long"
        : FakePost.Hashtags(value).FirstOrDefault(BadHashtags.Contains) is { } bad ? $"Reference to invalid operator at {bad}"
        : null;

    private Task Did(HttpContext context, string deed, FakeTally tally, object answer, int status)
    {
        lock (_lock)
        {
            Deeds.Add(deed);
        }

        tally.Add();
        return Write(context, answer, status);
    }

    private static Task Write(HttpContext context, object answer, int status = 200) =>
        FakeX.Write(context, JsonSerializer.Serialize(answer), status);
}
