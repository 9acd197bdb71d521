using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>The model on SQLite: one instance, nothing to install.</summary>
public sealed class SqliteFeedbackContext(DbContextOptions<SqliteFeedbackContext> options) : FeedbackContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // SQLite has no time type, and EF won't compare the text it would store.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }
}
