namespace FeedbackBot.Learning;

/// <summary>
/// Finds comments that say nearly the same: four fifths of their different words in common. Without this, a test would ask what was learnt by heart ("all
/// very good thank you").
/// </summary>
internal static class NearDuplicates
{
    private const double Alike = 0.8;

    /// <returns>A number for each text; nearly the same texts share it.</returns>
    public static int[] Groups(IReadOnlyList<string> texts)
    {
        var words = texts.Select(WordsOf).ToList();
        var frequency = words.SelectMany(w => w).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
        var parent = Enumerable.Range(0, texts.Count).ToArray();
        var byWord = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            // Two texts that are alike share at least one of their rarest words, so only those are compared.
            var rarest = words[i].OrderBy(w => frequency[w]).ThenBy(w => w, StringComparer.Ordinal).Take(words[i].Count - (int)Math.Ceiling(Alike * words[i].Count) + 1);
            foreach (var word in rarest)
            {
                if (!byWord.TryGetValue(word, out var others))
                {
                    byWord[word] = others = [];
                }

                foreach (var other in others.Where(other => AreAlike(words[i], words[other])))
                {
                    parent[Root(parent, i)] = Root(parent, other);
                }

                others.Add(i);
            }
        }

        return [.. Enumerable.Range(0, texts.Count).Select(i => Root(parent, i))];
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static bool AreAlike(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return common >= Alike * (one.Count + other.Count - common);
    }

    private static int Root(int[] parent, int i)
    {
        while (parent[i] != i)
        {
            i = parent[i] = parent[parent[i]];
        }

        return i;
    }
}
