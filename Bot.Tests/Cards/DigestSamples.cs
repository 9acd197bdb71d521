using System.Text.Json.Nodes;
using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Escalations;
using FeedbackBot.Cases.Pals;
using FeedbackBot.Summary.Digests;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Tones;

namespace FeedbackBot.Tests.Cards;

/// <summary>Digests of a busy and of a quiet night. Their cases carry words of their authors, which no digest may show.</summary>
internal static class DigestSamples
{
    public const string AuthorsWord = "disgusting-word-of-the-author";

    private static readonly DateTimeOffset Now = CardSamples.T0;

    public static JsonObject Busy() => Draw(Of(new DigestReach(WardIds: null)) with
    {
        MustNotWait = new([Case("1", "xray", Tone.Complaint, -3) with { Findings = Found(Tone.Complaint) with { Alarm = new(AlarmKind.Neglect, [AuthorsWord]) } }], 1),
        Alarms = new Dictionary<string, Escalation>
        {
            ["1"] = new(EscalationKind.MustNotWait, "1", "xray", Now.AddHours(-3)) { State = EscalationState.Taken, TakenBy = CardSamples.Mary, TakenAt = Now.AddHours(-2) },
        },
        NotTaken = new(
            [
                new("ward7", "Two people complain about cleanliness.", "9", Now.AddHours(-2)),
                new("xray", "It is a complaint with a picture.", "2", Now.AddHours(-1)) { Claimer = CardSamples.Mary },
            ],
            2),
        Pals = new([Case("3", "ward7", Tone.Complaint, -70) with { Pals = new PalsClock(Now.AddDays(-2)) }], 1),
        Waiting = new([.. new[] { Case("4", "ward7", Tone.Complaint, -26, Topic.Cleanliness, Topic.Food), Case("5", "gone", Tone.Mixed, -5), Case("6", "xray", Tone.Neutral, -1) }.Select(c => new DigestWait(c, c.ReceivedAt))], 14),
        Praise = new([Case("7", "ward7", Tone.Compliment, -4, Topic.StaffAttitude), Case("8", "xray", Tone.Mixed, -6) with { ThankedBy = CardSamples.Mary }], 2),
        Tones = new Dictionary<Tone, int> { [Tone.Complaint] = 17, [Tone.Compliment] = 1, [Tone.Mixed] = 2, [Tone.Neutral] = 3 },
        Wards = [new("ward7", 12, 8, 2, 3) { Corrected = 3 }, new("xray", 9, 6, 0, 1), new("gone", 1, 1, 0, 0), new("desk", 1, 0, 0, 0)],
    });

    public static JsonObject Quiet() => Draw(Of(new DigestReach(["ward7"])));

    public static JsonObject ManyWards() => DigestCard.Of(
        Of(new DigestReach(WardIds: null)) with { Wards = [.. Enumerable.Range(3, 45).Select(i => new DigestWard($"w{i}", i, 50 - i, i % 3, 2 * i))] },
        new Dictionary<string, Uri>(),
        CardSamples.Organisation(60));

    private static Digest Of(DigestReach reach) => new(reach, Now.AddHours(-15), Now);

    private static JsonObject Draw(Digest digest) => DigestCard.Of(
        digest,
        Enumerable.Range(1, 8).ToDictionary(i => $"{i}", i => new Uri($"https://teams.microsoft.com/l/message/19%3Award7/{i}")),
        CardSamples.Organisation());

    private static Case Case(string id, string wardId, Tone tone, int hours, params Topic[] topics) =>
        CaseMachine.Receive(id, wardId, "It has the hashtag #ward7.", [], Now.AddHours(hours)).Case with { Findings = Found(tone, topics) };

    private static Findings Found(Tone tone, params Topic[] topics) => new(
        new Reading(tone, tone == Tone.Complaint ? 2 : 0, [.. topics.Select(t => new TopicReading(t, tone == Tone.Mixed ? Tone.Complaint : tone, 1, AuthorsWord))], [AuthorsWord]),
        null,
        null);
}
