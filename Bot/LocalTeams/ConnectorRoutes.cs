namespace FeedbackBot.LocalTeams;

/// <summary>The Bot Connector's REST routes, as far as this bot needs them.</summary>
internal static class ConnectorRoutes
{
    public const string Path = "/local/connector";

    public static void MapConnector(this IEndpointRouteBuilder app)
    {
        var v3 = app.MapGroup($"{Path}/v3").AddEndpointFilter(PageRoutes.OnlyThisMachine);
        v3.MapPost("/conversations", (HttpContext http, ConnectorGate gate, LocalConnector connector) =>
            gate.Pass(http, null, connector.CreateConversation));
        v3.MapPost("/conversations/{id}/activities", (HttpContext http, string id, ConnectorGate gate, LocalConnector connector) =>
            gate.Pass(http, id, activity => connector.Send(ConversationId.Parse(id), null, activity)));
        v3.MapPost("/conversations/{id}/activities/{activityId}",
            (HttpContext http, string id, string activityId, ConnectorGate gate, LocalConnector connector) =>
                gate.Pass(http, id, activity => connector.Send(ConversationId.Parse(id), activityId, activity)));
        v3.MapPut("/conversations/{id}/activities/{activityId}",
            (HttpContext http, string id, string activityId, ConnectorGate gate, LocalConnector connector) =>
                gate.Pass(http, id, activity => connector.Edit(ConversationId.Parse(id), activityId, activity)));
        v3.MapDelete("/conversations/{id}/activities/{activityId}",
            (HttpContext http, string id, string activityId, ConnectorGate gate, LocalConnector connector) =>
                gate.Pass(http, id, () => connector.Delete(ConversationId.Parse(id), activityId)));
        v3.MapGet("/conversations/{id}/pagedmembers",
            (HttpContext http, string id, int? pageSize, string? continuationToken, ConnectorGate gate, LocalConnector connector) =>
                gate.Pass(http, id, () => connector.Members(ConversationId.Parse(id), Math.Clamp(pageSize ?? 200, 1, 500), continuationToken)));
        v3.MapGet("/conversations/{id}/members/{memberId}",
            (HttpContext http, string id, string memberId, ConnectorGate gate, LocalConnector connector) =>
                gate.Pass(http, id, () => connector.Member(ConversationId.Parse(id), memberId)));
        v3.MapGet("/teams/{id}/conversations", (HttpContext http, string id, ConnectorGate gate, LocalConnector connector) =>
            gate.Pass(http, id, () => connector.Channels(id)));
        v3.MapGet("/teams/{id}", (HttpContext http, string id, ConnectorGate gate, LocalConnector connector) =>
            gate.Pass(http, id, () => connector.Team(id)));
    }
}
