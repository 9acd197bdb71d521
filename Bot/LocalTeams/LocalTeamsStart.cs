namespace FeedbackBot.LocalTeams;

/// <summary>Installs the bot in the team once the server listens: at the first start, and after it was removed.</summary>
internal sealed partial class LocalTeamsStart(
    LocalTenant tenant,
    LocalTeamsClient client,
    Misbehaviour misbehaviour,
    TimeProvider time,
    ILogger<LocalTeamsStart> logger) : BackgroundService
{
    /// <summary>Two at once would install it twice.</summary>
    private readonly SemaphoreSlim _installing = new(1);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the server listens, so that no early card meets a team without the bot.
        tenant.SetInstalled(true);
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _installing.Dispose();
        base.Dispose();
    }

    /// <summary>Switches a misbehaviour on or off, and tells the bot of its removal and return.</summary>
    /// <returns>Null for an order that makes no sense.</returns>
    public async Task<IReadOnlyList<MisbehaviourState>?> Order(MisbehaviourOrder order, CancellationToken stop)
    {
        if (order.Kind == Misbehaviour.Off)
        {
            misbehaviour.Stop();
            await Reinstall(stop);
            return misbehaviour.Active;
        }

        if (misbehaviour.Start(order) is not { } state)
        {
            return null;
        }

        if (state.Kind == Misbehaviour.BotRemoved)
        {
            await client.RemoveAsync(stop);
        }

        return misbehaviour.Active;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (tenant.Options.BeforeInstallation is { } before)
        {
            await before(stoppingToken);
        }

        await Reinstall(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (misbehaviour.Active.All(s => s.Kind != Misbehaviour.BotRemoved))
            {
                await Reinstall(stoppingToken);
            }
        }
    }

    /// <summary>A bot in another process may take a while to listen: the next second tries again.</summary>
    private async Task Reinstall(CancellationToken stop)
    {
        await _installing.WaitAsync(stop);
        try
        {
            if (!tenant.IsTold && !await client.InstallAsync(stop))
            {
                Log.BotDeaf(logger);
            }
        }
        finally
        {
            _installing.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5901, LogLevel.Debug, "The bot hasn't taken its installation yet")]
        public static partial void BotDeaf(ILogger logger);
    }
}
