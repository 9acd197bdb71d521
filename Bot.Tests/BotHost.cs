using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FeedbackBot.LocalTeams;
using FeedbackBot.Store;
using FeedbackBot.Tests.Posts.X;
using FeedbackBot.Tests.Store;
using FeedbackBot.Wards;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace FeedbackBot.Tests;

/// <summary>
/// The whole bot in local mode on a port of its own, with a folder and a database of its own and a clock that stands still. Tests go in
/// where people do: they write posts, press buttons and ask. An error in its log fails the test when it is disposed.
/// </summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestDatabase _database;
    private readonly DirectoryInfo _folder;
    private readonly BotLog _log;
    private readonly Watch _watch = new();

    private BotHost(WebApplication app, TestDatabase database, DirectoryInfo folder, FakeClock clock, BotLog log)
    {
        (_app, _database, _folder, Clock, _log) = (app, database, folder, clock, log);
        Tenant.Changed += _ => _watch.Pulse();
        _log.Said += _watch.Pulse;
        ChangeToken.OnChange(((IConfiguration)app.Configuration).GetReloadToken, _watch.Pulse);
        Http = new(new SocketsHttpHandler { UseProxy = false });
    }

    public FakeClock Clock { get; }

    /// <summary>Speaks to the bot from outside; its address is known once it has started.</summary>
    public HttpClient Http { get; }

    public LocalTenant Tenant => _app.Services.GetRequiredService<LocalTenant>();

    public LocalTeamsClient Teams => _app.Services.GetRequiredService<LocalTeamsClient>();

    public LocalLinks Links => _app.Services.GetRequiredService<LocalLinks>();

    public IReadOnlyList<string> Warnings => _log.Warnings;

    /// <summary>Comes when every ward has its channel.</summary>
    /// <param name="x">The X to read; null reads none, and posts come through the box for patients.</param>
    /// <param name="file">A settings file that is read while the bot runs; what is in it wins.</param>
    /// <param name="more">Settings besides.</param>
    public static async Task<BotHost> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, FakeX? x = null, string? file = null, params (string Key, string Value)[] more)
    {
        var folder = Directory.CreateTempSubdirectory("feedbackbot-");
        var database = await TestDatabase.CreateAsync(kind);
        var (clock, log) = (new FakeClock(), new BotLog());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.FullName, EnvironmentName = "Testing" });
        var settings = TestHospital.Settings();
        settings["LocalTeams:Unlimited"] = "true";
        settings["urls"] = "http://127.0.0.1:0";
        settings["ConnectionStrings:Store"] = database.ConnectionString;
        settings["X:BearerToken"] = x is null ? "" : FakeX.Token;
        settings["X:BaseUrl"] = x?.Url.ToString() ?? "http://127.0.0.1:1";

        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        // Nothing of the machine's own settings may reach a test.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings);
        if (file is not null)
        {
            builder.Configuration.AddJsonFile(file, optional: false, reloadOnChange: true);
        }

        builder.Logging.ClearProviders().AddProvider(log);
        builder.Host.UseServiceProviderFactory(new TestClockFactory(clock));

        var host = new BotHost(Program.Build(builder), database, folder, clock, log);
        await host._app.Services.GetRequiredService<StoreOpening>().OpenAsync(CancellationToken.None);
        await host._app.StartAsync();
        host.Http.BaseAddress = new Uri(host._app.Urls.First());
        foreach (var ward in TestHospital.Wards)
        {
            await host.Message(TestHospital.ChannelOf(ward), m => m.Content.Text?.StartsWith("This channel now shows", StringComparison.Ordinal) == true);
        }

        return host;
    }

    /// <summary>Writes a post in the box for patients.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> PostAsync(string text)
    {
        using var answer = await Http.PostAsJsonAsync("/local/posts", new { text, author = "Pat Ient", handle = "pat" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Comes when the channel has a message that is wanted, with the newest such.</summary>
    public Task<LocalMessage> Message(string channel, Func<LocalMessage, bool> isWanted) => _watch.Until(
        () => Tenant.Messages(channel).LastOrDefault(isWanted),
        () => string.Join("\n---\n", Tenant.Messages(channel).Select(m => m.Content.Text ?? ShownCard.Of(m)?.Words)) + string.Join('\n', _log.Errors));

    /// <summary>Comes when the ward's channel has this post's card saying these words.</summary>
    public Task<LocalMessage> Card(string ward, string post, string words) => Message(
        TestHospital.ChannelOf(ward),
        m => m.StartsThread && ShownCard.Of(m) is { } card && card.Says(post) && card.Says(words));

    /// <summary>How many cards of this post the ward's channel has.</summary>
    public int Cards(string ward, string post) =>
        Tenant.Messages(TestHospital.ChannelOf(ward)).Count(m => m.StartsThread && ShownCard.Of(m)?.Says(post) == true);

    /// <summary>Comes when the bot has warned in these words.</summary>
    public Task<string> Warning(string words) => _watch.Until(
        () => Warnings.LastOrDefault(w => w.Contains(words, StringComparison.Ordinal)), () => string.Join('\n', Warnings));

    /// <summary>Comes when the settings have this value, which is before anybody has taken note of it.</summary>
    public Task<string> Setting(string key, string value) => _watch.Until(
        () => (_app.Configuration[key] ?? "") == value ? value : null, () => _app.Configuration[key] ?? "nothing");

    /// <summary>The settings that the bot uses, and the faults of those that it refuses.</summary>
    public (OrganisationFacts Used, IReadOnlyList<string> Faults) Settings =>
        (_app.Services.GetRequiredService<Organisation>().Now, _app.Services.GetRequiredService<SettingsWatch>().Faults);

    /// <summary>Comes when the bot uses other settings than these, or refuses some for faults that it hadn't told yet.</summary>
    public Task HasTakenNote((OrganisationFacts Used, IReadOnlyList<string> Faults) before) => _watch.Until(
        () => Settings is var (used, faults) && (used != before.Used || faults.Except(before.Faults).Any()) ? used : null,
        () => string.Join('\n', Warnings));

    /// <summary>Presses the card's button for this verb, with its inputs filled in.</summary>
    public Task<ClickResult> Press(LocalPerson person, LocalMessage card, string verb, params (string Name, string Value)[] inputs)
    {
        var data = ShownCard.Of(card)!.Data(verb);
        foreach (var (name, value) in inputs)
        {
            data[name] = value;
        }

        return Teams.ExecuteAsync(person, card, verb, JsonSerializer.SerializeToElement(data));
    }

    /// <summary>Asks the bot in a ward's channel, or 1:1 where no ward is given; comes when it has answered.</summary>
    public async Task<LocalMessage> Ask(LocalPerson person, string question, string? ward = null)
    {
        var place = ward is null ? LocalTenant.ChatId(person) : TestHospital.ChannelOf(ward);
        var (asked, result) = await Teams.SayAsync(person, place, null, ward is null ? question : $"@FeedbackBot {question}");
        Assert.Equal(new ClickResult("none"), result);
        return await Message(place, m => m.From.IsBot && (ward is null ? long.Parse(m.Id, null) > long.Parse(asked!.Id, null) : m.Thread == asked!.Id));
    }

    /// <summary>Sends this to <c>/api/messages</c> as it is.</summary>
    public async Task<(int Status, string Body)> Send(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync("/api/messages", content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public async Task<(int Status, string Body)> Send(JsonObject activity) => await Send(activity.ToJsonString());

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
        Assert.True(_log.Errors.Count == 0, string.Join("\n", _log.Errors));
    }
}
