using FeedbackBot.Cases;
using FeedbackBot.Posts;
using FeedbackBot.Store;

namespace FeedbackBot.Tests.Store;

/// <summary>Whatever happens to a case wakes whoever weighs it: nobody has to look twice a second.</summary>
public sealed class WeighingSignalTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Happenings => ["it arrives", "somebody presses", "X has removed it", "X has removed what it quotes"];

    [Theory]
    [MemberData(nameof(Happenings))]
    public async Task What_marks_a_case_to_be_weighed_wakes_whoever_weighs(string what)
    {
        await using var store = await TestStore.OpenAsync(DatabaseKind.Sqlite);
        var quoting = Arrivals.Of(Arrivals.Post("1") with { Quote = new Quote("900", Arrivals.Post("900")) });
        if (what != "it arrives")
        {
            await store.Intake.SaveAsync("x", [quoting], null, None);
            await store.ExecuteAsync("UPDATE \"Cases\" SET \"IsUnweighed\" = 0");
        }

        var woken = store.Get<WeighingSignal>().Next;
        await (what switch
        {
            "it arrives" => store.Intake.SaveAsync("x", [quoting], null, None),
            "somebody presses" => store.DoAsync("1", new CaseAction.Claim()),
            "X has removed it" => store.Get<Lookups>().SaveAsync(new LookupResult(1, [], [], [], ["1"]), "round", new { }, None),
            _ => store.Get<Lookups>().SaveAsync(new LookupResult(1, [], [], [], []) { GoneQuotes = ["900"] }, "round", new { }, None),
        });

        Assert.True(woken.IsCompletedSuccessfully);
        Assert.Equal("1", Assert.Single(await store.Get<Attention>().UnweighedAsync(9, None)).Case.Id);
    }
}
