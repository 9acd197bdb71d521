using System.Text.Json.Nodes;
using FeedbackBot.Cases;

namespace FeedbackBot.Cards;

/// <summary>What the message about an escalation has of its kind's own.</summary>
/// <param name="First">Above the posts: what to know before them.</param>
/// <param name="Said">What people have said of it, on whichever card.</param>
/// <param name="SaysStanding">Where it stands is worth a line beside that.</param>
/// <param name="Buttons">Rows of them.</param>
public sealed record EscalationParts(IReadOnlyList<JsonObject> First, IReadOnlyList<CaseEvent> Said, bool SaysStanding, IReadOnlyList<JsonObject> Buttons);
