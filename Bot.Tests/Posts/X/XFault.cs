namespace FeedbackBot.Tests.Posts.X;

/// <summary>Something that X does to an open stream, and what the reader has to make of it.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Strike">Does it.</param>
/// <param name="Waits">Seconds before each try until the stream is open again.</param>
/// <param name="Freed">How often the connection's place has to be freed.</param>
internal sealed record XFault(string Name, Action<XScene> Strike, double[] Waits, int Freed = 0)
{
    private const string Html = "<html><body>over capacity</body></html>";

    /// <summary>Silence is noticed after 20 s; everything else at once.</summary>
    public bool IsSilence { get; init; }

    public static IReadOnlyList<XFault> All { get; } =
    [
        new("silence without closing", s => s.X.Mute(), [0]) { IsSilence = true },
        new("silence, and X holds our place", s => Held(s, s.X.Mute), [0], Freed: 1) { IsSilence = true },
        new("TCP reset", s => s.X.Drop(), [0]),
        new("half a line, then a break", HalfALine, [0]),
        new("a clean end without a word", s => s.X.End(), [0]),
        new("operational-disconnect in the stream", s => Error(s, """{"title":"operational-disconnect","disconnect_type":"UpstreamOperationalDisconnect"}"""), [0]),
        new("a slow reader, says X", s => Error(s, """{"type":"https://api.twitter.com/2/problems/operational-disconnect","disconnect_type":"SlowReader"}"""), [0]),
        new("billing stop in the stream, then 402", s =>
        {
            Refuse(s, new(402), 3);
            Error(s, """{"title":"CreditsDepleted","type":"https://api.x.com/2/problems/credits"}""");
        }, [0, 5, 10, 20]),
        new("no answer: connections break", s => Break(s, new(0), 4), [0, 0.25, 0.5, 0.75, 1]),
        new("503 with HTML", s => Break(s, new(503, Html), 3), [0, 5, 10, 20]),
        new("503 until the ceiling", s => Break(s, new(503, Html), 8), [0, 5, 10, 20, 40, 80, 160, 320, 320]),
        new("401", s => Break(s, new(401), 2), [0, 5, 10]),
        new("403", s => Break(s, new(403), 1), [0, 5]),
        new("402, a bill", s => Break(s, new(402), 2), [0, 5, 10]),
        new("429 without a reset", s => Break(s, new(429), 3), [0, 60, 120, 240]),
        new("429 with a reset in 90 s", s => Break(s, new(429, ResetAt: s.Clock.GetUtcNow().AddSeconds(90)), 1), [0, 90]),
        new("429 with a reset that is past", s => Break(s, new(429, ResetAt: s.Clock.GetUtcNow().AddSeconds(-5)), 1), [0, 60]),
        new("TooManyConnections, ours", s => Held(s, s.X.Drop), [0], Freed: 1),
        new("TooManyConnections, freed at the second try", s =>
        {
            s.X.RefuseFreeing(new(503, Html));
            Held(s, s.X.Drop);
        }, [0, 60], Freed: 2),
        new("TooManyConnections, freeing doesn't help", s =>
        {
            s.X.Live.KeepsSlot = true;
            Held(s, s.X.Drop);
        }, [0, 60, 120, 240, 480], Freed: 1),
        new("TooManyConnections, a stranger's", s =>
        {
            s.X.Live.HoldsSlot = TimeSpan.FromMinutes(15);
            s.X.Live.HoldSlot();
            s.X.End();
        }, [0, 60, 120, 240, 480]),
    ];

    public override string ToString() => Name;

    private static void Break(XScene scene, FakeRefusal refusal, int times)
    {
        Refuse(scene, refusal, times);
        scene.X.Drop();
    }

    private static void Refuse(XScene scene, FakeRefusal refusal, int times)
    {
        for (var i = 0; i < times; i++)
        {
            scene.X.RefuseStream(refusal);
        }
    }

    private static void Held(XScene scene, Action lose)
    {
        scene.X.Live.HoldsSlot = TimeSpan.FromMinutes(15);
        lose();
    }

    private static void HalfALine(XScene scene)
    {
        scene.X.Live.Send(new FakePost("1", "cut in the midd").Line()[..60]);
        scene.X.Drop();
    }

    private static void Error(XScene scene, string error)
    {
        scene.X.SendLine($$"""{"errors":[{{error}}]}""");
        scene.X.Live.Forget();
    }
}
