namespace FeedbackBot.LocalTeams;

/// <summary>What all changes so far add up to. Not thread-safe: <see cref="LocalTenant"/> guards it.</summary>
internal sealed class LocalBook
{
    private readonly List<LocalConversation> _conversations = [];
    private readonly Dictionary<string, List<string>> _order = [];
    private readonly Dictionary<(string Conversation, string Id), LocalMessage> _messages = [];
    private readonly Dictionary<(string Person, string Conversation), long> _read = [];

    public bool IsInstalled { get; private set; }

    public bool IsTold { get; private set; }

    public long NewestId { get; private set; }

    public IReadOnlyList<LocalConversation> Conversations => _conversations;

    public LocalConversation? Conversation(string id) => _conversations.Find(c => c.Id == id);

    public LocalMessage? Message(string conversation, string id) => _messages.GetValueOrDefault((conversation, id));

    /// <summary>Oldest first, the deleted ones too: their threads go on.</summary>
    public IEnumerable<LocalMessage> Messages(string conversation) =>
        _order.TryGetValue(conversation, out var ids) ? ids.Select(id => _messages[(conversation, id)]) : [];

    /// <summary>How many messages others wrote since this person last looked.</summary>
    public int Unread(string person, string conversation)
    {
        if (!_order.TryGetValue(conversation, out var ids))
        {
            return 0;
        }

        var mark = _read.GetValueOrDefault((person, conversation));
        return ids.AsEnumerable().Reverse()
            .TakeWhile(id => Number(id) > mark)
            .Select(id => _messages[(conversation, id)])
            .Count(m => !m.Deleted && m.From.Id != person);
    }

    public void Apply(LocalChange change)
    {
        switch (change)
        {
            case { Kind: LocalChange.Opened, Conversation: { } opened } when Conversation(opened.Id) is null:
                _conversations.Add(opened);
                _order[opened.Id] = [];
                break;
            case { Kind: LocalChange.Posted, Message: { } posted } when _order.TryGetValue(posted.Conversation, out var ids):
                if (_messages.TryAdd((posted.Conversation, posted.Id), posted))
                {
                    ids.Add(posted.Id);
                    NewestId = Math.Max(NewestId, Number(posted.Id));
                }

                break;
            case { Kind: LocalChange.Edited or LocalChange.Deleted, Message: { } changed } when _order.TryGetValue(changed.Conversation, out var around):
                if (!_messages.ContainsKey((changed.Conversation, changed.Id)))
                {
                    // The history forgets what a message said before (LocalHistory); its id tells where it stood.
                    around.Insert(around.Count(id => Number(id) < Number(changed.Id)), changed.Id);
                    NewestId = Math.Max(NewestId, Number(changed.Id));
                }

                _messages[(changed.Conversation, changed.Id)] = changed;
                break;
            case { Kind: LocalChange.Read, Person: { } person, Conversation: { } read, UpTo: { } upTo }:
                _read[(person, read.Id)] = Math.Max(Number(upTo), _read.GetValueOrDefault((person, read.Id)));
                break;
            case { Kind: LocalChange.Installed }:
                IsInstalled = true;
                break;
            case { Kind: LocalChange.Removed }:
                (IsInstalled, IsTold) = (false, false);
                break;
            case { Kind: LocalChange.Told }:
                IsTold = true;
                break;
        }
    }

    private static long Number(string id) => long.TryParse(id, out var number) ? number : 0;
}
