using System.Text.Json.Nodes;

namespace FeedbackBot.LocalTeams;

/// <summary>What the connector answers: a status and, as Teams has it, a body.</summary>
internal sealed record ConnectorAnswer(int Status, JsonNode? Body)
{
    public static ConnectorAnswer BadSyntax { get; } = Error(400, "BadSyntax", "The body isn't a JSON object that this route takes.");

    public static ConnectorAnswer NoActivity { get; } = Error(404, "ActivityNotFoundInConversation", "The activity isn't in this conversation.");

    public static ConnectorAnswer NoConversation { get; } = Error(404, "ConversationNotFound", "Conversation not found.");

    public static ConnectorAnswer NoMember { get; } = Error(404, "MemberNotFoundInConversation", "Member not found in conversation.");

    public static ConnectorAnswer NotInRoster { get; } =
        Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

    public static ConnectorAnswer TooBig { get; } = Error(413, "MessageSizeTooBig", "Message size too large.");

    public static ConnectorAnswer AtOnce { get; } =
        Error(412, "PreconditionFailed", "Precondition failed, please try again: another operation on this conversation is under way.");

    public static ConnectorAnswer Ok(JsonNode? body) => new(200, body);

    public static ConnectorAnswer Created(JsonNode body) => new(201, body);

    public static ConnectorAnswer Error(int status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });
}
