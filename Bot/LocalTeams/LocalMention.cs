namespace FeedbackBot.LocalTeams;

/// <summary>A name in a message's text that Teams shows as a mention and tells its owner about.</summary>
/// <param name="Text">As it stands in the text: <c>&lt;at&gt;Name&lt;/at&gt;</c>.</param>
public sealed record LocalMention(string Text, string Id, string Name);
