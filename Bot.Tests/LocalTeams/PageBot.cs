using System.Net.Http.Json;
using FeedbackBot.LocalTeams;
using FeedbackBot.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>The whole bot as a newcomer starts it, with two wards of its own and no sample posts, for tests of its page.</summary>
internal sealed class PageBot : IAsyncDisposable
{
    public const string Hashtag = "#MillRoad";

    private readonly WebApplication _app;
    private readonly TempFolder _folder;
    private readonly HttpClient _http;

    private PageBot(WebApplication app, TempFolder folder)
    {
        (_app, _folder) = (app, folder);
        Url = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _http = new() { BaseAddress = Url };
    }

    public static string FrontDesk { get; } = LocalChannel.ForWard("front-desk", "Front desk").Id;

    public static string Ward7 { get; } = LocalChannel.ForWard("ward7", "Ward 7").Id;

    public Uri Url { get; }

    public LocalTenant Tenant => _app.Services.GetRequiredService<LocalTenant>();

    /// <summary>Comes when each ward has its channel and said so, so that nothing but the test's own posts is still to come.</summary>
    /// <param name="more">Settings besides, as on a command line.</param>
    public static async Task<PageBot> Start(params string[] more)
    {
        var bot = await Start(new TempFolder(), 0, more);
        await bot.Linked();
        return bot;
    }

    /// <summary>Ends it and starts it again on the same address and files.</summary>
    /// <param name="between">What happens while it is away.</param>
    public async Task<PageBot> Restart(Func<Task> between)
    {
        await Stop();
        await between();
        return await Start(_folder, Url.Port);
    }

    /// <summary>Posts as a patient and waits for the card in this channel.</summary>
    /// <returns>The card's message.</returns>
    public async Task<LocalMessage> Post(string text, string channel, string handle = "patquill")
    {
        var came = new TaskCompletionSource<LocalMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Watch(LocalChange change)
        {
            // The offer to link the channel may still come, and it is a card too.
            if (change is { Kind: LocalChange.Posted, Message: { Content: { Cards.Count: > 0, Summary: { } summary } } message }
                && message.Conversation == channel && summary.StartsWith("A post", StringComparison.Ordinal))
            {
                came.TrySetResult(message);
            }
        }

        Tenant.Changed += Watch;
        try
        {
            using var response = await _http.PostAsJsonAsync("/local/posts", new { text = $"{text} {Hashtag}", author = "Pat Quill", handle });
            response.EnsureSuccessStatusCode();
            return await came.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            Tenant.Changed -= Watch;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static async Task<PageBot> Start(TempFolder folder, int port, params string[] more)
    {
        var builder = WebApplication.CreateBuilder(
        [
            $"--urls=http://127.0.0.1:{port}",
            $"--ConnectionStrings:Store=Data Source={folder.File("feedback.db")}",
            $"--LocalTeams:History={folder.File("teams.jsonl")}",
            "--Samples:Enabled=false",
            "--Organisation:Name=Mill Road Hospital",
            $"--Organisation:Hashtags:0={Hashtag}",
            "--Wards:0:Id=front-desk",
            "--Wards:0:Name=Front desk",
            "--Wards:0:FrontDesk=true",
            "--Wards:1:Id=ward7",
            "--Wards:1:Name=Ward 7",
            $"--Wards:1:Fixers:0={LocalPeople.Fixer.Id}",
            $"--People:Bosses:0={LocalPeople.Boss.Id}",
            $"--People:Admins:0={LocalPeople.Admin.Id}",
            .. more,
        ]);
        builder.Logging.ClearProviders();
        var app = Program.Build(builder);
        await app.Services.GetRequiredService<StoreOpening>().OpenAsync(CancellationToken.None);
        await app.StartAsync();
        return new(app, folder);
    }

    private async Task Linked()
    {
        var linked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(LocalChange? change)
        {
            if (new[] { FrontDesk, Ward7 }.All(c => Tenant.Messages(c).Any(m => m.From.IsBot)))
            {
                linked.TrySetResult();
            }
        }

        Tenant.Changed += Look;
        Look(null);
        await linked.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Tenant.Changed -= Look;
    }

    private async Task Stop()
    {
        _http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
