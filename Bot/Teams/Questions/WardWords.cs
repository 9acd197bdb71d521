using FeedbackBot.Triage;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams.Questions;

/// <summary>The ward that some words mean, and the words around it that don't belong to its name.</summary>
/// <param name="Ward">Its id where it is known, else as typed; null where the words name none.</param>
/// <param name="IsMeant">It is a known ward, or the words leave no doubt that a ward was meant.</param>
internal sealed record WardWords(string? Ward, bool IsMeant, IReadOnlyList<Spoken> Around)
{
    /// <summary>Each try asks every ward, so a message made of small words alone must not cause thousands.</summary>
    private const int MostLeftOff = 8;

    /// <summary>Looks for the longest row of words that names a ward, leaving off small words at both ends only.</summary>
    public static WardWords In(Message message, IReadOnlyList<Spoken> words, Organisation organisation)
    {
        var before = words.TakeWhile(w => Vocabulary.MayStandBefore(w.Key)).Count();
        var after = words.Reverse().TakeWhile(w => Vocabulary.MayStandAfter(w.Key)).Count();
        var (mostBefore, mostAfter) = (Math.Min(before, MostLeftOff), Math.Min(after, MostLeftOff));
        for (var left = 0; left <= mostBefore + mostAfter; left++)
        {
            for (var from = Math.Max(0, left - mostAfter); from <= Math.Min(left, mostBefore); from++)
            {
                var row = Row(words, from, left - from);
                if (row.Count > 0 && Known(message.Typed(row), organisation) is { } ward)
                {
                    return new WardWords(ward.Id, IsMeant: true, [.. words.Take(from), .. words.TakeLast(left - from)]);
                }
            }
        }

        var rest = Row(words, before, after);
        if (rest.Count == 0 || rest.All(w => Vocabulary.Anywhere.Contains(w.Key)))
        {
            return new WardWords(null, IsMeant: false, words);
        }

        var isMeant = rest[0].Key == "ward" || rest[0].Key[0] is '#' or '＃' || (before > 0 && SaysWhere(words, before));
        return new WardWords(message.Typed(rest), isMeant, [.. words.Take(before), .. words.TakeLast(after)]);
    }

    /// <summary>"on", "on the": what follows is a place.</summary>
    private static bool SaysWhere(IReadOnlyList<Spoken> words, int before) =>
        Vocabulary.Prepositions.Contains(words[before - 1].Key)
        || (before > 1 && words[before - 1].Key == "the" && Vocabulary.Prepositions.Contains(words[before - 2].Key));

    private static Ward? Known(string typed, Organisation organisation) =>
        organisation.Named(typed) ?? organisation.Named(InDigits(typed)) ?? organisation.Named("ward " + InDigits(typed));

    /// <summary>"Ward Seven" as "ward 7".</summary>
    private static string InDigits(string typed)
    {
        var words = typed.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            var lower = words[i].ToLowerInvariant();
            if (i + 1 < words.Count && NumberWords.Together(lower, words[i + 1].ToLowerInvariant()) is { } number)
            {
                words[i] = number;
                words.RemoveAt(i + 1);
            }
            else
            {
                words[i] = NumberWords.InDigits(lower);
            }
        }

        return string.Join(' ', words);
    }

    private static List<Spoken> Row(IReadOnlyList<Spoken> words, int before, int after) =>
        [.. words.Skip(before).Take(words.Count - before - after)];
}
