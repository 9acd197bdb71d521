using FeedbackBot.Tests.Posts.X;
using FeedbackBot.Tests.Store;

namespace FeedbackBot.Tests.Killing;

/// <summary>X, patients, a Teams and a store that outlive the bots; bots that are killed and started again.</summary>
internal sealed class KillScene : IAsyncDisposable
{
    // Cards come within two; on a busy machine weighing five hundred complaints that are all alike takes longer.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly CancellationTokenSource _limit = new(Patience);
    private readonly string _folder = Directory.CreateTempSubdirectory("feedbackbot-kill-").FullName;
    private readonly List<BotProcess> _bots = [];
    private readonly TestDatabase _database;
    private readonly FakeX _x;
    private readonly Random _dice;
    private OutsideTeams? _teams;

    private KillScene(TestDatabase database, FakeX x, int posts, int seed)
    {
        (_database, _x, _dice) = (database, x, new Random(seed));
        Patients = new(x, WardIds, posts, new Random(seed + 1));
        (Posts, Seed) = (posts, seed);
    }

    /// <summary>The front desk first.</summary>
    public static IReadOnlyList<string> WardIds { get; } = ["desk", .. Enumerable.Range(1, 7).Select(n => $"ward{n}")];

    public Patients Patients { get; }

    public OutsideTeams Teams => _teams!;

    public int Posts { get; }

    public int Seed { get; }

    /// <summary>The bots answer, and every ward's channel is in the Teams outside.</summary>
    public static async Task<KillScene> Start(DatabaseKind kind, int bots, int posts, int seed)
    {
        var scene = new KillScene(await TestDatabase.CreateAsync(kind), await FakeX.Start(), posts, seed);
        for (var i = 0; i < bots; i++)
        {
            scene._bots.Add(new BotProcess(Path.Combine(scene._folder, $"bot{i}"), scene.Settings()));
        }

        scene._bots.ForEach(b => b.Start());
        foreach (var bot in scene._bots)
        {
            // Each bot's own Teams links first, so that it can't take a ward back from the one outside.
            await scene.OrSay(bot.LinkedAsync);
        }

        await scene.OrSay(async limit => scene._teams = await OutsideTeams.Start(scene._bots[0].Url, WardIds, limit));
        return scene;
    }

    /// <summary>Patients write all posts, and in every one of these moments some bot is killed and started again.</summary>
    public Task PlayAsync(IEnumerable<KillMoment> moments) => OrSay(async limit =>
    {
        var writing = Patients.WriteAllAsync(Teams.Shown, limit);
        var searched = _x.Searches.Reached(1, limit);
        foreach (var moment in moments)
        {
            await moment.Comes(Patients.Written, Teams.Shown, searched, limit);
            var victim = _bots[_dice.Next(_bots.Count)];
            await victim.KillAsync(limit);
            searched = _x.Searches.Reached(_x.Searches.Count + 1, limit);
            // People go on writing while it's away.
            Patients.WriteSome(_dice.Next(20));
            victim.Start();
        }

        await writing;
        await Teams.Shown.Reached(Posts, limit);

        // Weighing comes after the cards, and may have some of them drawn anew.
        while (await StoredCases.IsUnweighedAsync(_database.Options, limit))
        {
            await _bots[0].SettledAsync(limit);
        }

        await _bots[0].SettledAsync(limit);
    });

    /// <summary>Ends the bots and reads what they leave.</summary>
    public async Task<StoredCases> EndAsync()
    {
        foreach (var bot in _bots)
        {
            await bot.DisposeAsync();
        }

        return await StoredCases.ReadAsync(_database.Options);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
        {
            await bot.DisposeAsync();
        }

        await (_teams?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _x.DisposeAsync();
        await _database.DisposeAsync();
        _limit.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__Store"] = _database.ConnectionString,
            // A killed instance's work waits this long for the other.
            ["Store__Lease"] = "00:00:03",
            // 2,000 posts within Teams' windows would take the ten minutes that they are meant to take.
            ["LocalTeams__Unlimited"] = "true",
            ["X__BearerToken"] = FakeX.Token,
            ["X__BaseUrl"] = _x.Url.ToString(),
            ["Organisation__Name"] = "St Oswin's",
            ["Organisation__Hashtags__0"] = "#Oswin",
        };
        for (var i = 0; i < WardIds.Count; i++)
        {
            settings[$"Wards__{i}__Id"] = WardIds[i];
            settings[$"Wards__{i}__{(i == 0 ? "FrontDesk" : "Hashtags__0")}"] = i == 0 ? "true" : $"#{WardIds[i]}";
        }

        return settings;
    }

    private async Task OrSay(Func<CancellationToken, Task> part)
    {
        try
        {
            await part(_limit.Token);
        }
        catch (OperationCanceledException) when (_limit.IsCancellationRequested)
        {
            var words = string.Join(Environment.NewLine, _bots.Select(b => $"--- {b.Url}{Environment.NewLine}{b.LastWords}"));
            Assert.Fail($"Seed {Seed}: after {Patience} {Patients.Written.Count} posts were written and {_teams?.Shown.Count} shown.{Environment.NewLine}{words}");
        }
    }
}
