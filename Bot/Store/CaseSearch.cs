using FeedbackBot.Cases;
using FeedbackBot.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace FeedbackBot.Store;

/// <summary>Looks for cases by the words of their posts, authors and notes; what must not be shown isn't found by its words either. Neither database folds accents, so the newest are read and compared here.</summary>
public sealed class CaseSearch(FeedbackDatabase database, CaseStore cases)
{
    /// <summary>What lies further back is not looked through: half a year of a busy hospital.</summary>
    private const int MostRead = 5000;

    private const int Page = 500;

    /// <summary>Cases that fit, the newest first.</summary>
    /// <param name="skip">How many of them to leave out.</param>
    /// <param name="most">How many to bring after those.</param>
    /// <param name="counted">Look on to say how many more there are; otherwise looking ends with the last that is brought.</param>
    /// <returns>The cases, and how many more were found.</returns>
    public async Task<(IReadOnlyList<CaseFile> Files, int More)> FindAsync(
        CaseQuery query,
        int skip,
        int most,
        bool counted,
        CancellationToken cancellationToken)
    {
        var enough = counted ? int.MaxValue : skip + most;
        var found = new List<string>();
        await using (var context = database.Open())
        {
            var rows = Matching(context, query).OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id);
            for (var read = 0; read < MostRead && found.Count < enough; read += Page)
            {
                var page = await PageAsync(context, rows.Skip(read).Take(Page), cancellationToken);

                // A case that arrived between two pages pushes the last one of a page onto the next.
                found.AddRange(page.Where(c => query.Words.AreIn(c.Texts)).Select(c => c.Id).Except(found).ToList());
                if (page.Count < Page)
                {
                    break;
                }
            }
        }

        var wanted = found.Skip(skip).Take(most).ToList();
        var files = (await cases.FilesAsync(wanted, cancellationToken)).ToDictionary(f => f.Case.Id);
        return ([.. wanted.Where(files.ContainsKey).Select(id => files[id])], Math.Max(0, found.Count - skip - wanted.Count));
    }

    private static IQueryable<CaseRow> Matching(FeedbackContext context, CaseQuery query)
    {
        IQueryable<CaseRow> rows = context.Cases;
        rows = query.WardIds is { } wardIds ? rows.Where(c => wardIds.Contains(c.WardId)) : rows;
        return query.States is { } states ? rows.Where(c => states.Contains(c.State)) : rows;
    }

    private static async Task<List<(string Id, List<string?> Texts)>> PageAsync(
        FeedbackContext context,
        IQueryable<CaseRow> rows,
        CancellationToken cancellationToken)
    {
        var posts = await rows.Join(context.Posts, c => c.Id, p => p.Id, (c, p) => new { c.Id, c.ReceivedAt, c.Withheld, p.Text, p.AuthorName, p.AuthorHandle })
            .OrderByDescending(p => p.ReceivedAt).ThenByDescending(p => p.Id).ToListAsync(cancellationToken);
        var ids = posts.Select(p => p.Id).ToList();
        var notes = (await context.CaseEvents.Where(e => e.Note != null && ids.Contains(e.CaseId))
            .Select(e => new { e.CaseId, e.Note }).ToListAsync(cancellationToken)).ToLookup(e => e.CaseId, e => e.Note);
        return [.. posts.Select(p => (p.Id, (List<string?>)[.. p.Withheld is null ? [p.Text, p.AuthorName, p.AuthorHandle] : (string?[])[], .. notes[p.Id]]))];
    }
}
