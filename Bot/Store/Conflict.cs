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
    private const string PostgresDeadlock = "40P01";

    /// <summary>Someone else changed the row first, wrote the key first, or was let past in a deadlock: a second try sees what they did.</summary>
    public static bool Is(Exception fault) => IsOvertaken(fault) || fault switch
    {
        DbUpdateException { InnerException: DbException inner } => Is(inner),
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqlitePrimaryKey or SqliteUnique,
        DbException other => other.SqlState is PostgresUniqueViolation,
        _ => false,
    };

    /// <summary>The same, keys left out: where nobody else writes one, a clash is a fault that no second try mends.</summary>
    public static bool IsOvertaken(Exception fault) => fault switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: DbException inner } => IsOvertaken(inner),
        DbException other => other.SqlState is PostgresDeadlock,
        _ => false,
    };
}
