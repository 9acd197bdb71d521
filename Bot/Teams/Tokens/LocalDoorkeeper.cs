namespace FeedbackBot.Teams.Tokens;

/// <summary>Local mode: the server listens on loopback only, so anyone who gets here is on this machine.</summary>
public sealed class LocalDoorkeeper : IDoorkeeper
{
    private static readonly Refusal Foreign = new(
        StatusCodes.Status403Forbidden,
        "Its serviceUrl isn't a loopback address.",
        "Local mode serves loopback addresses only.");

    /// <summary>Another site's page in a browser on this machine can send plain text here, and a name that leads here what it likes.</summary>
    private static readonly Refusal Strange = new(
        StatusCodes.Status403Forbidden,
        "It isn't JSON, or wasn't sent to localhost.",
        "Local mode takes JSON that is sent to localhost.");

    public ValueTask<(Pass? Pass, Refusal? Refusal)> LookAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<(Pass?, Refusal?)>(ServiceHosts.IsLoopback(request.Host.Host) && request.HasJsonContentType() ? (Pass.Local, null) : (null, Strange));

    public Refusal? Check(Pass pass, Activity activity) => ServiceHosts.Loopback.Allows(new Uri(activity.ServiceUrl)) ? null : Foreign;
}
