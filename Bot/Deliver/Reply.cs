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
[JsonDerivedType(typeof(OfferLink), "offer")]
[JsonDerivedType(typeof(History), "history")]
[JsonDerivedType(typeof(WholePost), "whole")]
public abstract record Reply
{
    private Reply()
    {
    }

    public sealed record Sentence(string Text) : Reply;

    public sealed record Help : Reply;

    public sealed record WardList : Reply;

    /// <summary>A summary of one ward, or of the whole organisation where <paramref name="WardId"/> is null.</summary>
    public sealed record Figures(SummaryRange Range, string? WardId) : Reply;

    /// <summary>Open cases of one ward, or of all.</summary>
    public sealed record OpenCases(string? WardId) : Reply;

    /// <summary>Cases that a person has claimed.</summary>
    public sealed record CasesOf(string PersonId) : Reply;

    public sealed record OfferLink(string WardId) : Reply;

    /// <summary>What happened to a case.</summary>
    public sealed record History(string CaseId) : Reply;

    /// <summary>A case's post in full.</summary>
    public sealed record WholePost(string CaseId) : Reply;
}
