using FeedbackBot.Summary;

namespace FeedbackBot.Teams.Questions;

/// <summary>What a person wants to know or have done, said in words to the bot.</summary>
/// <remarks>A ward is its id where the words name one, else the words as typed, for an answer that repeats them.</remarks>
public abstract record Question
{
    private Question()
    {
    }

    public sealed record Help : Question;

    /// <param name="Ward">Empty where the person named none.</param>
    public sealed record Link(string Ward) : Question;

    public sealed record Unlink : Question;

    public sealed record Wards : Question;

    /// <param name="Ward">Null where the person named none.</param>
    public sealed record SummaryAsked(SummaryRange Range, string? Ward) : Question;

    /// <param name="Ward">Null where the person named none.</param>
    public sealed record Open(string? Ward) : Question;

    public sealed record Mine : Question;

    /// <param name="Words">As typed; empty where the person gave none.</param>
    public sealed record Find(string Words) : Question;

    /// <summary>When a digest shall come, or that none shall.</summary>
    /// <param name="Words">As typed, with the word digest.</param>
    public sealed record Digest(string Words) : Question;

    /// <summary>How the bot itself is doing.</summary>
    public sealed record Status : Question;

    /// <summary>Look up on X whether the posts that are kept are still public.</summary>
    public sealed record Check : Question;

    /// <summary>Nothing: a kind word, or what a boss believes to reach a ward from here.</summary>
    public sealed record Thanks : Question;

    /// <param name="Text">What was said, without the mention of the bot.</param>
    public sealed record Unknown(string Text) : Question;
}
