using System.Text.Json;
using FeedbackBot.Teams.Extension;
using FeedbackBot.Teams.Tokens;
using Microsoft.AspNetCore.Http.Features;

namespace FeedbackBot.Teams;

/// <summary><c>POST /api/messages</c>: where Teams hands activities in. One of the three borders: nothing an activity does stops another.</summary>
public sealed partial class MessagesRoute(IDoorkeeper door, ActivityDesk desk, ILogger<MessagesRoute> logger)
{
    /// <summary>Teams' own messages stay under 100 KB.</summary>
    private const int LargestBody = 256 * 1024;

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    private static readonly Refusal TooLarge = new(
        StatusCodes.Status413PayloadTooLarge,
        "An activity has at most 256 KB.",
        "An activity has at most 256 KB.");

    private string? _lastRefusal;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(
        "/api/messages",
        (HttpContext context, MessagesRoute route) => route.HandleAsync(context));

    private async Task<IResult> HandleAsync(HttpContext context)
    {
        // The door first: a stranger's body isn't read.
        var (pass, refusal) = await door.LookAsync(context.Request, context.RequestAborted);
        Activity? activity = null;
        if (pass is not null)
        {
            (activity, refusal) = await ReadAsync(context, pass);
        }

        if (activity is null)
        {
            return Refuse(context, refusal!);
        }

        try
        {
            var answer = await desk.HandleAsync(activity, context.RequestAborted);
            return answer is null ? Results.Accepted() : Results.Json(InvokeResponse.Of(answer));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
        catch (Exception failure)
        {
            Log.Failed(logger, failure, activity.Type, activity.Name);
            return activity switch
            {
                { Type: "invoke", Name: SearchDesk.Invoke } => Results.Json(SearchResponse.Say("That didn't work. Please try again in a minute.")),
                { Type: "invoke" } => Results.Json(InvokeResponse.Error("That didn't work. Nothing was changed; please try again in a minute.")),
                _ => Results.StatusCode(StatusCodes.Status500InternalServerError),
            };
        }
    }

    private async Task<(Activity? Activity, Refusal? Refusal)> ReadAsync(HttpContext context, Pass pass)
    {
        if (context.Request.ContentLength > LargestBody)
        {
            return (null, TooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestBody;
        }

        try
        {
            using var json = await JsonDocument.ParseAsync(context.Request.Body, Bounded, context.RequestAborted);
            var (activity, fault) = ActivityReader.Read(json.RootElement);
            return activity is null ? (null, Malformed(fault!))
                : door.Check(pass, activity) is { } refusal ? (null, refusal)
                : (activity, null);
        }
        catch (JsonException)
        {
            return (null, Malformed("The body is not JSON."));
        }
        catch (BadHttpRequestException fault)
        {
            return (null, TooLarge with { Status = fault.StatusCode });
        }
    }

    private IResult Refuse(HttpContext context, Refusal refusal)
    {
        // Strangers knock all day long: a cause is worth a warning when it is a new one.
        Log.Refused(logger, Interlocked.Exchange(ref _lastRefusal, refusal.Why) == refusal.Why ? LogLevel.Debug : LogLevel.Warning, refusal.Status, refusal.Why);
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return refusal.Answer.Length == 0 ? Results.StatusCode(refusal.Status) : Results.Text(refusal.Answer, statusCode: refusal.Status);
    }

    private static Refusal Malformed(string why) => new(StatusCodes.Status400BadRequest, why, why);

    private static partial class Log
    {
        [LoggerMessage(EventId = 5001, Message = "An activity was refused with {Status}: {Why}")]
        public static partial void Refused(ILogger logger, LogLevel level, int status, string why);

        [LoggerMessage(5002, LogLevel.Error, "An activity of type {Type} {Name} failed.")]
        public static partial void Failed(ILogger logger, Exception failure, string type, string? name);
    }
}
