using System.Globalization;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Tests.Store;
using Microsoft.Extensions.Hosting;
using static System.Threading.CancellationToken;
using static FeedbackBot.Tests.Deliver.Delivery;

namespace FeedbackBot.Tests.Deliver;

public class OutboxWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_channel_gets_its_cards_in_order_one_at_a_time_and_channels_do_not_wait_for_each_other(DatabaseKind kind)
    {
        await using var delivery = await StartAsync(kind);
        string[] ids = [.. Enumerable.Range(1001, 20).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        await delivery.TakeAsync(ids);
        await delivery.Store.TakeAsync("xray", [.. ids.Select(id => "2" + id)]);
        using var both = new CountdownEvent(2);
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        delivery.Teams.Answer = async call =>
        {
            // The first card of each channel is answered only when the other channel's has come, too.
            if (call.CaseId is "1001" or "21001")
            {
                if (both.Signal())
                {
                    met.SetResult();
                }

                await met.Task.WaitAsync(Patience);
            }

            return null;
        };

        await delivery.Store.StartAsync();
        await delivery.Teams.ArrivedAsync(40);
        await delivery.Store.StopAsync();

        Assert.Equal(ids, delivery.Shown);
        Assert.Equal(ids.Select(id => "2" + id), delivery.Teams.In(Xray).Select(m => m.Call.CaseId));
        Assert.Equal(0, (await delivery.HealthAsync()).Waiting);
    }

    [Fact]
    public async Task A_row_that_comes_while_it_runs_wakes_it()
    {
        await using var delivery = await StartAsync();
        await delivery.Store.StartAsync();
        for (var count = 1; count <= 5; count++)
        {
            await delivery.TakeAsync($"100{count}");
            await delivery.Teams.ArrivedAsync(count);
        }

        await delivery.Store.StopAsync();

        Assert.Equal(["1001", "1002", "1003", "1004", "1005"], delivery.Shown);
    }

    [Fact]
    public async Task A_stop_waits_for_the_card_under_way_so_that_a_restart_shows_nothing_twice()
    {
        await using var delivery = await StartAsync();
        await delivery.TakeAsync("1001", "1002");
        var held = new TaskCompletionSource<TeamsAnswer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        delivery.Teams.Answer = _ => held.Task;
        await delivery.Store.StartAsync();
        await delivery.Teams.ArrivedAsync(1);

        var stopping = delivery.Store.Get<IEnumerable<IHostedService>>().OfType<OutboxWorker>().Single().StopAsync(None);
        held.SetResult(null);
        await stopping.WaitAsync(Patience);

        Assert.Equal(["1001"], delivery.Shown);
        Assert.Equal(1, (await delivery.HealthAsync()).Waiting);
        Assert.Single(await delivery.Store.Shown.OfCaseAsync("1001", None));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_crash_between_Teams_and_the_save_leaves_one_card_too_many_and_it_works(DatabaseKind kind)
    {
        await using var delivery = await StartAsync(kind);
        await delivery.TakeAsync("1001", "1002");
        var never = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        delivery.Teams.Posted = _ =>
        {
            // Teams has the first card, and whoever sent it never hears of it: for the database that is a crash.
            delivery.Teams.Posted = _ => Task.CompletedTask;
            return never.Task;
        };
        await delivery.Store.StartAsync();
        await delivery.Teams.ArrivedAsync(1);
        await delivery.Store.ExecuteAsync("DELETE FROM \"Leases\"");
        delivery.Store.Get<StoreOpening>().Dispose();

        await using var restarted = await delivery.Store.AnotherAsync();
        await restarted.StartAsync();
        await delivery.Teams.ArrivedAsync(3);
        await restarted.StopAsync();

        Assert.Equal(["1001", "1001", "1002"], delivery.Shown);
        var orphan = delivery.Teams.In(Ward7)[0];
        Assert.Null((await delivery.ClickAsync(orphan, "claim"))!.Sentence);
        Assert.Equal((2, CardSamples.Ann), ((await restarted.FindAsync("1001")).Case.Version, (await restarted.FindAsync("1001")).Case.Claimer));
        never.SetException(new InvalidOperationException("It crashed."));
    }

    [PostgresFact]
    public async Task Two_instances_show_each_card_once_and_in_order()
    {
        await using var delivery = await StartAsync(DatabaseKind.Postgres);
        await using var other = await delivery.Store.AnotherAsync();
        string[] ids = [.. Enumerable.Range(1001, 40).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        await delivery.TakeAsync(ids);

        await Task.WhenAll(delivery.Store.StartAsync(), other.StartAsync());
        await delivery.Teams.ArrivedAsync(40);
        await Task.WhenAll(delivery.Store.StopAsync(), other.StopAsync());

        Assert.Equal(ids, delivery.Shown);
        Assert.Equal(0, (await delivery.HealthAsync()).Waiting);
    }
}
