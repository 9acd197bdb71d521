using FeedbackBot.Cases;
using FeedbackBot.Summary;

namespace FeedbackBot.Tests.Summary;

public sealed class CaseReplayTests
{
    private static readonly CaseFacts Eventful = new History("1", "ward7", 10)
        .Edit(15).Claim(20).Assign(30).Release(40).Move("ward9", 50).Thank(55).Reply(57).Dismiss(60).Reopen(70).Resolve(80).Thank(90).Reply(95).Correct(96).HandToPals(97).Acknowledge(98).Remove(99).Facts;

    [Theory]
    [InlineData(10, "ward7", CaseState.New, 10)]
    [InlineData(19, "ward7", CaseState.New, 10)]
    [InlineData(20, "ward7", CaseState.Claimed, 20)]
    [InlineData(35, "ward7", CaseState.Claimed, 30)]
    [InlineData(40, "ward7", CaseState.New, 40)]
    [InlineData(50, "ward9", CaseState.New, 50)]
    [InlineData(55, "ward9", CaseState.New, 50)]
    [InlineData(60, "ward9", CaseState.Dismissed, 60)]
    [InlineData(75, "ward9", CaseState.New, 70)]
    [InlineData(1000, "ward9", CaseState.Resolved, 80)]
    public void A_case_stands_where_its_events_left_it(double minutes, string ward, CaseState state, double since) =>
        Assert.Equal(new CaseStanding(ward, state, History.At(since)), CaseReplay.At(Eventful.Events, History.At(minutes)));

    [Fact]
    public void A_case_whose_post_was_removed_stands_where_it_stood()
    {
        var removed = new History("1", "ward7", 10).Claim(20).Remove(30).Facts;

        Assert.Equal(new CaseStanding("ward7", CaseState.Claimed, History.At(20)), CaseReplay.At(removed.Events, History.At(40)));
    }

    [Fact]
    public void Before_it_arrived_a_case_stood_nowhere() => Assert.Null(CaseReplay.At(Eventful.Events, History.At(9)));
}
