namespace FeedbackBot.LocalTeams;

/// <summary>The make-believe tenant: one team with its channels, the people, their chats with the bot and everything said.</summary>
public sealed partial class LocalTenant : IDisposable
{
    private readonly Lock _lock = new();
    private readonly LocalBook _book = new();
    private readonly LocalFeed _feed = new();
    private readonly LocalHistory _history;
    private readonly TimeProvider _time;

    public LocalTenant(LocalTeamsOptions options, TimeProvider time, ILogger<LocalTenant> logger)
    {
        _time = time;
        Options = options;
        _history = LocalHistory.Open(options.History, _book.Apply, line => Log.LineUnreadable(logger, line, options.History!));
        Open(new(TeamId, "General", null));
        foreach (var channel in options.Channels)
        {
            Open(new(channel.Id, channel.Name, null));
        }
    }

    /// <summary>Raised for every change, in order and inside the tenant's lock: hand over and return.</summary>
    public event Action<LocalChange>? Changed;

    public LocalTeamsOptions Options { get; }

    /// <summary>A team's id is that of its General channel, as in Teams.</summary>
    public string TeamId => $"19:team-{Options.TenantId}@thread.tacv2";

    public bool IsInstalled => Read(b => b.IsInstalled);

    /// <summary>Whether the bot took notice that it was installed.</summary>
    public bool IsTold => Read(b => b.IsTold);

    public IReadOnlyList<LocalConversation> Conversations => Read(b => b.Conversations.ToList());

    internal LocalFeed Feed => _feed;

    public static string ChatId(LocalPerson person) => $"a:1-{person.Id}";

    public LocalPerson? Person(string? id) => id is null ? null : Options.People.FirstOrDefault(p => p.HasId(id));

    public LocalConversation? Conversation(string id) => Read(b => b.Conversation(id));

    public LocalMessage? Message(string conversation, string id) => Read(b => b.Message(conversation, id));

    /// <summary>Oldest first, the deleted ones too.</summary>
    public IReadOnlyList<LocalMessage> Messages(string conversation) => Read(b => b.Messages(conversation).ToList());

    public int Unread(LocalPerson person, string conversation) => Read(b => b.Unread(person.Id, conversation));

    /// <returns>False when it was there already.</returns>
    public bool Open(LocalConversation conversation) =>
        Change(b => b.Conversation(conversation.Id) is null ? new(LocalChange.Opened, conversation, Person: conversation.Person) : null) is not null;

    /// <param name="root">The thread in a channel; null starts one.</param>
    /// <returns>Null when there is no such conversation or thread.</returns>
    public LocalMessage? Post(string conversation, string? root, LocalSender from, LocalContent content) =>
        Change(b =>
        {
            if (b.Conversation(conversation) is not { } place || (root is not null && b.Message(conversation, root)?.StartsThread != true))
            {
                return null;
            }

            // Teams' message ids are milliseconds; two in the same one must still differ.
            var now = _time.GetUtcNow();
            var id = Math.Max(now.ToUnixTimeMilliseconds(), b.NewestId + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return new(LocalChange.Posted, Message: new(id, conversation, place.IsChannel ? root ?? id : null, from, content, now), Person: place.Person);
        })?.Message;

    /// <returns>Null when there is no such message, or no more.</returns>
    public LocalMessage? Edit(string conversation, string id, LocalContent content) =>
        Alter(LocalChange.Edited, conversation, id, m => m with { Content = content, EditedAt = _time.GetUtcNow() });

    /// <returns>Null when there is no such message, or no more.</returns>
    public LocalMessage? Delete(string conversation, string id) =>
        Alter(LocalChange.Deleted, conversation, id, m => m with { Content = LocalContent.Words(""), Deleted = true });

    public void MarkRead(LocalPerson person, string conversation, string upTo) =>
        Change(b => b.Conversation(conversation) is { } place && b.Unread(person.Id, conversation) > 0
            ? new(LocalChange.Read, place, Person: person.Id, UpTo: upTo)
            : null);

    public void SetInstalled(bool installed) =>
        Change(b => b.IsInstalled == installed ? null : new(installed ? LocalChange.Installed : LocalChange.Removed));

    public void SetTold() => Change(b => b.IsTold ? null : new(LocalChange.Told));

    /// <summary>Tells open pages something that isn't part of the history.</summary>
    public void Announce(LocalChange change)
    {
        lock (_lock)
        {
            _feed.Tell(change);
            Changed?.Invoke(change);
        }
    }

    public void Dispose() => _history.Dispose();

    private LocalMessage? Alter(string kind, string conversation, string id, Func<LocalMessage, LocalMessage> alter) =>
        Change(b => b.Message(conversation, id) is { Deleted: false } message
            ? new(kind, Message: alter(message), Person: b.Conversation(conversation)!.Person)
            : null)?.Message;

    private LocalChange? Change(Func<LocalBook, LocalChange?> decide)
    {
        lock (_lock)
        {
            if (decide(_book) is not { } change)
            {
                return null;
            }

            _history.Append(change);
            _book.Apply(change);
            _feed.Tell(change);
            Changed?.Invoke(change);
            return change;
        }
    }

    private T Read<T>(Func<LocalBook, T> read)
    {
        lock (_lock)
        {
            return read(_book);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(5900, LogLevel.Warning, "Line {Line} of {File} can't be read and is passed over. To start the local Teams afresh, delete the file.")]
        public static partial void LineUnreadable(ILogger logger, int line, string file);
    }
}
