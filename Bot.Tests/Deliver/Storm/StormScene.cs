using System.Globalization;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;
using FeedbackBot.Tests.Store;
using FeedbackBot.Triage;
using FeedbackBot.Wards;
using Microsoft.Extensions.DependencyInjection;
using Arrivals = FeedbackBot.Tests.Store.Arrivals;

namespace FeedbackBot.Tests.Deliver.Storm;

/// <summary>
/// The whole of delivery, with its store and a connector that keeps Teams' windows, on a clock that jumps to the next moment at which a lane may go on. What real
/// time would add is only latency.
/// </summary>
internal sealed class StormScene : IAsyncDisposable
{
    private const int WardCount = 50;

    private static readonly CancellationToken None = CancellationToken.None;

    private StormScene(TestStore store, StrictTeams teams) => (Store, Teams) = (store, teams);

    /// <summary>Fifty places, named ward0 to ward49; so are their channels.</summary>
    public static Organisation Hospital { get; } = MakeHospital();

    public TestStore Store { get; private set; }

    public StrictTeams Teams { get; }

    public static async Task<StormScene> StartAsync()
    {
        var store = await TestStore.OpenAsync(
            DatabaseKind.Sqlite,
            services => services.AddSingleton(Hospital).AddDeliver(limited: true).AddTeams(new TeamsOptions()));
        var scene = new StormScene(store, await StrictTeams.StartAsync(store.Clock));
        foreach (var ward in Hospital.Wards)
        {
            await store.Channels.SeeChannelAsync(new ChannelRow { Id = ward.Id, ServiceUrl = scene.Teams.ServiceUrl, Name = ward.Name }, None);
            await store.Channels.LinkAsync(ward.Id, ward.Id, None);
        }

        return scene;
    }

    /// <summary>Posts arrive in this order.</summary>
    /// <param name="from">How many came before, where it isn't the first time.</param>
    /// <returns>The cases by ward, in order.</returns>
    public async Task<ILookup<string, string>> TakeAsync(IEnumerable<string> wardIds, int from = 0)
    {
        var arrivals = wardIds.Select((wardId, i) => new Arrival(
            Arrivals.Post((100_000 + from + i).ToString(CultureInfo.InvariantCulture)),
            new Verdict(Hospital.Find(wardId)!, "It has the ward's hashtag.", []))).ToList();
        foreach (var batch in arrivals.Chunk(500))
        {
            await Store.Intake.SaveAsync("x", batch, null, None);
        }

        return arrivals.ToLookup(a => a.Verdict.Ward.Id, a => a.Post.Id);
    }

    /// <summary>Runs each lane when it may go on, as the outbox worker would.</summary>
    /// <param name="most">So many runs at most.</param>
    public async Task DeliverAsync(int most = int.MaxValue)
    {
        var lanes = new PriorityQueue<string, (DateTimeOffset, int)>();
        var turn = 0;
        foreach (var lane in await Store.Outbox.ReadyLanesAsync(None))
        {
            lanes.Enqueue(lane, (Store.Clock.GetUtcNow(), turn++));
        }

        while (turn < most && lanes.TryDequeue(out var lane, out var due))
        {
            if (due.Item1 > Store.Clock.GetUtcNow())
            {
                Store.Clock.Advance(due.Item1 - Store.Clock.GetUtcNow());
            }

            if ((await Store.Get<LaneRun>().RunAsync(lane, None)).RestsUntil is { } until)
            {
                lanes.Enqueue(lane, (until, turn++));
            }
        }
    }

    /// <summary>Another process on the same store, which remembers nothing.</summary>
    public async Task<IAsyncDisposable> RestartAsync()
    {
        var before = Store;
        before.Get<StoreOpening>().Dispose();
        Store = await before.AnotherAsync();
        return before;
    }

    public async ValueTask DisposeAsync()
    {
        await Teams.DisposeAsync();
        await Store.DisposeAsync();
    }

    private static Organisation MakeHospital()
    {
        var options = new OrganisationOptions { Name = "St Oswin's", Hashtags = { "#Oswin" } };
        for (var i = 0; i < WardCount; i++)
        {
            options.Wards.Add(new WardOptions { Id = $"ward{i}", Name = $"Place {i}", FrontDesk = i == 0 });
        }

        return new Organisation(options);
    }
}
