namespace FeedbackBot.Tests.Posts.X;

/// <summary>Patients write all day, X delivers late and out of order, and every few minutes something breaks.</summary>
internal sealed class XDay(XScene scene, Random dice, int posts)
{
    private const int MostBehind = 1_000;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private static readonly (string Name, Func<XDay, Task> Strike)[] Kinds =
    [
        ("silence", d => d.Silence()),
        ("reset", d => d.Break(d._scene.X.Drop)),
        ("clean end", d => d.Break(d._scene.X.End)),
        ("half a line", d => d.Break(() =>
        {
            d._scene.X.Live.Send("{\"data\":{\"id\":\"19");
            d._scene.X.Drop();
        })),
        ("disconnect in the stream", d => d.Break(() =>
        {
            d._scene.X.SendLine("""{"errors":[{"title":"operational-disconnect","disconnect_type":"UpstreamOperationalDisconnect"}]}""");
            d._scene.X.Live.Forget();
        })),
        ("503", d => d.Refused(new(503, "<html></html>"), d._dice.Next(1, 5))),
        ("429", d => d.Refused(new(429), d._dice.Next(1, 3))),
        ("broken connections", d => d.Refused(new(0), d._dice.Next(1, 20))),
        ("402", d => d.Refused(new(402), d._dice.Next(1, 4))),
        ("place held", d => d.Held()),
        ("search refused", d => d.SearchRefused()),
        ("crash", d => d.Crash()),
    ];

    private readonly XScene _scene = scene;
    private readonly Random _dice = dice;
    private readonly DateTimeOffset _began = scene.Clock.GetUtcNow();
    private TimeSpan _day;
    private int _opened;

    public HashSet<string> Written { get; } = [];

    public Dictionary<string, int> Faults { get; } = [];

    /// <summary>Comes when the day is over and what was written is saved.</summary>
    public async Task Live(TimeSpan day)
    {
        _day = day;
        await _scene.Begin();
        await Opened();
        while (Elapsed < day)
        {
            for (var calm = _dice.Next(1, 48); calm > 0 && Elapsed < day; calm--)
            {
                await _scene.Pass(Step);
                Write(isLive: true);
            }

            // The day is much faster than the store: a queue that is half full would keep the stream closed until the clock goes on.
            await _scene.New.Reached(Written.Count - MostBehind, _scene.Limit);

            var (name, strike) = Kinds[_dice.Next(Kinds.Length)];
            Faults[name] = Faults.GetValueOrDefault(name) + 1;
            await strike(this);
        }

        // The search that fills the last gap comes a minute after the stream is open again, or later where X refuses it.
        while (_scene.New.Count < Written.Count)
        {
            await _scene.Pass(Step);
        }
    }

    private TimeSpan Elapsed => _scene.Clock.GetUtcNow() - _began;

    // What X hasn't delivered when the stream breaks it never delivers.
    private void Write(bool isLive)
    {
        var due = (int)(Math.Min(1, Elapsed / _day) * posts);
        while (Written.Count < due)
        {
            var post = _scene.Write(ago: TimeSpan.FromMilliseconds(_dice.Next(7_000)), isLive);
            Written.Add(post.Id);
            if (isLive && _dice.Next(50) == 0)
            {
                _scene.X.Deliver(post);
            }
        }
    }

    private Task Opened() => _scene.X.Streams.Reached(++_opened, _scene.Limit);

    private async Task Break(Action strike)
    {
        await _scene.Pass(TimeSpan.FromSeconds(_dice.Next(1, 10)));
        strike();
        Write(isLive: false);
        await Reopened();
    }

    private Task Refused(FakeRefusal refusal, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _scene.X.RefuseStream(refusal);
        }

        return Break(_scene.X.Drop);
    }

    private Task Held()
    {
        _scene.X.Live.HoldsSlot = TimeSpan.FromMinutes(15);
        return Break(() =>
        {
            _scene.X.Drop();
            _scene.X.Live.HoldsSlot = TimeSpan.Zero;
        });
    }

    private Task SearchRefused()
    {
        _scene.X.RefuseSearch(new(503));
        _scene.X.RefuseSearch(new(429));
        return Break(_scene.X.Drop);
    }

    private async Task Silence()
    {
        await _scene.Pass(TimeSpan.FromSeconds(1));
        _scene.X.Mute();
        await _scene.Advance(TimeSpan.FromSeconds(20));
        Write(isLive: false);
        await Reopened();
    }

    private async Task Crash()
    {
        await _scene.Crash();
        _scene.X.Live.Forget();
        await _scene.Advance(TimeSpan.FromSeconds(_dice.Next(60)));
        Write(isLive: false);
        await _scene.Begin();
        await Opened();
    }

    // Time goes on, and people write, until X lets the reader in again.
    private async Task Reopened()
    {
        while (await _scene.StreamWaitOr(_scene.X.Streams.Reached(_opened + 1, _scene.Limit)) is { } wait)
        {
            await _scene.Advance(wait);
            Write(isLive: false);
        }

        _opened++;
    }
}
