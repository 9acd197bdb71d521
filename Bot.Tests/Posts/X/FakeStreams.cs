using Microsoft.AspNetCore.Http;

namespace FeedbackBot.Tests.Posts.X;

/// <summary>
/// The filtered stream of <see cref="FakeX"/>, <c>/2/tweets/search/stream</c>, and <c>/2/connections/all</c>. As with X there is one
/// connection; whoever opens another before the first is gone, and stays, fails the test.
/// </summary>
public sealed class FakeStreams(TimeProvider clock)
{
    public const string Path = "/2/tweets/search/stream";
    public const string Connections = "/2/connections/all";

    /// <summary>What X answers while it counts another connection.</summary>
    public const string TooMany = """
        {"title":"ConnectionException","detail":"This stream is currently at the maximum allowed connection limit.","connection_issue":"TooManyConnections","type":"https://api.twitter.com/2/problems/streaming-connection"}
        """;

    private readonly Lock _lock = new();
    private readonly List<FakeStream> _open = [];
    private Task _lastLeft = Task.CompletedTask;
    private DateTimeOffset _heldUntil;

    /// <summary>How often an open stream sends an empty line by itself; null for never.</summary>
    public TimeSpan? KeepAlive { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the place of a connection that broke stays taken, unless it's freed; with X 15 to 20 minutes.</summary>
    public TimeSpan HoldsSlot { get; set; }

    /// <summary>Freeing the place is answered well, and helps nothing.</summary>
    public bool KeepsSlot { get; set; }

    /// <summary>Every stream is broken as soon as it is open.</summary>
    public bool DropsAtOnce { get; set; }

    /// <summary>Streams that were opened.</summary>
    public FakeTally Opened { get; } = new();

    /// <summary>Attempts to open a stream, refused ones too.</summary>
    public FakeTally Attempts { get; } = new();

    /// <summary>Streams that ended, by whom and how ever.</summary>
    public FakeTally Left { get; } = new();

    /// <summary>Requests to free the connection's place.</summary>
    public FakeTally Freed { get; } = new();

    /// <summary>Sends this on every open stream as it is.</summary>
    public void Send(string text)
    {
        lock (_lock)
        {
            _open.ForEach(s => s.Send(text));
        }
    }

    /// <param name="close">A stream that is closed gets no more posts, however long the socket takes.</param>
    internal void Close(Action<FakeStream> close, bool isAbrupt)
    {
        lock (_lock)
        {
            if (isAbrupt && _open.Count > 0)
            {
                HoldSlot();
            }

            _open.ForEach(close);
            _open.Clear();
        }
    }

    /// <summary>What is open gets no more posts: its reader has been told that it ends.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _open.Clear();
        }
    }

    /// <summary>A connection that nobody here has open takes the only place.</summary>
    public void HoldSlot() => _heldUntil = clock.GetUtcNow() + HoldsSlot;

    internal async Task Get(HttpContext context)
    {
        Attempts.Add();
        if (await FakeX.Refuses(context))
        {
            return;
        }

        if (clock.GetUtcNow() < _heldUntil)
        {
            await FakeX.Write(context, TooMany, 429);
            return;
        }

        // The one before was closed first, though this end of its socket may hear of it later.
        await _lastLeft.WaitAsync(context.RequestAborted);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _lastLeft = left.Task;
        try
        {
            context.Response.ContentType = "application/json";
            await context.Response.StartAsync();
            await context.Response.Body.FlushAsync();
            var stream = new FakeStream(context);
            lock (_lock)
            {
                _open.Add(stream);
            }

            Opened.Add();
            if (DropsAtOnce)
            {
                Close(s => s.Drop(), isAbrupt: true);
            }

            await stream.Write(KeepAlive, clock);
            lock (_lock)
            {
                _open.Remove(stream);
            }
        }
        finally
        {
            left.SetResult();
            Left.Add();
        }
    }

    internal async Task Free(HttpContext context)
    {
        Freed.Add();
        if (!await FakeX.Refuses(context))
        {
            _heldUntil = KeepsSlot ? _heldUntil : default;
            Close(s => s.End(), isAbrupt: false);
            await FakeX.Write(context, """{"data":{"successful_kills":1,"failed_kills":0}}""");
        }
    }
}
