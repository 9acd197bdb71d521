using System.Globalization;
using System.Net;
using System.Text.Json;

namespace FeedbackBot.Posts.X;

/// <summary>Why X gave nothing.</summary>
/// <param name="Why">For the operator: a sentence that names the cure where there is one.</param>
/// <param name="Status">The HTTP status; null where there was no answer.</param>
/// <param name="Body">What X answered, for those who look for more in it.</param>
/// <param name="ResetAt">When X's window opens again, where it said so.</param>
public sealed record XFailure(XFailureKind Kind, string Why, int? Status = null, string Body = "", DateTimeOffset? ResetAt = null)
{
    public static XFailure Of(Exception broken) =>
        new(XFailureKind.Network, $"X can't be reached or broke off: {broken.Message}");

    public static XFailure Of(HttpResponseMessage response, string body)
    {
        var status = (int)response.StatusCode;
        var kind = response.StatusCode is HttpStatusCode.TooManyRequests ? XFailureKind.RateLimited : XFailureKind.Http;
        return new(kind, Explain(status, Title(body)), status, body, Reset(response));
    }

    private static string Explain(int status, string title) => status switch
    {
        401 => $"X refuses the token ({status}{title}). Set X:BearerToken to the app-only bearer token of your app in X's developer portal.",
        402 => $"X's credit is used up ({status}{title}): this is a bill, not an outage. Buy credit in X's developer portal.",
        403 => $"X doesn't let this token in ({status}{title}). Check in X's developer portal that the app of X:BearerToken may use the filtered stream and recent search.",
        429 => $"X asks to wait ({status}{title}).",
        _ => $"X answered {status}{title}.",
    };

    // Problem JSON has a title; proxies and bad days send HTML, which says nothing to an operator.
    private static string Title(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var title = XJson.Text(json.RootElement, "title");
            var issue = XJson.Text(json.RootElement, "connection_issue");
            return (title is null ? "" : $", {title}") + (issue is null ? "" : $", {issue}");
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static DateTimeOffset? Reset(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-rate-limit-reset", out var values)
        && long.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
