using FeedbackBot.Posts;
using FeedbackBot.Posts.X;
using FeedbackBot.Store;
using FeedbackBot.Tests.Posts.X;
using FeedbackBot.Tests.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Benchmarks;

/// <summary>The whole bot in this process, on a store of its own. Its workers run once the app is started.</summary>
internal sealed class BotApp : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _folder;

    private BotApp(WebApplication app, TestDatabase database, string folder) => (App, _database, _folder) = (app, database, folder);

    public WebApplication App { get; }

    /// <param name="x">Where X is; null for none.</param>
    /// <param name="findsPatterns">Whether complaints are compared with each other.</param>
    public static async Task<BotApp> OpenAsync(DatabaseKind kind, Uri? x = null, bool findsPatterns = false)
    {
        var database = await TestDatabase.CreateAsync(kind);
        var folder = Directory.CreateTempSubdirectory("feedbackbot-bench-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(
        [
            .. Hospital.Settings(),
            new("ConnectionStrings:Store", database.ConnectionString),
            new("X:BearerToken", x is null ? null : "bench-token"),
            new("X:BaseUrl", x?.ToString() ?? "https://api.x.com"),
            new("Samples:Enabled", "false"),
            new("Escalations:Enabled", findsPatterns ? "true" : "false"),
        ]);
        var app = FeedbackBot.Program.Build(builder);
        await app.Services.GetRequiredService<StoreOpening>().OpenAsync(CancellationToken.None);
        return new BotApp(app, database, folder);
    }

    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>Makes cases of posts, as reading them would.</summary>
    public async Task TakeAsync(IEnumerable<FakePost> posts)
    {
        foreach (var some in posts.Chunk(500))
        {
            var read = some.Select(p => ((XLine.Delivered)XPostParser.Parse(System.Text.Encoding.UTF8.GetBytes(p.Line()), p.At)).Post);
            await Get<PostDesk>().TakeAsync("x", new PostBatch([.. read], null), CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
