using System.Globalization;
using FeedbackBot.LocalTeams;
using FeedbackBot.Store;
using FeedbackBot.Store.Rows;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Benchmarks;

/// <summary>A Teams with nothing to do: it reads what it's sent, gives it an id and counts it.</summary>
internal sealed class BareConnector : IAsyncDisposable
{
    private const string TeamId = "19:bench-team@thread.tacv2";

    private readonly WebApplication _app;
    private readonly Lock _lock = new();
    private long _bytes;
    private int _cards;
    private (int Count, TaskCompletionSource Reached) _waiting = (int.MaxValue, new());

    private BareConnector(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.Single());

    /// <summary>The mean size of a new card's request.</summary>
    public int CardBytes => (int)(_bytes / Math.Max(1, _cards));

    public static string ChannelOf(string wardId) => $"19:bench-{wardId}@thread.tacv2";

    public static async Task<BareConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var connector = new BareConnector(app);
        app.MapPost("/v3/conversations", (Delegate)connector.CardAsync);
        app.MapPut("/v3/conversations/{id}/activities/{activity}", async (HttpContext http) =>
        {
            await DrainAsync(http);
            return Results.Text("{}", "application/json");
        });
        app.MapPost("/v3/conversations/{id}/activities/{activity?}", async (HttpContext http) =>
        {
            await DrainAsync(http);
            return Results.Text("""{"id":"1"}""", "application/json", statusCode: 201);
        });
        app.MapGet("/v3/conversations/{id}/pagedmembers", () => Results.Json(new
        {
            members = LocalPeople.All.Select(p => new { id = p.ChannelId, name = p.Name, aadObjectId = p.Id }),
        }));
        await app.StartAsync();
        return connector;
    }

    /// <summary>Comes when there are so many cards since the last <see cref="Forget"/>.</summary>
    public Task CardsReached(int count)
    {
        lock (_lock)
        {
            _waiting = (count, new(TaskCreationOptions.RunContinuationsAsynchronously));
            if (_cards >= count)
            {
                _waiting.Reached.SetResult();
            }

            return _waiting.Reached.Task;
        }
    }

    public void Forget()
    {
        lock (_lock)
        {
            (_cards, _bytes) = (0, 0);
        }
    }

    /// <summary>Gives every ward a channel here.</summary>
    public async Task LinkAsync(ChannelDirectory channels)
    {
        await ResumeAsync(channels);
        foreach (var wardId in Hospital.WardIds)
        {
            await channels.SeeChannelAsync(
                new ChannelRow { Id = ChannelOf(wardId), ServiceUrl = Url.ToString(), TenantId = "bench", TeamId = TeamId, Name = $"Bench {wardId}" },
                CancellationToken.None);
            await channels.LinkAsync(ChannelOf(wardId), wardId, CancellationToken.None);
        }
    }

    public static Task PauseAsync(ChannelDirectory channels) => channels.LoseTeamAsync(TeamId, "the benchmark fills the outbox", CancellationToken.None);

    public Task ResumeAsync(ChannelDirectory channels) =>
        channels.SeeTeamAsync(new TeamRow { Id = TeamId, ServiceUrl = Url.ToString(), TenantId = "bench" }, CancellationToken.None);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> CardAsync(HttpContext http)
    {
        var bytes = await DrainAsync(http);
        int number;
        lock (_lock)
        {
            (_bytes, number) = (_bytes + bytes, ++_cards);
            if (number == _waiting.Count)
            {
                _waiting.Reached.TrySetResult();
            }
        }

        var id = number.ToString(CultureInfo.InvariantCulture);
        return Results.Text($$"""{"id":"thread;messageid={{id}}","activityId":"{{id}}"}""", "application/json", statusCode: 201);
    }

    private static async Task<long> DrainAsync(HttpContext http)
    {
        var total = 0L;
        while (true)
        {
            var read = await http.Request.BodyReader.ReadAsync(http.RequestAborted);
            total += read.Buffer.Length;
            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                return total;
            }
        }
    }
}
