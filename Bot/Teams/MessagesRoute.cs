using System.Net;
using System.Text.Json;

namespace FeedbackBot.Teams;

/// <summary><c>POST /api/messages</c>: where Teams hands activities in. One of the three borders: nothing an activity does stops another.</summary>
public sealed partial class MessagesRoute(ActivityDesk desk, ILogger<MessagesRoute> logger)
{
    /// <summary>Teams' own messages stay under 100 KB.</summary>
    private const int LargestBody = 256 * 1024;

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 64 };

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(
        "/api/messages",
        (HttpContext context, MessagesRoute route) => route.HandleAsync(context));

    private async Task<IResult> HandleAsync(HttpContext context)
    {
        var (activity, fault) = await ReadAsync(context);
        if (activity is null)
        {
            Log.Refused(logger, fault!.Value.Why);
            return Results.Text(fault.Value.Why, statusCode: fault.Value.Status);
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
            return activity.Type == "invoke"
                ? Results.Json(InvokeResponse.Error("That didn't work. Nothing was changed; please try again in a minute."))
                : Results.StatusCode(StatusCodes.Status500InternalServerError);
        }
    }

    private static async Task<(Activity? Activity, (int Status, string Why)? Fault)> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LargestBody)
        {
            return (null, (StatusCodes.Status413PayloadTooLarge, "An activity has at most 256 KB."));
        }

        if (context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestBody;
        }

        try
        {
            using var json = await JsonDocument.ParseAsync(context.Request.Body, Bounded, context.RequestAborted);
            var (activity, fault) = ActivityReader.Read(json.RootElement);
            return activity switch
            {
                null => (null, (StatusCodes.Status400BadRequest, fault!)),
                _ when !IsLocal(activity) => (null, (StatusCodes.Status403Forbidden, "Local mode serves loopback addresses only.")),
                _ => (activity, null),
            };
        }
        catch (JsonException)
        {
            return (null, (StatusCodes.Status400BadRequest, "The body is not JSON."));
        }
        catch (BadHttpRequestException fault)
        {
            return (null, (fault.StatusCode, "An activity has at most 256 KB."));
        }
    }

    /// <summary>Nothing is signed in local mode, so answers go to this machine and nowhere else.</summary>
    private static bool IsLocal(Activity activity) =>
        new Uri(activity.ServiceUrl) is { IsLoopback: true } service && (service.Host == "localhost" || IPAddress.TryParse(service.Host.Trim('[', ']'), out _));

    private static partial class Log
    {
        [LoggerMessage(5001, LogLevel.Warning, "An activity was refused: {Why}")]
        public static partial void Refused(ILogger logger, string why);

        [LoggerMessage(5002, LogLevel.Error, "An activity of type {Type} {Name} failed.")]
        public static partial void Failed(ILogger logger, Exception failure, string type, string? name);
    }
}
