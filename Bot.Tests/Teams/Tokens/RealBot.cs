using FeedbackBot.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>The whole bot in real mode on a real socket, with a database of its own.</summary>
internal sealed class RealBot : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly WebApplication _app;

    private RealBot(DirectoryInfo folder, WebApplication app, FakeLogs logs)
    {
        (_folder, _app, Logs) = (folder, app, logs);
        Http = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public FakeLogs Logs { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="settings">Beside those of a whole hospital in real mode; null takes one away.</param>
    public static async Task<RealBot> Start(IReadOnlyDictionary<string, string?> settings, TimeProvider? clock = null)
    {
        var folder = Directory.CreateTempSubdirectory("feedbackbot-real-");
        var logs = new FakeLogs();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.FullName, EnvironmentName = "Testing" });

        // Nothing of the machine's own settings may reach a test.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(Whole(folder)).AddInMemoryCollection(settings);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(logs);
        builder.Host.UseServiceProviderFactory(new TestClockFactory(clock ?? TimeProvider.System));

        var app = Program.Build(builder);
        await app.Services.GetRequiredService<StoreOpening>().OpenAsync(CancellationToken.None);
        await app.StartAsync();
        return new(folder, app, logs);
    }

    public static Dictionary<string, string?> Whole(DirectoryInfo folder)
    {
        var settings = TestHospital.Settings();
        settings["urls"] = "http://127.0.0.1:0";
        settings["ConnectionStrings:Store"] = $"Data Source={Path.Combine(folder.FullName, "feedback.db")};Pooling=False";
        settings["Teams:AppId"] = Knock.AppId;
        settings["Teams:TenantId"] = Knock.TenantId;
        settings["Teams:ClientSecret"] = "s3cret";
        return settings;
    }

    /// <summary>Whether the activity of this knock went through to the store.</summary>
    public async Task<bool> LetIn(Knock knock) =>
        await Services.GetRequiredService<ChannelDirectory>().FindAsync(knock.Channel, CancellationToken.None) is not null;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
