using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>X's look-up of posts by id: what is there comes in <c>data</c>, what is removed or hidden in <c>errors</c>, as X has been seen to answer.</summary>
public sealed class FakeLookup
{
    public const string Path = "/2/tweets";

    private readonly ConcurrentDictionary<string, string> _gone = [];
    private readonly ConcurrentDictionary<string, string[]> _withheld = [];
    private readonly ConcurrentQueue<string> _odd = [];
    private readonly ConcurrentQueue<FakePost> _posts = [];

    /// <summary>Look-ups that arrived, refused ones too.</summary>
    public FakeTally Arrived { get; } = new();

    /// <summary>The ids of every look-up.</summary>
    public ConcurrentQueue<string[]> Asked { get; } = [];

    /// <summary>Its author removed the post, or X their account.</summary>
    public void Remove(string id) => _gone[id] = "resource-not-found";

    /// <summary>Its author showed it only to their followers from now on.</summary>
    public void Protect(string id) => _gone[id] = "not-authorized-for-resource";

    /// <summary>It is public again.</summary>
    public void ShowAgain(string id) => _gone.TryRemove(id, out _);

    /// <summary>X withholds it in these countries from now on, without any new edition.</summary>
    public void Withhold(string id, params string[] countries) => _withheld[id] = countries;

    /// <summary>The next look-up is answered with this, whatever it asks.</summary>
    public void AnswerOddly(string body) => _odd.Enqueue(body);

    public void Add(FakePost post) => _posts.Enqueue(post);

    internal async Task Get(HttpContext context)
    {
        var ids = context.Request.Query["ids"].ToString().Split(',');
        Asked.Enqueue(ids);
        Arrived.Add();
        if (await FakeX.Refuses(context))
        {
            return;
        }

        if (ids.Length > 100)
        {
            await FakeX.Write(context, "{\"title\":\"Invalid Request\"}", 400);
            return;
        }

        await FakeX.Write(context, _odd.TryDequeue(out var odd) ? odd : Answer(ids, context.Request.Query["tweet.fields"].ToString().Split(',')));
    }

    /// <param name="fields">What was asked for of each; nothing else is told of where they are withheld.</param>
    private string Answer(string[] ids, IReadOnlyCollection<string> fields)
    {
        var posts = _posts.DistinctBy(p => p.Id).Select(p => p with
        {
            WithheldIn = !fields.Contains("withheld") ? [] : _withheld.GetValueOrDefault(p.Id) ?? p.WithheldIn,
        }).ToList();
        var found = posts.Where(p => ids.Contains(p.Id) && !_gone.ContainsKey(p.Id)).ToList();
        var answer = found.Count == 0 ? [] : JsonNode.Parse(FakePost.Page(found, null))!.AsObject();
        answer.Remove("meta");
        foreach (var data in answer["data"]?.AsArray() ?? [])
        {
            // X tells of an older edition which newer ones there are.
            var id = (string)data!["id"]!;
            var editions = posts.Where(p => p.Id == id || p.EditOf == id || posts.Any(e => e.Id == id && e.EditOf == p.Id)).Select(p => p.Id).Distinct();
            data["edit_history_tweet_ids"] = new JsonArray([.. editions.Order().Select(e => (JsonNode)e)]);
        }

        var errors = ids.Except(found.Select(p => p.Id)).Select(id => (JsonNode)Error(id, _gone.GetValueOrDefault(id, "resource-not-found"))).ToArray();
        if (errors.Length > 0)
        {
            answer["errors"] = new JsonArray(errors);
        }

        return answer.ToJsonString();
    }

    internal static JsonObject Error(string id, string type) => new()
    {
        ["value"] = id,
        ["resource_id"] = id,
        ["parameter"] = "ids",
        ["resource_type"] = "tweet",
        ["section"] = "data",
        ["title"] = type == "resource-not-found" ? "Not Found Error" : "Authorization Error",
        ["detail"] = type == "resource-not-found"
            ? $"Could not find tweet with ids: [{id}]."
            : $"Sorry, you are not authorized to see the Tweet with ids: [{id}].",
        ["type"] = $"https://api.twitter.com/2/problems/{type}",
    };
}
