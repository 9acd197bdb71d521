using System.Text.Json.Serialization;
using FeedbackBot.Summary;

namespace FeedbackBot.Deliver;

/// <summary>What an answer is about; its figures and cases are read when it is sent.</summary>
[JsonDerivedType(typeof(Sentence), "sentence")]
[JsonDerivedType(typeof(Help), "help")]
[JsonDerivedType(typeof(WardList), "wards")]
[JsonDerivedType(typeof(Figures), "summary")]
[JsonDerivedType(typeof(OpenCases), "open")]
[JsonDerivedType(typeof(CasesOf), "mine")]
[JsonDerivedType(typeof(Found), "found")]
[JsonDerivedType(typeof(Unclear), "unclear")]
[JsonDerivedType(typeof(OfferLink), "offer")]
[JsonDerivedType(typeof(History), "history")]
[JsonDerivedType(typeof(WholePost), "whole")]
[JsonDerivedType(typeof(Status), "status")]
[JsonDerivedType(typeof(Digest), "digest")]
public abstract record Reply
{
    private Reply()
    {
    }

    public sealed record Sentence(string Text) : Reply;

    public sealed record Help : Reply;

    public sealed record WardList : Reply;

    /// <summary>An answer about one ward, about several, or about the whole organisation.</summary>
    public abstract record AboutWards(string? WardId) : Reply
    {
        /// <summary>The wards of whoever isn't to see all; null where <see cref="WardId"/> is set, or all are meant.</summary>
        public IReadOnlyList<string>? WardIds { get; init; }

        /// <summary>Null for the whole organisation.</summary>
        [JsonIgnore]
        public IReadOnlyList<string>? Wards => WardId is { } one ? [one] : WardIds;
    }

    public sealed record Figures(SummaryRange Range, string? WardId) : AboutWards(WardId);

    public sealed record OpenCases(string? WardId) : AboutWards(WardId);

    /// <summary>Cases that a person has claimed.</summary>
    public sealed record CasesOf(string PersonId) : Reply;

    /// <summary>Cases with these words.</summary>
    /// <param name="WardIds">The wards that the asker may see here; null for all.</param>
    public sealed record Found(string Words, IReadOnlyList<string>? WardIds) : Reply;

    /// <summary>What wasn't understood, and what it most likely means.</summary>
    public sealed record Unclear(string Text, IReadOnlyList<string> Meanings) : Reply;

    public sealed record OfferLink(string WardId) : Reply;

    /// <summary>What happened to a case.</summary>
    public sealed record History(string CaseId) : Reply;

    /// <summary>How the bot itself is doing.</summary>
    public sealed record Status : Reply;

    /// <summary>What a boss is to know at a time they chose.</summary>
    /// <param name="PersonId">Whose wards it is about.</param>
    public sealed record Digest(string PersonId, DateTimeOffset Since) : Reply;

    /// <summary>A case's post in full.</summary>
    public sealed record WholePost(string CaseId) : Reply;
}
