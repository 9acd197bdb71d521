namespace FeedbackBot.Tests.Store;

/// <summary>A table of cases on PostgreSQL: on a laptop without a server it's left out and says so, in CI it fails.</summary>
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    public PostgresTheoryAttribute() => Skip = Postgres.WhyNot;
}
