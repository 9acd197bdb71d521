using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Learning;

/// <summary>Comments as rows of numbers, with the features that at least three different people's comments have, or three of our own posts.</summary>
internal sealed class Examples
{
    private const int FewestPeople = 3;

    /// <summary>Brings a rare feature's worth near that of <see cref="FeatureBlock.Shape"/>, so that one penalty suits all.</summary>
    private const float RarityUnit = 5;

    private Examples(IReadOnlyList<uint> keys, IReadOnlyList<float> rarity, IReadOnlyList<(int[] Columns, float[] Values)> rows, IReadOnlyList<(int[] Columns, float[] Values)> rowsWithTyping)
    {
        (Keys, Rarity, Rows, RowsWithTyping) = (keys, rarity, rows, rowsWithTyping);
    }

    /// <summary>The columns' features.</summary>
    public IReadOnlyList<uint> Keys { get; }

    /// <summary>How much each column is blown up: a rare word says more than a common one. The weights take it in when they are learnt.</summary>
    public IReadOnlyList<float> Rarity { get; }

    /// <summary>What the comments say.</summary>
    public IReadOnlyList<(int[] Columns, float[] Values)> Rows { get; }

    /// <summary>That, and how they are typed.</summary>
    public IReadOnlyList<(int[] Columns, float[] Values)> RowsWithTyping { get; }

    public static Examples Of(IReadOnlyList<Comment> comments, IReadOnlyList<IReadOnlyList<Feature>> features)
    {
        var people = new Dictionary<uint, (int Comments, int Own, int Last)>();
        foreach (var i in Enumerable.Range(0, comments.Count).OrderBy(i => comments[i].Group))
        {
            var (group, own) = (comments[i].Group, comments[i].Source == Source.Own ? 1 : 0);
            foreach (var feature in features[i])
            {
                var (others, ours, last) = people.GetValueOrDefault(feature.Hash, (0, 0, -1));
                people[feature.Hash] = last == group ? (others, ours, last) : (others + 1 - own, ours + own, group);
            }
        }

        // Our own posts don't help a comment's words over the bar: they have one of their own.
        var kept = people.Where(p => p.Key != 0 && (p.Value.Comments >= FewestPeople || p.Value.Own >= FewestPeople)).OrderBy(p => p.Key).ToList();
        var columns = kept.Select((p, i) => (p.Key, i)).ToDictionary(p => p.Key, p => p.i);
        float[] rarity = [.. kept.Select(p => (1 + MathF.Log((float)comments.Count / (p.Value.Comments + p.Value.Own))) / RarityUnit)];
        return new Examples([.. kept.Select(p => p.Key)], rarity, [.. features.Select(of => Row(of.Where(f => !f.IsTyping), columns, rarity))], [.. features.Select(of => Row(of, columns, rarity))]);
    }

    /// <summary>
    /// Each row's columns twice, once for all origins and once for its own alone, and one that says which it is: so what origins share is learnt from all of them, and where they
    /// differ from theirs (Daumé III 2007, "Frustratingly Easy Domain Adaptation").
    /// </summary>
    public (IReadOnlyList<(int[] Columns, float[] Values)> Rows, int Columns) ByOrigin(IReadOnlyList<int> origins)
    {
        var (columns, marks) = (Keys.Count, Keys.Count * (1 + Columns.Origins));
        return ([.. Rows.Select((row, i) => ((int[])[.. row.Columns, .. row.Columns.Select(c => c + (columns * (1 + origins[i]))), marks + origins[i]], (float[])[.. row.Values, .. row.Values, 1]))], marks + Columns.Origins);
    }

    private static (int[] Columns, float[] Values) Row(IEnumerable<Feature> features, Dictionary<uint, int> columns, float[] rarity)
    {
        var counts = new int[Enum.GetValues<FeatureBlock>().Length];
        var values = new Dictionary<int, (FeatureBlock Block, int Times)>();
        foreach (var feature in features)
        {
            if (columns.TryGetValue(feature.Hash, out var column))
            {
                counts[(int)feature.Block]++;
                values[column] = (feature.Block, values.GetValueOrDefault(column).Times + 1);
            }
        }

        return ([.. values.Keys], [.. values.Select(v => v.Value.Times * rarity[v.Key] * Scores.Share(v.Value.Block, counts[(int)v.Value.Block]))]);
    }
}
