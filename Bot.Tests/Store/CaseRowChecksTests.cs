using System.Data.Common;
using FeedbackBot.Cases;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Tests.Cards;
using Microsoft.EntityFrameworkCore;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Store;

/// <summary>A case's state and what it means can't drift apart, whatever code writes it.</summary>
public class CaseRowChecksTests
{
    private static readonly string[] Impossible =
    [
        "\"State\" = 'New', \"ClaimerId\" = 'ann'",
        "\"State\" = 'New', \"ClaimedAt\" = \"ReceivedAt\"",
        "\"State\" = 'New', \"ClosedAt\" = \"ReceivedAt\"",
        "\"State\" = 'Claimed'",
        "\"State\" = 'Claimed', \"ClaimerId\" = 'ann'",
        "\"State\" = 'Claimed', \"ClaimedAt\" = \"ReceivedAt\"",
        "\"State\" = 'Claimed', \"ClaimerId\" = 'ann', \"ClaimedAt\" = \"ReceivedAt\", \"ClosedAt\" = \"ReceivedAt\"",
        "\"State\" = 'Resolved'",
        "\"State\" = 'Dismissed', \"ClaimerId\" = 'ann', \"ClaimedAt\" = \"ReceivedAt\"",
    ];

    private static readonly string[] Possible =
    [
        "\"State\" = 'New'",
        "\"State\" = 'Claimed', \"ClaimerId\" = 'ann', \"ClaimedAt\" = \"ReceivedAt\"",
        "\"State\" = 'Resolved', \"ClosedAt\" = \"ReceivedAt\"",
        "\"State\" = 'Dismissed', \"ClosedAt\" = \"ReceivedAt\", \"ClaimerId\" = 'ann', \"ClaimedAt\" = \"ReceivedAt\"",
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_that_contradict_themselves_are_refused_and_others_are_not(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");

        foreach (var change in Impossible)
        {
            var fault = await Record.ExceptionAsync(() => SetAsync(store, change));
            Assert.True(fault is DbException && fault.Message.Contains("CK_Cases_", StringComparison.Ordinal), $"{change}: {fault}");
        }

        foreach (var change in Possible)
        {
            Assert.Equal(1, await SetAsync(store, change));
            Assert.Equal(1, await SetAsync(store, "\"State\" = 'New', \"ClaimerId\" = NULL, \"ClaimedAt\" = NULL, \"ClosedAt\" = NULL"));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_impossible_case_is_a_fault_and_not_taken_for_a_lost_race(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store.TakeAsync("ward7", "1001");
        var before = (await store.FindAsync("1001")).Case;
        var nobodys = before with { State = CaseState.Claimed, Version = 2 };
        var change = new Outcome.Changed(nobodys, new CaseEvent("1001", 2, CaseEventKind.Claimed, CardSamples.Ann, before.ReceivedAt, "ward7"));

        await Assert.ThrowsAsync<DbUpdateException>(() => store.Cases.TryCommitAsync(before, change, None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task There_is_no_case_without_a_post_and_no_event_without_a_case(DatabaseKind kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var received = CaseMachine.Receive("1001", "ward7", "It names the ward.", [], store.Clock.GetUtcNow());

        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(store, c => c.Cases.Add(CaseRow.Of(received.Case))));
        await Assert.ThrowsAsync<DbUpdateException>(() => AddAsync(store, c => c.CaseEvents.Add(CaseEventRow.Of(received.Event))));
    }

    private static Task<int> SetAsync(TestStore store, string change) =>
        store.ExecuteAsync($"UPDATE \"Cases\" SET {change} WHERE \"Id\" = '1001'");

    private static Task AddAsync(TestStore store, Action<FeedbackContext> add) => store.Database.WriteAsync(
        context =>
        {
            add(context);
            return Task.CompletedTask;
        },
        None);
}
