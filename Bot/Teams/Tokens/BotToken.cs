using Microsoft.Identity.Client;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace FeedbackBot.Teams.Tokens;

/// <summary>The bot's token for Teams: one question to the login at a time, and a pause after a refusal, however many lanes ask.</summary>
public sealed partial class BotToken(BotLogin login, TeamsOptions options, TimeProvider clock, ILogger<BotToken> logger) : IDisposable
{
    /// <summary>A login that says no says so to everyone for a while. Where it asks for longer, MSAL keeps to that.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>A token that was renewed so lately isn't refused for its age.</summary>
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _asking = new(1);
    private TokenException? _fault;
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _renewedAt = DateTimeOffset.MinValue;

    /// <summary>Why there was none when it was last asked for; null when there was.</summary>
    public string? Trouble => _fault?.Message;

    /// <exception cref="TokenException">The login gives none; the message names the setting.</exception>
    public async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            return await AskAsync(anew: false, cancellationToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Drops a token that Teams refused.</summary>
    /// <returns>Another one, or null when another one wouldn't help.</returns>
    /// <exception cref="TokenException">The login gives none.</exception>
    public async Task<string?> RenewAsync(string refused, CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            var current = await AskAsync(anew: false, cancellationToken);
            if (current != refused)
            {
                return current;
            }

            if (clock.GetUtcNow() - _renewedAt < BetweenRenewals)
            {
                return null;
            }

            _renewedAt = clock.GetUtcNow();
            return await AskAsync(anew: true, cancellationToken);
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task<string> AskAsync(bool anew, CancellationToken cancellationToken)
    {
        if (_fault is { } known && clock.GetUtcNow() < _pausedUntil)
        {
            throw new TokenException(known.Message, known);
        }

        try
        {
            var token = await login.AskAsync(anew, cancellationToken);
            if (_fault is not null)
            {
                _fault = null;
                Log.Back(logger);
            }

            return token;
        }
        catch (MsalServiceException fault)
        {
            throw Fail(TokenFaults.Of(options, fault.ErrorCode, fault.Message), fault);
        }
        catch (MsalException fault)
        {
            throw Fail(TokenFaults.Of(options, fault.ErrorCode, null), fault);
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Fail(TokenFaults.Of(options, null, null), fault);
        }
    }

    private TokenException Fail(string why, Exception cause)
    {
        var fault = new TokenException($"No token for Teams: {why}", cause);
        if (fault.Message != _fault?.Message)
        {
            Log.None(logger, why);
        }

        _pausedUntil = clock.GetUtcNow() + Pause;
        return _fault = fault;
    }

    private static partial class Log
    {
        [LoggerMessage(5040, LogLevel.Error, "No token for Teams: {Why}. Everything waits until there is one.")]
        public static partial void None(ILogger logger, string why);

        [LoggerMessage(5041, LogLevel.Information, "There is a token for Teams again.")]
        public static partial void Back(ILogger logger);
    }
}
