using System.Text.Json;

namespace FeedbackBot.LocalTeams;

/// <summary>What the page asks for, as it writes it.</summary>
internal static class PageOrders
{
    /// <param name="ReplyTo">Any message of the thread; null starts one.</param>
    public sealed record Say(string? Person, string? Conversation, string? Text, string? ReplyTo);

    /// <param name="Type"><c>execute</c>, <c>submit</c>, or <c>refresh</c> when the card is looked at.</param>
    public sealed record Click(string? Person, string? Conversation, string? Message, string? Type, string? Verb, JsonElement Data);

    /// <summary>A search from the compose box; what isn't typed is null.</summary>
    public sealed record Find(string? Person, string? Conversation, string? Words, string? Ward, string? State);

    /// <summary>A card that was found goes into the conversation.</summary>
    public sealed record Insert(string? Person, string? Conversation, JsonElement Card);

    public sealed record Read(string? Person, string? Conversation, string? UpTo);

    public sealed record CreateChannel(string? Person, string? Name);
}
