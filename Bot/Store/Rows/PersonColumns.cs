using FeedbackBot.Cases;

namespace FeedbackBot.Store.Rows;

/// <summary>A person is two columns, the name as it was then.</summary>
internal static class PersonColumns
{
    public static Person? Read(string? id, string? name) => id is null ? null : new Person(id, name ?? id);
}
