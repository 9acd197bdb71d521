namespace FeedbackBot.Tests.Store;

/// <summary>The two databases that the store runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
