namespace FeedbackBot.Tests.Store;

public class TestDatabaseTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_databases_are_not_the_same(DatabaseKind kind)
    {
        await using var one = await TestDatabase.CreateAsync(kind);
        await using var other = await TestDatabase.CreateAsync(kind);

        Assert.NotEqual(one.ConnectionString, other.ConnectionString);
        Assert.Equal(kind == DatabaseKind.Postgres, one.Options.IsPostgres);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("", "false", false)]
    [InlineData(null, "true", true)]
    [InlineData("Host=db", null, true)]
    [InlineData("Host=db", "true", true)]
    public void Without_a_server_a_laptop_leaves_PostgreSQL_out_and_CI_does_not(string? server, string? ci, bool runs)
    {
        var why = Postgres.WhyNotWith(server, ci);

        Assert.Equal(runs, why is null);
        Assert.True(runs || why!.Contains(Postgres.Setting, StringComparison.Ordinal));
    }
}
