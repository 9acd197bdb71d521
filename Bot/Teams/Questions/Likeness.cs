namespace FeedbackBot.Teams.Questions;

/// <summary>How alike two words are: 1 for the same, 0 for nothing in common.</summary>
public static class Likeness
{
    public static double Of(string one, string other)
    {
        var longer = Math.Max(one.Length, other.Length);
        return longer == 0 ? 1 : 1 - ((double)Slips(one, other) / longer);
    }

    /// <summary>How many letters must be put in, taken out, changed or swapped with the next to make one word the other.</summary>
    private static int Slips(string one, string other)
    {
        var slips = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                slips[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1, slips[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[one.Length, other.Length];
    }
}
