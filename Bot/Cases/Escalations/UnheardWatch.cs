using FeedbackBot.Wards;

namespace FeedbackBot.Cases.Escalations;

/// <summary>Says in the log where nobody would hear what must not wait or, where that is wanted, what deserves a boss: at the start, and when settings change that.</summary>
public sealed partial class UnheardWatch(Organisation organisation, EscalationOptions options, ILogger<UnheardWatch> logger) : IHostedService
{
    private IReadOnlyList<string> _said = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        organisation.Changed += Say;
        Say();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        organisation.Changed -= Say;
        return Task.CompletedTask;
    }

    private void Say()
    {
        var settings = organisation.Now;
        IReadOnlyList<string> remarks = [.. new[] { EscalationAudience.Remark(settings), options.Enabled ? EscalationAudience.RemarkOfBosses(settings) : null }.OfType<string>()];
        foreach (var remark in remarks.Except(_said))
        {
            Log.Unheard(logger, remark);
        }

        _said = remarks;
    }

    private static partial class Log
    {
        [LoggerMessage(2012, LogLevel.Warning, "{Remark}")]
        public static partial void Unheard(ILogger logger, string remark);
    }
}
