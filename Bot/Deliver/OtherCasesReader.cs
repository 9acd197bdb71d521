using FeedbackBot.Cases;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Store;

namespace FeedbackBot.Deliver;

/// <summary>Looks up what a case's card says of other cases, with links to their cards.</summary>
public sealed class OtherCasesReader(Attention attention, CaseStore cases, CaseLinks links)
{
    /// <summary>The case with what belongs to it. A closed one's pattern is the business of those that are open.</summary>
    public async Task<CaseFile> WithOthersAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var lines = new List<PatternLine>();
        var patterns = file.Case.IsOpen ? await attention.PatternsOfAsync(file.Case, cancellationToken) : [];
        foreach (var line in patterns.Select(p => PatternLine.Of(p, file.Case.Id)).OfType<PatternLine>().Take(OtherCases.MostPatterns))
        {
            lines.Add(line with { Others = await LinkedAsync(line.Others, file.Case.WardId, cancellationToken) });
        }

        return file with { Others = new OtherCases(lines, await FixedAsync(file, cancellationToken)) };
    }

    private async Task<IReadOnlyList<OtherPost>> LinkedAsync(IReadOnlyList<OtherPost> others, string wardId, CancellationToken cancellationToken)
    {
        var linked = new List<OtherPost>();
        foreach (var other in others)
        {
            linked.Add(other with { Link = await links.OfAsync(other.CaseId, wardId, cancellationToken) });
        }

        return linked;
    }

    private async Task<FixedBefore?> FixedAsync(CaseFile file, CancellationToken cancellationToken) =>
        file.Case.AgainAfter is { } id && await cases.FindAsync(id, cancellationToken) is { } earlier
            ? FixedBefore.Of(file, earlier, await links.OfAsync(id, earlier.Case.WardId, cancellationToken))
            : null;
}
