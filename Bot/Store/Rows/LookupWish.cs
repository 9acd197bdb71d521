namespace FeedbackBot.Store.Rows;

/// <summary>Whether someone asked to look up whether a post is still public, and how urgently.</summary>
public enum LookupWish
{
    /// <summary>Only the daily round looks it up.</summary>
    None,

    /// <summary>With all the others, within the day's budget.</summary>
    WithAll,

    /// <summary>This very post, at once.</summary>
    AtOnce,
}
