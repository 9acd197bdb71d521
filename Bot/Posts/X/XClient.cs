using System.Net.Http.Headers;
using System.Text;

namespace FeedbackBot.Posts.X;

/// <summary>X's API v2 over HTTP. Every failure is a value; only being stopped is an exception.</summary>
public sealed class XClient : IDisposable
{
    /// <summary>Longer than any answer takes, shorter than an operator's patience.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly TimeProvider _clock;

    /// <exception cref="ArgumentException">The options have faults; the message lists every one with its cure.</exception>
    public XClient(XOptions options, TimeProvider clock)
    {
        var faults = XOptionsFaults.Of(options);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, faults), nameof(options));
        }

        _clock = clock;
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // The token goes to the address that was set and nowhere else.
            AllowAutoRedirect = false,
            // X allows one stream: a stream we leave is closed at once, not drained first.
            MaxResponseDrainSize = 0,
        })
        {
            BaseAddress = new Uri(options.BaseUrl.TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 32 * 1024 * 1024,
        };
        _http.DefaultRequestHeaders.Add("User-Agent", "FeedbackBot/0.1");
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.BearerToken?.Trim());
    }

    public Task<XAnswer<byte[]>> Get(string pathAndQuery, CancellationToken cancellationToken) =>
        Ask(new HttpRequestMessage(HttpMethod.Get, pathAndQuery), cancellationToken);

    /// <param name="body">Sent as JSON.</param>
    public Task<XAnswer<byte[]>> Post(string path, object body, CancellationToken cancellationToken) =>
        Ask(new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) }, cancellationToken);

    public Task<XAnswer<byte[]>> Delete(string path, CancellationToken cancellationToken) =>
        Ask(new HttpRequestMessage(HttpMethod.Delete, path), cancellationToken);

    /// <summary>Opens a stream; its body can be read until the response is disposed.</summary>
    public Task<XAnswer<HttpResponseMessage>> Open(string pathAndQuery, CancellationToken cancellationToken) =>
        Send(new HttpRequestMessage(HttpMethod.Get, pathAndQuery), HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<XAnswer<byte[]>> Ask(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await Send(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        using var response = answer.Value;
        return response is null
            ? new(null, answer.Failure)
            : new(await response.Content.ReadAsByteArrayAsync(cancellationToken), null);
    }

    private async Task<XAnswer<HttpResponseMessage>> Send(
        HttpRequestMessage request, HttpCompletionOption until, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(AnswerWithin, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        HttpResponseMessage? response = null;
        try
        {
            using (request)
            {
                response = await _http.SendAsync(request, until, either.Token);
            }

            if (response.IsSuccessStatusCode)
            {
                return new(response, null);
            }

            // A proxy's page may claim a character set that nobody knows.
            using (response)
            {
                return new(null, XFailure.Of(response, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(either.Token))));
            }
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            response?.Dispose();
            return new(null, XFailure.Of(broken));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            return new(null, new(XFailureKind.Network, $"X didn't answer within {AnswerWithin.TotalSeconds:0} s."));
        }
    }
}
