namespace FeedbackBot.Triage;

/// <summary>Forgives one slip of a finger: a letter too few, too many, wrong, or two swapped.</summary>
public static class Typo
{
    /// <summary>In shorter words one slip makes another word: "mine" and "line", "link" and "sink".</summary>
    private const int ShortestForgiven = 5;

    public static bool Means(string typed, string word)
    {
        if (typed == word)
        {
            return true;
        }

        if (word.Length < ShortestForgiven || Math.Abs(typed.Length - word.Length) > 1)
        {
            return false;
        }

        var same = 0;
        while (same < typed.Length && same < word.Length && typed[same] == word[same])
        {
            same++;
        }

        // Asked of every word of a post for every word that may be meant: no piece is copied.
        var left = typed.AsSpan(same);
        var right = word.AsSpan(same);
        return (right.Length > 0 && left.SequenceEqual(right[1..]))
            || (left.Length > 0 && right.SequenceEqual(left[1..]))
            || (left.Length > 0 && right.Length > 0 && left[1..].SequenceEqual(right[1..]))
            || (left.Length > 1 && right.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
