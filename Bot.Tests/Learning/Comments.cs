using System.Globalization;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Learnt;
using FeedbackBot.Triage.Trial;

namespace FeedbackBot.Learning;

/// <summary>Reads the two sets of comments from their folder.</summary>
internal static class Comments
{
    /// <summary>
    /// Phase 1 stands trust by trust, which it doesn't say: of these rows nineteen in twenty that aren't complaints are called neutral, of all its others two rows in all (see README's decisions).
    /// </summary>
    private static readonly Range Phase1Neutral = 1712..3806;

    /// <summary>The two sets, and the posts that we wrote ourselves.</summary>
    public static IReadOnlyList<Comment> Load(string folder)
    {
        var comments = Rows(Path.Combine(folder, "phase1.csv"), 5).Select(OfPhase1)
            .Concat(Rows(Path.Combine(folder, "v6.csv"), 3).Select(OfV6))
            .Concat(OwnPosts.Load())
            .ToList();
        var groups = NearDuplicates.Groups([.. comments.Select(c => c.Text)]);
        return [.. comments.Select((comment, i) => comment with { Group = groups[i] })];
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(string file, int columns) =>
        CsvRows.Read(File.ReadAllText(file)).Skip(1).Select((row, i) => row.Count == columns
            ? row
            : throw new FormatException($"Row {i + 2} of {file} has {row.Count} columns instead of {columns}."));

    /// <summary>text, tone, criticality -4 (worst) to 4, theme, subcategory.</summary>
    /// <param name="at">The row's number, from 0.</param>
    private static Comment OfPhase1(IReadOnlyList<string> row, int at) => new(
        row[0],
        at >= Phase1Neutral.Start.Value && at < Phase1Neutral.End.Value ? Source.Phase1Neutral : Source.Phase1,
        row[1] switch { "negative" => 0, "neutral" => 1, "positive" => 2, _ => throw new FormatException($"phase1.csv has the tone '{row[1]}'.") },
        Math.Clamp(-int.Parse(row[2], CultureInfo.InvariantCulture), 0, 4) / 4f,
        Flags(Themes.OfPhase1(row[3], row[4])))
    {
        Labels = [.. row.Skip(2)],
    };

    /// <summary>text, sentiment 1 (best) to 5, topics.</summary>
    private static Comment OfV6(IReadOnlyList<string> row)
    {
        var sentiment = int.Parse(row[1], CultureInfo.InvariantCulture);
        return new(
            row[0],
            Source.V6,
            sentiment switch { <= 2 => 2, 3 => 1, _ => 0 },
            sentiment switch { <= 3 => 0, 4 => 0.5f, _ => 1 },
            Flags(Themes.OfV6(row[2])))
        {
            Labels = [row[1], .. row[2].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        };
    }

    public static bool[] Flags(IEnumerable<Topic> topics)
    {
        var flags = new bool[Thresholds.TopicCount];
        foreach (var topic in topics)
        {
            flags[(int)topic] = true;
        }

        return flags;
    }
}
