using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Tells a lost race, which is tried again or answered, from a fault.</summary>
internal static class Conflict
{
    // SQLite's one code for constraints also covers checks and missing rows, which no second try mends.
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;
    private const string PostgresUniqueViolation = "23505";

    /// <summary>Someone else changed the row first, or wrote the key first.</summary>
    public static bool Is(DbUpdateException fault) => fault is DbUpdateConcurrencyException
        || fault.InnerException is SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey or SqliteUnique }
        || fault.InnerException is DbException { SqlState: PostgresUniqueViolation };
}
