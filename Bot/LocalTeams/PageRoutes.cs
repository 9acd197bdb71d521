using System.Text.Json;
using FeedbackBot.Teams.Tokens;

namespace FeedbackBot.LocalTeams;

/// <summary>What the page calls. Bodies are JSON, which keeps other sites' forms out; so does the check of the host's name.</summary>
internal static class PageRoutes
{
    public static void MapPageRoutes(this IEndpointRouteBuilder app)
    {
        var local = app.MapGroup("/local").AddEndpointFilter(OnlyThisMachine);
        local.MapGet("/state", State);
        local.MapGet("/messages", Older);
        local.MapPost("/messages", Say);
        local.MapPost("/clicks", Click);
        local.MapPost("/find", Find);
        local.MapPost("/cards", Insert);
        local.MapPost("/read", MarkRead);
        local.MapPost("/channels", CreateChannel);
        local.MapGet("/misbehave", (Misbehaviour misbehaviour) => Json(misbehaviour.Active));
        local.MapPost("/misbehave", Misbehave);
        local.MapGet("/events", EventStream.Serve);
    }

    private static IResult State(string? person, LocalTenant tenant, PageView view) =>
        tenant.Person(person ?? tenant.Options.People[0].Id) is { } me ? Json(view.Of(me)) : Fault("There is no such person.");

    private static IResult Older(string? person, string conversation, string? before, LocalTenant tenant, PageView view) =>
        tenant.Person(person) is { } me && tenant.Conversation(conversation) is { } place && PageView.MaySee(me, place)
            ? Json(view.Page(conversation, before))
            : Fault("There is no such person or conversation.");

    private static async Task<IResult> Say(PageOrders.Say order, LocalTenant tenant, LocalTeamsClient client, CancellationToken stop)
    {
        if (tenant.Person(order.Person) is not { } person || order.Conversation is null || string.IsNullOrWhiteSpace(order.Text))
        {
            return Fault("A message needs a person, a conversation and a text.");
        }

        var replyTo = order.ReplyTo is null ? null : tenant.Message(order.Conversation, order.ReplyTo)?.Thread ?? order.ReplyTo;
        var (message, result) = await client.SayAsync(person, order.Conversation, replyTo, order.Text.Trim(), stop);
        return message is null ? Fault(result.Text!) : Json(new { message.Id, result });
    }

    private static async Task<IResult> Click(PageOrders.Click order, LocalTenant tenant, LocalTeamsClient client, CancellationToken stop)
    {
        if (tenant.Person(order.Person) is not { } person
            || tenant.Conversation(order.Conversation ?? "") is not { } place
            || !PageView.MaySee(person, place)
            || tenant.Message(place.Id, order.Message ?? "") is not { Deleted: false } card)
        {
            return Fault("A click needs a person, and a conversation and a message that this person can see.");
        }

        return order switch
        {
            { Type: "execute", Verb: { } verb } => Json(await client.ExecuteAsync(person, card, verb, order.Data, stop)),
            { Type: "refresh" } => Json(await client.RefreshAsync(person, card, stop)),
            { Type: "submit" } => Json(await client.SubmitAsync(person, card, order.Data, stop)),
            _ => Fault("A click's type is execute, with a verb, submit or refresh."),
        };
    }

    private static async Task<IResult> Find(PageOrders.Find order, LocalTenant tenant, LocalTeamsClient client, CancellationToken stop)
    {
        if (tenant.Person(order.Person) is not { } person || tenant.Conversation(order.Conversation ?? "") is not { } place || !PageView.MaySee(person, place))
        {
            return Fault("A search needs a person, and a conversation that this person can see.");
        }

        var typed = new Dictionary<string, string> { ["words"] = order.Words ?? "", ["ward"] = order.Ward ?? "", ["state"] = order.State ?? "" };
        return Json(await client.FindAsync(person, place.Id, typed, stop));
    }

    private static IResult Insert(PageOrders.Insert order, LocalTenant tenant, LocalTeamsClient client) =>
        tenant.Person(order.Person) is { } person && order.Conversation is { } conversation && order.Card.ValueKind == JsonValueKind.Object
            && client.Insert(person, conversation, null, order.Card) is { } message
            ? Json(new { message.Id })
            : Fault("A card needs a person, and a conversation that this person can see.");

    private static IResult MarkRead(PageOrders.Read order, LocalTenant tenant)
    {
        if (tenant.Person(order.Person) is not { } person || order.Conversation is null || order.UpTo is null)
        {
            return Fault("Reading needs a person, a conversation and the newest message read.");
        }

        tenant.MarkRead(person, order.Conversation, order.UpTo);
        return Results.NoContent();
    }

    private static async Task<IResult> CreateChannel(
        PageOrders.CreateChannel order, LocalTenant tenant, LocalTeamsClient client, CancellationToken stop) =>
        tenant.Person(order.Person) is not { } person || string.IsNullOrWhiteSpace(order.Name) ? Fault("A channel needs a person and a name.")
        : tenant.Conversations.Any(c => c.IsChannel && string.Equals(c.Name, order.Name.Trim(), StringComparison.OrdinalIgnoreCase))
            ? Fault($"There is a channel '{order.Name.Trim()}' already. Choose another name.")
        : Json(await client.CreateChannelAsync(person, order.Name.Trim(), stop));

    private static async Task<IResult> Misbehave(MisbehaviourOrder order, LocalTeamsStart start, CancellationToken stop) =>
        await start.Order(order, stop) is { } active ? Json(active) : Fault(
            $"'{order.Kind}' can't be done. Kinds are {string.Join(", ", Misbehaviour.Kinds)}; seconds up to 86400, a count of at least 1, retryAfter up to 3600.");

    private static IResult Json(object value) => Results.Json(value, LocalJson.Options);

    private static IResult Fault(string text) => Results.Json(new { error = new { code = "BadRequest", message = text } }, LocalJson.Options, statusCode: 400);

    /// <summary>A name that leads here through someone else's DNS would let their page read and write ours.</summary>
    internal static ValueTask<object?> OnlyThisMachine(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        return ServiceHosts.IsLoopback(context.HttpContext.Request.Host.Host) ? next(context) : ValueTask.FromResult<object?>(
            Results.Text("The local Teams answers only to this machine: open it as http://localhost.", statusCode: 403));
    }
}
