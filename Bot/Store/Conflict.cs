using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Tells a lost race, which is tried again or answered, from a fault.</summary>
internal static class Conflict
{
    private const int SqliteConstraint = 19;
    private const string PostgresUniqueViolation = "23505";

    /// <summary>Someone else changed the row first, or wrote the key first.</summary>
    public static bool Is(DbUpdateException fault) => fault is DbUpdateConcurrencyException
        || (fault.InnerException is SqliteException sqlite && sqlite.SqliteErrorCode == SqliteConstraint)
        || (fault.InnerException is DbException { SqlState: PostgresUniqueViolation });
}
