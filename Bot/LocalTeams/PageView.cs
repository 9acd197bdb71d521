namespace FeedbackBot.LocalTeams;

/// <summary>What the page shows to one person.</summary>
internal sealed class PageView(LocalTenant tenant, Misbehaviour misbehaviour)
{
    /// <summary>Threads (or a chat's messages) that come at once; older ones are asked for.</summary>
    private const int PageSize = 30;

    public object Of(LocalPerson person)
    {
        // Read before the messages: news in between comes twice, which the page takes, and never not at all.
        var position = tenant.Feed.Position;
        return new
        {
            position,
            organisation = tenant.Options.OrganisationName,
            hashtags = tenant.Options.Hashtags,
            people = tenant.Options.People,
            me = person,
            installed = tenant.IsInstalled,
            misbehaviour = misbehaviour.Active,
            kinds = Misbehaviour.Kinds,
            chat = LocalTenant.ChatId(person),
            conversations = tenant.Conversations.Where(c => MaySee(person, c)).Select(c => new
            {
                c.Id,
                c.Name,
                c.IsChannel,
                unread = tenant.Unread(person, c.Id),
                page = Page(c.Id, null),
            }),
        };
    }

    /// <param name="before">The first message of the oldest thread that the page has.</param>
    public object Page(string conversation, string? before)
    {
        var threads = tenant.Messages(conversation).GroupBy(m => m.Thread ?? m.Id).TakeWhile(t => t.Key != before).ToList();
        return new
        {
            more = threads.Count > PageSize,
            messages = threads.TakeLast(PageSize).SelectMany(t => t),
        };
    }

    public static bool MaySee(LocalPerson person, LocalConversation conversation) =>
        conversation.Person is not { } owner || person.HasId(owner);
}
