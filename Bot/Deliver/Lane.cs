namespace FeedbackBot.Deliver;

/// <summary>The name of a conversation in the outbox: everything in one lane is sent in order, one request at a time.</summary>
public static class Lane
{
    private const string ThreadMark = ";messageid=";
    private const string PersonMark = "person:";

    /// <summary>A thread belongs to its channel's lane: Teams counts them as one conversation.</summary>
    public static string OfConversation(string conversationId)
    {
        var mark = conversationId.IndexOf(ThreadMark, StringComparison.Ordinal);
        return mark < 0 ? conversationId : conversationId[..mark];
    }

    public static string OfPerson(string personId) => PersonMark + personId;
}
