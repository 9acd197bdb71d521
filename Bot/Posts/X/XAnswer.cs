namespace FeedbackBot.Posts.X;

/// <summary>What X gave, or why it didn't: exactly one of the two is there.</summary>
public readonly record struct XAnswer<T>(T? Value, XFailure? Failure)
    where T : class;
