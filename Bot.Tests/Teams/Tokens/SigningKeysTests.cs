using System.Net;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>Microsoft changes its keys, or is away; strangers make keys up.</summary>
public sealed class SigningKeysTests : IAsyncLifetime, IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly FakeKey _old = new("old", "msteams");
    private readonly FakeKey _new = new("new", "msteams");
    private readonly FakeKey _madeUp = new("made-up", "msteams");
    private FakeMetadata _metadata = null!;
    private RealBot _bot = null!;

    public async Task InitializeAsync()
    {
        _metadata = await FakeMetadata.Start();
        _metadata.Keys = [_old];
        _bot = await RealBot.Start(new Dictionary<string, string?> { ["Teams:OpenIdMetadataUrl"] = _metadata.Url }, _clock);
    }

    [Fact]
    public async Task Keys_are_read_when_they_are_first_needed_and_once_only()
    {
        Assert.Equal(0, _metadata.Reads.Count);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Knock(_old)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Accepted, a));
        Assert.Equal(1, _metadata.Reads.Count);
    }

    [Fact]
    public async Task A_new_key_is_taken_up_at_its_first_use()
    {
        Assert.Equal(HttpStatusCode.Accepted, await Knock(_old));
        _metadata.Keys = [_new];

        Assert.Equal(HttpStatusCode.Accepted, await Knock(_new));
        Assert.Equal(HttpStatusCode.Forbidden, await Knock(_old));
        Assert.Equal(2, _metadata.Reads.Count);
    }

    [Fact]
    public async Task Made_up_key_ids_make_the_bot_ask_once_an_hour_at_most()
    {
        await Knock(_old);
        for (var minute = 0; minute < 120; minute++)
        {
            Assert.Equal(HttpStatusCode.Forbidden, await Knock(_madeUp));
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(3, _metadata.Reads.Count);
        Assert.Equal(HttpStatusCode.Accepted, await Knock(_old));
    }

    [Fact]
    public async Task A_withdrawn_key_is_honoured_for_a_day_at_most()
    {
        await Knock(_old);
        _metadata.Keys = [_new];

        _clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.Accepted, await Knock(_old));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Forbidden, await Knock(_old));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("<html/>")]
    [InlineData("{}")]
    [InlineData("{\"jwks_uri\":\"nowhere\"}")]
    public async Task While_Microsoft_is_away_Teams_is_asked_to_come_again(string? nonsense)
    {
        (_metadata.IsDown, _metadata.Nonsense) = (nonsense is null, nonsense);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Knock(_old));
        Assert.Equal(HttpStatusCode.Unauthorized, await Knock(_old, k => k.Authorize = _ => []));
        Assert.Equal(HttpStatusCode.Forbidden, await Knock(_old, k => k.Claims["iss"] = "https://evil.example"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Knock(_old));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Knock(_old));

        (_metadata.IsDown, _metadata.Nonsense) = (false, null);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Accepted, await Knock(_old));
        Assert.Contains("Teams:OpenIdMetadataUrl", Assert.Single(_bot.Logs.Of(5031)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_keys_do_while_Microsoft_is_away_and_a_new_one_waits_for_its_return()
    {
        await Knock(_old);
        _metadata.IsDown = true;
        _clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal(HttpStatusCode.Accepted, await Knock(_old));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Knock(_new));
        var asked = _metadata.Reads.Count;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Knock(_new));
        Assert.Equal(asked, _metadata.Reads.Count);

        (_metadata.IsDown, _metadata.Keys) = (false, [_old, _new]);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Accepted, await Knock(_new));
    }

    [Fact]
    public async Task Lasting_knocks_of_one_kind_are_warned_of_once()
    {
        await Knock(_madeUp);
        await Knock(_madeUp);
        await Knock(_old, k => k.Claims["exp"] = k.In(-60));

        var warned = _bot.Logs.Lines.Where(l => l.Id.Id == 5001 && l.Level == Microsoft.Extensions.Logging.LogLevel.Warning).Select(l => l.Words);
        Assert.Equal(2, warned.Count());
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _metadata.DisposeAsync();
    }

    public void Dispose()
    {
        _old.Dispose();
        _new.Dispose();
        _madeUp.Dispose();
    }

    private async Task<HttpStatusCode> Knock(FakeKey key, Action<Knock>? spoil = null)
    {
        var knock = new Knock(key, _clock.GetUtcNow());
        spoil?.Invoke(knock);
        using var answer = await knock.At(_bot.Http);
        return answer.StatusCode;
    }
}
