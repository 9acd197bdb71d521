using System.Text.Json;

namespace FeedbackBot.LocalTeams;

/// <summary>Pushes what changes to one open page, as server-sent events; a page that comes back says where it stood.</summary>
internal static class EventStream
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public static async Task Serve(HttpContext http, string? person, string? position, LocalTenant tenant, IHostApplicationLifetime lifetime)
    {
        if (tenant.Person(person) is not { } me)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        // Without the second token an open page would keep the server from stopping.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        var last = http.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? position;
        var news = tenant.Feed.Join(last, out var leave);
        try
        {
            await http.Response.WriteAsync("retry: 1000\n\n", ends.Token);
            while (true)
            {
                await http.Response.Body.FlushAsync(ends.Token);
                if (await Next(news, ends.Token))
                {
                    while (news.TryRead(out var item))
                    {
                        await Write(http, me, item, ends.Token);
                    }
                }
                else
                {
                    await http.Response.WriteAsync(": still here\n\n", ends.Token);
                }
            }
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The page was closed, or the server stops.
        }
        finally
        {
            leave();
        }
    }

    private static async Task<bool> Next(System.Threading.Channels.ChannelReader<LocalNews> news, CancellationToken stop)
    {
        try
        {
            return await news.WaitToReadAsync(stop).AsTask().WaitAsync(Heartbeat, stop);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static async Task Write(HttpContext http, LocalPerson me, LocalNews news, CancellationToken stop)
    {
        var data = news.Change is null ? "{\"kind\":\"refetch\"}"
            : news.Change.Person is not { } owner || me.HasId(owner) ? JsonSerializer.Serialize(news.Change, LocalJson.Options)
            : null;
        if (data is not null)
        {
            await http.Response.WriteAsync($"id: {news.Position}\ndata: {data}\n\n", stop);
        }
    }
}
