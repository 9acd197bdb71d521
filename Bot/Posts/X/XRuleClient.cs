using System.Text;
using System.Text.Json;

namespace FeedbackBot.Posts.X;

/// <summary>X's routes for rules.</summary>
internal sealed class XRuleClient(XClient client)
{
    private const string Path = "2/tweets/search/stream/rules";
    private const string Counts = Path + "/counts";

    // X says what comes on a page; a chain of pages without end would be a fault of its.
    private const int MostPages = 100;

    /// <summary>All rules, ours and others'.</summary>
    public async Task<XAnswer<IReadOnlyList<XRule>>> Read(CancellationToken cancellationToken)
    {
        var rules = new List<XRule>();
        string? token = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await client.Get(token is null ? Path : $"{Path}?pagination_token={Uri.EscapeDataString(token)}", cancellationToken);
            if (answer.Value is null)
            {
                return new(null, answer.Failure);
            }

            if (Page(answer.Value) is not var (found, next))
            {
                return new(null, new(XFailureKind.Http, "X answered with rules that can't be read."));
            }

            rules.AddRange(found);
            token = next;
            if (token is null)
            {
                break;
            }
        }

        return new(rules, null);
    }

    /// <summary>How many rules X allows this app; null where it doesn't say.</summary>
    public async Task<int?> Cap(CancellationToken cancellationToken)
    {
        // Not every version of the route knows the fields; some leave out what isn't asked for.
        var answer = await client.Get($"{Counts}?rules_count.fields=cap_per_client_app,cap_per_project,client_app_rules_count,project_rules_count", cancellationToken);
        answer = answer.Failure is { Status: 400 } ? await client.Get(Counts, cancellationToken) : answer;
        try
        {
            using var json = JsonDocument.Parse(answer.Value ?? []);
            return XJson.Object(json.RootElement, "data") is { } data ? Cap(data) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="dryRun">Only asks whether X would take them.</param>
    public async Task<XAnswer<XRuleVerdict>> Add(IReadOnlyList<XRule> rules, bool dryRun, CancellationToken cancellationToken)
    {
        var answer = await client.Post(
            dryRun ? $"{Path}?dry_run=true" : Path, new { add = rules.Select(r => new { value = r.Value, tag = r.Tag }) }, cancellationToken);
        var isRefusal = answer.Failure is { Status: 400 or 422 };
        if (answer.Failure is { } failure && !isRefusal)
        {
            return XRuleVerdict.Read(rules, failure.Body, isRefusal: false) is { IsOver: true } over ? new(over, null) : new(null, failure);
        }

        if (XRuleVerdict.Read(rules, answer.Failure?.Body ?? Encoding.UTF8.GetString(answer.Value!), isRefusal) is { } verdict)
        {
            return new(verdict, null);
        }

        // Something among them is refused, and X doesn't say what.
        var half = rules.Count / 2;
        var first = await Add([.. rules.Take(half)], dryRun, cancellationToken);
        var second = first.Value is null ? first : await Add([.. rules.Skip(half)], dryRun, cancellationToken);
        return first.Value is { } one && second.Value is { } other
            ? new(new(one.Refused.Concat(other.Refused).ToDictionary(), one.IsOver || other.IsOver), null)
            : new(null, first.Failure ?? second.Failure);
    }

    public async Task<XFailure?> Delete(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        (await client.Post(Path, new { delete = new { ids } }, cancellationToken)).Failure;

    private static (List<XRule> Rules, string? Next)? Page(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var rules = XJson.Array(json.RootElement, "data")
                .Select(r => new XRule(XJson.Text(r, "id"), XJson.Text(r, "value") ?? "", XJson.Text(r, "tag"))).ToList();
            return (rules, XJson.Object(json.RootElement, "meta") is { } meta ? XJson.Text(meta, "next_token") : null);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int? Cap(JsonElement data)
    {
        var app = XJson.Number(data, "cap_per_client_app");
        var own = XJson.Object(data, "client_app_rules_count") is { } count ? XJson.Number(count, "rule_count") : null;
        // The project's other apps take from what they share with ours.
        var project = XJson.Number(data, "cap_per_project") - (XJson.Number(data, "project_rules_count") - own);
        var cap = app is null || project < app ? project ?? app : app;
        return cap is > 0 and <= int.MaxValue ? (int)cap : null;
    }
}
