using System.Text.Json.Nodes;
using FeedbackBot.Tests.Posts.X;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>All that the bot meets in a real tenant: X, Microsoft's keys, Microsoft's login, and Teams, which signs what it sends.</summary>
internal sealed class RealTenant : IAsyncDisposable
{
    private readonly FakeKey _key = new("teams-key", "msteams");
    private readonly FakeMetadata _metadata;

    // Teams' windows always hold here, and a lane that rests needs time to go by.
    private readonly TimeProvider _clock = TimeProvider.System;

    private RealTenant(FakeX x, FakeMetadata metadata, FakeLogin login, OutsideTeams teams)
    {
        (X, _metadata, Login, Teams) = (x, metadata, login, teams);
        metadata.Keys = [_key];
        Activities = new(teams.ServiceUrl);
    }

    public FakeX X { get; }

    public FakeLogin Login { get; }

    public OutsideTeams Teams { get; }

    public OutsideActivities Activities { get; }

    public RealBot Bot { get; private set; } = null!;

    /// <param name="others">More than one region of Teams.</param>
    public static async Task<RealTenant> Start(params OutsideTeams[] others)
    {
        var tenant = new RealTenant(await FakeX.Start(), await FakeMetadata.Start(), await FakeLogin.Start(), await OutsideTeams.StartAsync());
        var settings = new Dictionary<string, string?>
        {
            ["X:BearerToken"] = FakeX.Token,
            ["X:BaseUrl"] = tenant.X.Url.ToString(),
            ["Teams:OpenIdMetadataUrl"] = tenant._metadata.Url,
            ["Teams:LoginUrl"] = tenant.Login.Url,
            ["Teams:AllowedServiceUrls:0"] = tenant.Teams.ServiceUrl,
        };
        for (var i = 0; i < others.Length; i++)
        {
            settings[$"Teams:AllowedServiceUrls:{i + 1}"] = others[i].ServiceUrl;
        }

        tenant.Bot = await RealBot.Start(settings, tenant._clock);
        return tenant;
    }

    /// <summary>Sends an activity as Teams does: signed, from the tenant.</summary>
    public async Task<(int Status, string Body)> Send(JsonObject activity, Action<Knock>? spoil = null)
    {
        activity["conversation"]!["tenantId"] = Knock.TenantId;
        activity["channelData"]!["tenant"]!["id"] = Knock.TenantId;
        var knock = new Knock(_key, _clock.GetUtcNow(), (string)activity["serviceUrl"]!) { Body = () => activity.ToJsonString() };
        spoil?.Invoke(knock);
        using var answer = await knock.At(Bot.Http);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Teams.DisposeAsync();
        await Login.DisposeAsync();
        await _metadata.DisposeAsync();
        await X.DisposeAsync();
        _key.Dispose();
    }
}
