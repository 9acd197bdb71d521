namespace FeedbackBot.Posts;

/// <summary>A stretch of a post's text that its source made a link: an address, a hashtag, a mention.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 characters.</param>
/// <param name="Shown">What a reader sees there; null where that is the text itself, empty where it is shown apart, as pictures are.</param>
/// <param name="Target">Null where it leads nowhere a card may lead.</param>
public sealed record TextLink(int Start, int Length, string? Shown, Uri? Target);
