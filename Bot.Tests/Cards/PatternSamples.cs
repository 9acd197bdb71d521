using FeedbackBot.Cases;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Triage;
using static FeedbackBot.Tests.Cards.CardSamples;

namespace FeedbackBot.Tests.Cards;

/// <summary>Cases beside others: that several complain of, that were taken out, that come again after fixing.</summary>
internal static class PatternSamples
{
    private static readonly Uri Link = new("https://teams.microsoft.com/l/message/19%3Award7/2");

    public static CaseFile OfThree() => New() with
    {
        Others = new OtherCases([new(Topic.Cleanliness, 3, [new("1799", T0.AddHours(-26)) { Link = Link }, new("1800", T0.AddHours(-1))], HasMore: false)], null),
    };

    /// <summary>In two patterns at once, one of them large.</summary>
    public static CaseFile OfACrowd()
    {
        var file = Then(New(), new CaseAction.TakeOut(Topic.Waiting, IsInPattern: true), Ann, 2);
        return file with
        {
            Others = new OtherCases(
                [
                    new(Topic.Cleanliness, PatternLine.ManyPeople, [.. Enumerable.Range(1, PatternLine.MostOthers).Select(i => new OtherPost($"{i}", T0.AddHours(-i)) { Link = Link })], HasMore: true),
                    new(Topic.Food, 2, [new("1", T0.AddHours(-1)) { Link = Link }], HasMore: false),
                ],
                null),
        };
    }

    public static CaseFile TakenOut() => Then(New(), new CaseAction.TakeOut(Topic.Cleanliness, IsInPattern: true), Ann, 4);

    public static CaseFile Again()
    {
        var earlier = Then(New(), new CaseAction.Resolve($"{string.Concat(Enumerable.Repeat("Paper refilled, **floor** mopped, drain reported to Estates. ", 4))}"), Bob, -60 * 24 * 3);
        return New() with { Others = new OtherCases([], FixedBefore.Of(New(), earlier, Link)) };
    }
}
