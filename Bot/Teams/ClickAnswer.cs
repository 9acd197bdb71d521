using System.Text.Json.Nodes;
using FeedbackBot.Deliver;

namespace FeedbackBot.Teams;

/// <summary>What the presser sees at once: the card as it is now, a sentence, or both.</summary>
/// <param name="Thread">What goes into the thread where a client can show the presser nothing, and the card in it doesn't say it.</param>
public sealed record ClickAnswer(JsonObject? Card, string? Sentence, Reply? Thread = null)
{
    /// <summary>What is said for everyone to read, to a client that waits for no answer; null where the shared card says it all.</summary>
    public Reply? Aloud => Sentence is null ? Thread : new Reply.Sentence(Sentence);

    /// <summary>What was asked for comes by itself, so nothing need be said.</summary>
    public static ClickAnswer Done { get; } = new(null, null);

    /// <summary>The whole body, for a search from the compose box: it has a shape of its own.</summary>
    public JsonObject? Body { get; private init; }

    public static ClickAnswer Search(JsonObject body) => new(null, null) { Body = body };

    public static ClickAnswer Say(string sentence) => new(null, sentence);
}
