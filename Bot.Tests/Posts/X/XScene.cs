using System.Collections.Concurrent;
using System.Globalization;
using FeedbackBot.Posts;
using FeedbackBot.Posts.X;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>
/// An X with the delays of the real one, a reader that may crash and goes on from what it saved, and time that passes only as the test
/// says. Everything is a post of now unless said otherwise.
/// </summary>
internal sealed class XScene : IAsyncDisposable
{
    private static readonly DateTimeOffset Epoch = DateTimeOffset.FromUnixTimeMilliseconds(1_288_834_974_657);

    // Only a test that fails waits this long; a day of 24 hours takes its time on a busy machine.
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(5));
    private readonly Func<PostBatch, Task> _save;
    private readonly XClient _client;
    private readonly XPostSource _source;
    private CancellationTokenSource _stop = new();
    private int _made;

    private XScene(FakeX x, FakeClock clock, Func<PostBatch, Task> save)
    {
        (X, Clock, _save) = (x, clock, save);
        _client = new XClient(x.Options, clock);
        _source = new XPostSource(_client, XReading.Oswin, Watch, clock, Log);
    }

    public FakeX X { get; }

    public FakeClock Clock { get; }

    public XWatch Watch { get; } = new();

    public FakeLog<XPostSource> Log { get; } = new();

    public CancellationToken Limit => _limit.Token;

    /// <summary>Ids of saved posts, and how often each was saved.</summary>
    public ConcurrentDictionary<string, int> Saved { get; } = [];

    /// <summary>Posts that were saved for the first time.</summary>
    public FakeTally New { get; } = new();

    public string? Cursor { get; private set; }

    /// <summary>Ends when it is stopped, or with what nobody foresaw.</summary>
    public Task Reading { get; private set; } = Task.CompletedTask;

    /// <param name="save">Makes a batch durable; a batch it throws on is lost with a crash.</param>
    public static async Task<XScene> Of(FakeClock? clock = null, Func<PostBatch, Task>? save = null)
    {
        clock ??= new();
        var x = await FakeX.Start(clock);
        (x.KeepAlive, x.Search.Lag) = (null, TimeSpan.FromSeconds(30));
        return new(x, clock, save ?? (_ => Task.CompletedTask));
    }

    /// <summary>Begins to read from what was saved; comes when the stream is open, or X has refused it.</summary>
    public async Task Begin()
    {
        var attempts = X.StreamAttempts.Count;
        _stop = new();
        Reading = Task.Run(Read, CancellationToken.None);
        await X.StreamAttempts.Reached(attempts + 1, Limit);
    }

    /// <summary>Stops reading; what was read and not saved is gone.</summary>
    public async Task Crash()
    {
        await _stop.CancelAsync();
        await Reading;
        _stop.Dispose();
    }

    /// <summary>Someone writes with the hospital's hashtag.</summary>
    /// <param name="ago">How long ago, and thus how late the stream gives it.</param>
    /// <param name="isLive">Whether the stream gives it at all.</param>
    public FakePost Write(TimeSpan ago = default, bool isLive = true)
    {
        var at = Clock.GetUtcNow() - ago;
        var id = ((ulong)(at - Epoch).TotalMilliseconds << 22) + (ulong)(++_made & 0x3fffff);
        var post = new FakePost(id.ToString(CultureInfo.InvariantCulture), $"Post {_made} #Oswin") { At = at };
        X.Search.Add(post);
        if (isLive)
        {
            X.Deliver(post);
        }

        return post;
    }

    /// <summary>Comes when the post is saved.</summary>
    public async Task Has(FakePost post)
    {
        while (!Saved.ContainsKey(post.Id))
        {
            await New.Reached(New.Count + (Saved.ContainsKey(post.Id) ? 0 : 1), Limit);
        }
    }

    /// <summary>Comes when the reader waits for its next try of the stream, with how long; at once where it tries at once.</summary>
    public async Task<TimeSpan> StreamWait() => await StreamWaitOr(new TaskCompletionSource().Task.WaitAsync(Limit)) ?? throw new OperationCanceledException();

    /// <summary>Breaks the stream, and comes as <see cref="StreamWait"/> does. An attempt is known before its stream is open: what opens meanwhile is broken as well.</summary>
    public async Task<TimeSpan> StreamWaitAfterDrop()
    {
        var waiting = StreamWait();
        while (!waiting.IsCompleted)
        {
            var opened = X.Streams.Count;
            X.Drop();
            await Task.WhenAny(waiting, X.Streams.Reached(opened + 1, Limit));
        }

        return await waiting;
    }

    /// <inheritdoc cref="StreamWait"/>
    /// <returns>Null when the other thing came and nothing is waited for.</returns>
    public async Task<TimeSpan?> StreamWaitOr(Task other)
    {
        while (true)
        {
            while (Log.Waits.TryRead(out var next))
            {
                if (next.What == "stream")
                {
                    // It is said once its timer is set. Asking the clock for a timer of this length could find another's: a gap waits
                    // 60 s as a 429 does, and time moved on before the stream's own timer was set leaves the stream waiting for good.
                    return next.Wait;
                }
            }

            if (other.IsCompleted)
            {
                await other;
                return null;
            }

            await Task.WhenAny(other, Log.Waits.WaitToReadAsync(Limit).AsTask());
        }
    }

    /// <inheritdoc cref="CalmTime.Jump"/>
    public Task Advance(TimeSpan by) => Clock.Jump(by, Limit);

    /// <inheritdoc cref="CalmTime.Pass"/>
    public Task Pass(TimeSpan by) => X.Pass(Clock, by, Limit);

    public async ValueTask DisposeAsync()
    {
        await Crash();
        _client.Dispose();
        await X.DisposeAsync();
        _limit.Dispose();
    }

    private async Task Read()
    {
        try
        {
            await foreach (var batch in _source.Read(Cursor, _stop.Token))
            {
                await _save(batch);
                Cursor = batch.Cursor ?? Cursor;
                foreach (var post in batch.Posts)
                {
                    if (Saved.AddOrUpdate(post.Id, 1, (_, times) => times + 1) == 1)
                    {
                        New.Add();
                    }
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // A crash, or the end of the test.
        }
    }
}
