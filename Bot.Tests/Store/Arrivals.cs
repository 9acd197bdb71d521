using System.Globalization;
using FeedbackBot.Posts;
using FeedbackBot.Store;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Triage;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Store;

/// <summary>Posts with verdicts, made by the dozen.</summary>
internal static class Arrivals
{
    private static readonly Organisation Organisation = CardSamples.Organisation();

    public static Post Post(string id, string? editionId = null, string text = "No paper again. #StOswins #ward7") =>
        CardSamples.Post() with { Id = id, EditionId = editionId ?? id, Text = text };

    public static Arrival Of(string id, string wardId = "ward7") => Of(Post(id), wardId);

    public static Arrival Of(Post post, string wardId = "ward7") =>
        new(post, new Verdict(Organisation.Find(wardId)!, "It has the hashtag #ward7.", [Organisation.Find("xray")!]) { Findings = Findings.None with { Reading = CardSamples.Mixed } });

    /// <summary>As many as asked, with ids from 1001 on.</summary>
    public static List<Arrival> Many(int count, string wardId = "ward7") =>
        [.. Enumerable.Range(1001, count).Select(id => Of(id.ToString(CultureInfo.InvariantCulture), wardId))];
}
