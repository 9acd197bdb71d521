namespace FeedbackBot.Teams.Tokens;

/// <summary>Local mode: the server listens on loopback only, so anyone who gets here is on this machine.</summary>
public sealed class LocalDoorkeeper : IDoorkeeper
{
    private static readonly Refusal Foreign = new(
        StatusCodes.Status403Forbidden,
        "Its serviceUrl isn't a loopback address.",
        "Local mode serves loopback addresses only.");

    public ValueTask<(Pass? Pass, Refusal? Refusal)> LookAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ValueTask.FromResult<(Pass?, Refusal?)>((Pass.Local, null));

    public Refusal? Check(Pass pass, Activity activity) => ServiceHosts.Loopback.Allows(new Uri(activity.ServiceUrl)) ? null : Foreign;
}
