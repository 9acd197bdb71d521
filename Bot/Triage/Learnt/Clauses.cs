namespace FeedbackBot.Triage.Learnt;

/// <summary>Divides a text where its thoughts end: at a full stop, a comma, a bracket, or a word such as "but".</summary>
public static class Clauses
{
    /// <returns>The number of each token's clause, from 0 without gaps, and how many clauses there are.</returns>
    public static (int[] Of, int Count) In(TokenText text)
    {
        var of = new int[text.Tokens.Count];
        var (clause, words) = (0, 0);
        for (var i = 0; i < of.Length; i++)
        {
            var token = text.Tokens[i];
            var isWord = token.Kind is TokenKind.Word or TokenKind.Emoji;
            if ((!isWord || SmallWords.Turns.Contains(token.Hash)) && words > 0)
            {
                clause++;
                words = 0;
            }

            words += isWord ? 1 : 0;
            of[i] = clause;
        }

        // Marks at the end are of the last thought.
        var count = words > 0 || clause == 0 ? clause + 1 : clause;
        for (var i = of.Length - 1; i >= 0 && of[i] == count; i--)
        {
            of[i] = count - 1;
        }

        return (of, count);
    }
}
