using System.Globalization;
using System.Net;

namespace FeedbackBot.Posts.X;

/// <summary>Why X gave nothing.</summary>
/// <param name="Why">For the operator: a sentence that names the cure where there is one.</param>
/// <param name="Status">The HTTP status; null where there was no answer.</param>
/// <param name="Body">What X answered, for those who look for more in it.</param>
/// <param name="ResetAt">When X's window opens again, where it said so.</param>
public sealed record XFailure(XFailureKind Kind, string Why, int? Status = null, string Body = "", DateTimeOffset? ResetAt = null)
{
    private const string Bill = "this is a bill, not an outage. Buy credit in X's developer portal, or wait until its budget begins anew.";

    /// <summary>X never heard of the attempt, so it doesn't count towards X's limits.</summary>
    public bool IsUnheard { get; private init; }

    /// <summary>X says that a connection of ours is still open.</summary>
    public bool IsSlotHeld => Status == 429 && XProblem.Of(Body).IsSlotHeld;

    public static XFailure Of(Exception broken) => new(XFailureKind.Network, $"X can't be reached or broke off: {broken.Message}")
    {
        IsUnheard = broken is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.ProxyTunnelError or HttpRequestError.SecureConnectionError,
        },
    };

    public static XFailure Of(HttpResponseMessage response, string body)
    {
        var status = (int)response.StatusCode;
        var kind = response.StatusCode is HttpStatusCode.TooManyRequests ? XFailureKind.RateLimited : XFailureKind.Http;
        return new(kind, Explain(status, XProblem.Of(body)), status, body, Reset(response));
    }

    /// <summary>X says in the stream that it ends it.</summary>
    public static XFailure Of(XProblem inStream) => new(XFailureKind.Ended, $"X ends the stream ({inStream}){Explain(inStream)}.");

    private static string Explain(int status, XProblem problem)
    {
        var words = problem == XProblem.Unknown ? $"{status}" : $"{status}, {problem}";
        return status switch
        {
            402 => $"X's credit is used up ({words}): {Bill}",
            _ when problem.IsBilling => $"X's credit is used up ({words}): {Bill}",
            401 => $"X refuses the token ({words}). Set X:BearerToken to the app-only bearer token of your app in X's developer portal.",
            403 => $"X doesn't let this token in ({words}). Check in X's developer portal that the app of X:BearerToken may use the filtered stream and recent search.",
            429 when problem.IsSlotHeld => $"X counts another connection with this token as open ({words}).",
            429 => $"X asks to wait ({words}).",
            _ => $"X answered {words}.",
        };
    }

    private static string Explain(XProblem problem) => problem.DisconnectType switch
    {
        _ when problem.IsBilling => $": the credit is used up, and {Bill.TrimEnd('.')}",
        "SlowReader" => ": we read too slowly",
        "ForceDisconnect" => ": somebody closed it. If another program uses this token, give each an app of its own in X's developer portal",
        "InvalidRules" => ": it can't work with the rules",
        "OperationalDisconnect" or "UpstreamOperationalDisconnect" or "UpstreamUncleanDisconnect" => ": this is X's upkeep and passes",
        _ => "",
    };

    private static DateTimeOffset? Reset(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-rate-limit-reset", out var values)
        && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
