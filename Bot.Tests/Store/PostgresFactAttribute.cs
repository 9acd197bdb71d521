namespace FeedbackBot.Tests.Store;

/// <summary>A test on PostgreSQL: on a laptop without a server it's left out and says so, in CI it fails.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute() => Skip = Postgres.WhyNot;
}
