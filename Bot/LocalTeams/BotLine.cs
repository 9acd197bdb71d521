using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FeedbackBot.LocalTeams;

/// <summary>The way from this Teams to the bot: HTTP, also when both live in one process.</summary>
internal sealed class BotLine(IServer server, IHostApplicationLifetime lifetime, LocalTeamsOptions options) : IDisposable
{
    // The bot is on this machine; a proxy would only get in the way.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = options.ClickTimeout };

    /// <summary>Ends in a slash, as Teams' own service URLs do.</summary>
    public async Task<string> ServiceUrl(CancellationToken stop) => $"{await Self(stop)}{ConnectorRoutes.Path}/";

    public async Task<BotAnswer> Send(JsonObject activity, CancellationToken stop)
    {
        var bot = options.BotUrl?.GetLeftPart(UriPartial.Authority) ?? await Self(stop);
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        try
        {
            using var response = await _http.PostAsync(new Uri($"{bot}/api/messages"), content, stop);
            return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(stop));
        }
        catch (HttpRequestException e)
        {
            return new(0, e.Message);
        }
        catch (TaskCanceledException) when (!stop.IsCancellationRequested)
        {
            return new(0, $"no answer within {options.ClickTimeout.TotalSeconds:0} seconds");
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>This server's first address; known only once it listens.</summary>
    private async Task<string> Self(CancellationToken stop)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var _ = lifetime.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stop);
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? throw new InvalidOperationException("The local Teams needs a server with an address: set ASPNETCORE_URLS to http://127.0.0.1:5000.");
        var uri = new Uri(address.Replace("//+", "//127.0.0.1", StringComparison.Ordinal).Replace("//*", "//127.0.0.1", StringComparison.Ordinal));
        return uri.Host is "0.0.0.0" or "[::]" ? $"{uri.Scheme}://127.0.0.1:{uri.Port}" : uri.GetLeftPart(UriPartial.Authority);
    }
}
