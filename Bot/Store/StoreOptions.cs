namespace FeedbackBot.Store;

/// <summary>Where the store is (the setting <c>ConnectionStrings:Store</c>), and how instances share it.</summary>
/// <param name="ConnectionString">With <c>Host=</c> it is PostgreSQL, else SQLite. May hold a password: never printed.</param>
public sealed record StoreOptions(string ConnectionString)
{
    public const string Setting = "ConnectionStrings:Store";

    /// <summary>Beside the program, with nothing to install.</summary>
    public const string Default = "Data Source=data/feedback.db";

    public const string LeaseSetting = "Store:Lease";

    /// <summary>The longest that a killed instance's work waits for another. Long enough that a busy database isn't taken for a dead instance.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    public bool IsPostgres { get; } = ConnectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    public static StoreOptions Of(IConfiguration configuration)
    {
        var options = new StoreOptions(configuration.GetConnectionString("Store") ?? Default);
        return configuration.GetValue<TimeSpan?>(LeaseSetting) is { } lease ? options with { Lease = lease } : options;
    }

    /// <returns>One sentence per fault; empty when the settings are whole.</returns>
    public IReadOnlyList<string> Faults() => Lease >= TimeSpan.FromSeconds(1) && Lease <= TimeSpan.FromHours(1)
        ? []
        : [$"{LeaseSetting} is {Lease}. Use a time from one second to one hour, such as 00:00:30."];

    public override string ToString() => IsPostgres ? "PostgreSQL" : "SQLite";
}
