namespace FeedbackBot.Store;

/// <summary>Where the store is: the setting <c>ConnectionStrings:Store</c>.</summary>
/// <param name="ConnectionString">With <c>Host=</c> it is PostgreSQL, else SQLite. May hold a password: never printed.</param>
public sealed record StoreOptions(string ConnectionString)
{
    public const string Setting = "ConnectionStrings:Store";

    /// <summary>Beside the program, with nothing to install.</summary>
    public const string Default = "Data Source=data/feedback.db";

    public bool IsPostgres { get; } = ConnectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public override string ToString() => IsPostgres ? "PostgreSQL" : "SQLite";
}
