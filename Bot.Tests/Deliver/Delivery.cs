using System.Text.Json;
using FeedbackBot.Cases;
using FeedbackBot.Deliver;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using FeedbackBot.Teams;
using FeedbackBot.Tests.Cards;
using FeedbackBot.Tests.Store;
using FeedbackBot.Wards;
using static System.Threading.CancellationToken;

namespace FeedbackBot.Tests.Deliver;

/// <summary>The road from the store to a fake Teams, with Ward 7 and X-ray linked to channels of one team.</summary>
internal sealed class Delivery : IAsyncDisposable
{
    public const string Ward7 = "19:ward7@thread.tacv2";
    public const string Xray = "19:xray@thread.tacv2";
    public const string Team = "19:team@thread.tacv2";

    private readonly OrganisationOptions _options = CardSamples.Hospital();

    private Delivery(FakeTeams teams, TestStore store) => (Teams, Store) = (teams, store);

    public FakeTeams Teams { get; }

    public TestStore Store { get; }

    public FakeClock Clock => Store.Clock;

    /// <summary>The cases whose cards stand in Ward 7's channel, oldest first.</summary>
    public IEnumerable<string?> Shown => Teams.In(Ward7).Select(m => m.Call.CaseId);

    public static async Task<Delivery> StartAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var teams = await FakeTeams.StartAsync();
        var delivery = new Delivery(teams, await TestStore.OpenAsync(kind, services => services.AddDeliver(limited: false).AddTeams(new TeamsOptions())));
        foreach (var (channel, ward, name) in new[] { (Ward7, "ward7", "Ward 7"), (Xray, "xray", "X-ray waiting room") })
        {
            teams.Channels[channel] = name;
            await delivery.SeeAsync(channel, teams.ServiceUrl);
            await delivery.Store.Channels.LinkAsync(channel, ward, None);
        }

        return delivery;
    }

    public Task SeeAsync(string channel, string serviceUrl) => Store.Channels.SeeChannelAsync(
        new ChannelRow { Id = channel, ServiceUrl = serviceUrl, TenantId = "tenant", TeamId = Team, Name = Teams.Channels[channel] }, None);

    public Task TakeAsync(params string[] postIds) => Store.TakeAsync("ward7", postIds);

    /// <summary>Delivers what is due, lane after lane, until nothing more is.</summary>
    public async Task RunAsync()
    {
        for (var rounds = 0; await Store.Outbox.ReadyLanesAsync(None) is { Count: > 0 } lanes; rounds++)
        {
            Assert.True(rounds < 100, $"It never ends: {string.Join(", ", lanes)}");
            foreach (var lane in lanes)
            {
                await Store.Get<LaneRun>().RunAsync(lane, None);
            }
        }
    }

    /// <summary>The longest backoff passes, then what is due is delivered.</summary>
    public Task RunLaterAsync()
    {
        Clock.Advance(TimeSpan.FromMinutes(2));
        return RunAsync();
    }

    /// <summary>The settings change, on top of what was changed before.</summary>
    public void Change(Action<OrganisationOptions> change)
    {
        change(_options);
        Store.Get<Organisation>().Change(_options);
    }

    /// <summary>It becomes half past ten at night; the quiet hours begin at ten and end at seven.</summary>
    public void FallQuiet()
    {
        Change(o => o.QuietHours = "22:00-07:00");
        Clock.Advance(TimeSpan.FromHours(22.5) - Clock.GetUtcNow().TimeOfDay);
    }

    /// <summary>The night passes, then what is due is delivered.</summary>
    public Task RunInTheMorningAsync()
    {
        Clock.Advance(TimeSpan.FromHours(8.5));
        return RunAsync();
    }

    /// <summary>What the outbox tells operators.</summary>
    public Task<OutboxHealth> HealthAsync() => Store.Outbox.HealthAsync(None);

    /// <summary>Someone presses a button of a card, as Teams tells it.</summary>
    public Task<ClickAnswer?> ClickAsync(TeamsMessage card, string verb, Person? by = null) => HandleAsync(new Activity
    {
        Type = "invoke",
        Name = "adaptiveCard/action",
        ServiceUrl = Teams.ServiceUrl,
        ConversationId = card.Thread,
        ConversationType = "channel",
        From = by ?? CardSamples.Ann,
        ReplyToId = card.Id,
        TeamId = Team,
        ChannelId = card.Place,
        Value = JsonSerializer.SerializeToElement(new { action = new { verb, data = new { @case = card.Call.CaseId, version = card.Call.Version } } }),
    });

    /// <summary>The bot is installed in the team, or removed from it.</summary>
    public Task InstallAsync(string action = "add") => HandleAsync(new Activity
    {
        Type = "installationUpdate",
        Action = action,
        ServiceUrl = Teams.ServiceUrl,
        ConversationId = Team,
        ConversationType = "channel",
        From = CardSamples.Mary,
        TeamId = Team,
    });

    public Task<ClickAnswer?> HandleAsync(Activity activity) => Store.Get<ActivityDesk>().HandleAsync(activity, None);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Teams.DisposeAsync();
    }
}
