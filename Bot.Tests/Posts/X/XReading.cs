using FeedbackBot.Posts;
using FeedbackBot.Posts.X;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>A fake X, a clock that stands still, and the source reading the one by the other.</summary>
internal sealed class XReading : IAsyncDisposable
{
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(30));
    private readonly XClient _client;
    private readonly XPostSource _source;
    private IAsyncEnumerator<PostBatch>? _batches;
    private Task<PostBatch>? _next;

    private XReading(FakeX x, FakeClock clock, Organisation organisation)
    {
        (X, Clock) = (x, clock);
        _client = new XClient(x.Options, Clock);
        _source = new XPostSource(_client, organisation, Watch, Clock, Log);
    }

    public static Organisation Oswin { get; } = new(new OrganisationOptions
    {
        Name = "St Oswin's",
        Hashtags = { "#Oswin" },
        Wards = { new WardOptions { Id = "desk", FrontDesk = true }, new WardOptions { Id = "ward7", Hashtags = { "#ward7" } } },
    });

    public FakeX X { get; }

    public FakeClock Clock { get; }

    public XWatch Watch { get; } = new();

    public FakeLog<XPostSource> Log { get; } = new();

    public CancellationToken Limit => _limit.Token;

    /// <param name="organisation">Whose posts are read; null for <see cref="Oswin"/>.</param>
    public static async Task<XReading> Of(Organisation? organisation = null)
    {
        var clock = new FakeClock();
        var x = await FakeX.Start(clock);
        x.KeepAlive = null;
        return new(x, clock, organisation ?? Oswin);
    }

    /// <inheritdoc cref="CalmTime.Pass"/>
    public Task Pass(TimeSpan by) => X.Pass(Clock, by, Limit);

    /// <summary>Begins to read; comes back at once. A first start's mark, which carries no posts, is passed over.</summary>
    public Task<PostBatch> Begin(string? cursor)
    {
        _batches = _source.Read(cursor, Limit).GetAsyncEnumerator(Limit);
        return cursor is null ? _next = AfterMark() : Next();

        async Task<PostBatch> AfterMark()
        {
            var batch = await Move();
            return batch.Posts.Count == 0 ? await Move() : batch;
        }
    }

    /// <summary>Begins to read for the first time ever; comes when the mark does.</summary>
    public Task<PostBatch> BeginFirst()
    {
        _batches = _source.Read(null, Limit).GetAsyncEnumerator(Limit);
        return Next();
    }

    public Task<PostBatch> Next() => _next = Move();

    private async Task<PostBatch> Move()
    {
        Assert.True(await _batches!.MoveNextAsync());
        return _batches.Current;
    }

    /// <summary>All batches until the cursor gets there.</summary>
    public async Task<List<PostBatch>> Until(string cursor, Task<PostBatch>? first = null)
    {
        var batches = new List<PostBatch>();
        do
        {
            batches.Add(await (first ?? Next()));
            first = null;
        }
        while (batches[^1].Cursor != cursor);
        return batches;
    }

    public async ValueTask DisposeAsync()
    {
        await _limit.CancelAsync();
        if (_next is not null)
        {
            // A batch that was still waited for has to end before the reading can.
            await _next.ContinueWith(_ => { }, TaskScheduler.Default);
            await _batches!.DisposeAsync();
        }

        _client.Dispose();
        _limit.Dispose();
        await X.DisposeAsync();
    }
}
