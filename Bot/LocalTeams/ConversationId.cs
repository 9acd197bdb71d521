namespace FeedbackBot.LocalTeams;

/// <summary>A conversation id as Teams writes it: a channel or chat, and for a thread also its first message.</summary>
public readonly record struct ConversationId(string Conversation, string? Root)
{
    private const string Mark = ";messageid=";

    public static ConversationId Parse(string id)
    {
        var at = id.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? new(id, null) : new(id[..at], id[(at + Mark.Length)..]);
    }

    public override string ToString() => Root is null ? Conversation : Conversation + Mark + Root;
}
