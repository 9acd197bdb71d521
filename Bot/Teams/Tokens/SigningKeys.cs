using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace FeedbackBot.Teams.Tokens;

/// <summary>Reads Microsoft's signing keys from <c>Teams:OpenIdMetadataUrl</c> when they are needed. An outage there stops nothing but who needs a new key.</summary>
public sealed partial class SigningKeys : IDisposable
{
    /// <summary>A click that waits this long is lost, but Teams repeats it, and then the keys are known.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _reading = new(1);
    private readonly HttpClient _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    private readonly string _address;
    private readonly HttpDocumentRetriever _documents;
    private readonly TimeProvider _clock;
    private readonly ILogger<SigningKeys> _logger;
    private volatile KeyRing _ring = KeyRing.Empty;
    private string? _lastFault;

    public SigningKeys(TeamsOptions options, TimeProvider clock, ILogger<SigningKeys> logger)
    {
        _address = options.OpenIdMetadataUrl;
        // The metadata name the keys' own address, which must be as safe as theirs.
        _documents = new HttpDocumentRetriever(_http) { RequireHttps = new Uri(_address).Scheme == Uri.UriSchemeHttps };
        _clock = clock;
        _logger = logger;
    }

    /// <returns>The key; without one, whether it is certain that Microsoft has no such key.</returns>
    public async ValueTask<(SigningKey? Key, bool IsCertain)> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (_ring.IsDue(keyId, _clock.GetUtcNow()))
        {
            // A key that is known is used meanwhile, unless it's this very request that looks after the old ones.
            if (!await _reading.WaitAsync(_ring.Find(keyId) is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
            {
                return (_ring.Find(keyId), true);
            }

            try
            {
                if (_ring.IsDue(keyId, _clock.GetUtcNow()))
                {
                    await ReadAsync(keyId);
                }
            }
            finally
            {
                _reading.Release();
            }
        }

        var ring = _ring;
        return (ring.Find(keyId), ring.IsCertain);
    }

    public void Dispose()
    {
        _http.Dispose();
        _reading.Dispose();
    }

    /// <summary>Not stopped with the request that asked first: others wait for the same keys, and a caller who hangs up mustn't get round the limits.</summary>
    private async Task ReadAsync(string keyId)
    {
        try
        {
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(_address, _documents, CancellationToken.None);
            var keys = metadata.JsonWebKeySet is null ? null : SigningKey.Of(metadata.JsonWebKeySet);
            if (keys is null or { Count: 0 })
            {
                Fail("they name no RSA key");
                return;
            }

            _ring = _ring.Read(keys, keyId, _clock.GetUtcNow());
            _lastFault = null;
            Log.Read(_logger, keys.Count, _address);
        }
        catch (Exception fault) when (fault is IOException or HttpRequestException or JsonException or ArgumentException or InvalidOperationException or OperationCanceledException)
        {
            Fail((fault.InnerException ?? fault).GetType().Name);
        }
    }

    private void Fail(string why)
    {
        _ring = _ring.Failed(_clock.GetUtcNow());
        if (_lastFault != why)
        {
            Log.Unreadable(_logger, _address, why);
            _lastFault = why;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5030, LogLevel.Information, "{Count} signing keys were read from {Url}.")]
        public static partial void Read(ILogger logger, int count, string url);

        [LoggerMessage(5031, LogLevel.Warning, "Teams' signing keys can't be read from {Url}: {Why}. What needs a new key is answered 503 until they can; if this lasts, let the bot reach that address (Teams:OpenIdMetadataUrl).")]
        public static partial void Unreadable(ILogger logger, string url, string why);
    }
}
