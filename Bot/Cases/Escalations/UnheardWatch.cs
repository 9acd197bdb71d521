using FeedbackBot.Wards;

namespace FeedbackBot.Cases.Escalations;

/// <summary>Says in the log where nobody would hear what must not wait: at the start, and when settings change that.</summary>
public sealed partial class UnheardWatch(Organisation organisation, ILogger<UnheardWatch> logger) : IHostedService
{
    private string? _said;

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
        var remark = EscalationAudience.Remark(organisation.Now);
        if (remark is not null && remark != _said)
        {
            Log.Unheard(logger, remark);
        }

        _said = remark;
    }

    private static partial class Log
    {
        [LoggerMessage(2012, LogLevel.Warning, "{Remark}")]
        public static partial void Unheard(ILogger logger, string remark);
    }
}
