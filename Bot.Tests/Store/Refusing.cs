namespace FeedbackBot.Tests.Store;

/// <summary>A table that takes no new rows for a while, as if the disk were full at just that moment.</summary>
internal static class Refusing
{
    public static readonly string[] Tables = ["Posts", "Cases", "CaseEvents", "Outbox", "Cursors"];

    public static Task StartAsync(TestStore store, string table) => store.ExecuteAsync(store.Database.IsShared
        ? $"ALTER TABLE \"{table}\" ADD CONSTRAINT full_disk CHECK (false) NOT VALID"
        : $"CREATE TRIGGER full_disk BEFORE INSERT ON \"{table}\" BEGIN SELECT RAISE(ABORT, 'full_disk'); END");

    public static Task StopAsync(TestStore store, string table) => store.ExecuteAsync(store.Database.IsShared
        ? $"ALTER TABLE \"{table}\" DROP CONSTRAINT full_disk"
        : "DROP TRIGGER full_disk");
}
