using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace FeedbackBot.Store;

/// <summary>Lets <c>dotnet ef migrations add</c> draw the model without a database (README, "Changing the store").</summary>
public sealed class ContextsForMigrations : IDesignTimeDbContextFactory<SqliteFeedbackContext>, IDesignTimeDbContextFactory<PostgresFeedbackContext>
{
    SqliteFeedbackContext IDesignTimeDbContextFactory<SqliteFeedbackContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteFeedbackContext>().UseSqlite("Data Source=:memory:").Options);

    PostgresFeedbackContext IDesignTimeDbContextFactory<PostgresFeedbackContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresFeedbackContext>().UseNpgsql("Host=nowhere").Options);
}
