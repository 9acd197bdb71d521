using FeedbackBot.Wards;

namespace FeedbackBot.Teams.Questions;

/// <summary>Guesses what a person may have meant by words that aren't understood. Pure: the guesses are questions as one would type them.</summary>
public static class LikelyMeanings
{
    public const int Count = 3;

    private const int MostWords = 20;

    private const int LongestFind = 60;

    /// <summary>Words that are less alike than this have nothing to do with each other.</summary>
    private const double LeastAlike = 0.6;

    private const double WardAlike = 0.7;

    /// <summary>What people mean by each question; the weight says which come first when nothing speaks for any.</summary>
    private static readonly (string Question, double Weight, string[] Words)[] Known =
    [
        ("summary", 0.30, ["summary", "today", "digest", "report", "figures", "numbers", "statistics", "day", "overview", "morning", "shift"]),
        ("open", 0.29, ["open", "waiting", "unresolved", "outstanding", "unclaimed", "cases", "complaints", "todo", "list", "problems", "dirty"]),
        ("help", 0.10, ["help", "commands", "explain", "manual", "options", "hello", "thanks", "thank"]),
        ("mine", 0.09, ["mine", "myself", "claimed", "assigned", "own"]),
        ("wards", 0.08, ["wards", "ward", "channels", "clinics", "places"]),
        ("summary yesterday", 0.07, ["yesterday", "night"]),
        ("status", 0.05, ["status", "connected", "health", "budget", "cost", "costs"]),
        ("check posts", 0.02, ["check", "removed", "deleted"]),
        ("summary week", 0.06, ["week", "weekly", "weekend", "month", "days"]),
    ];

    /// <summary>The likeliest first, always <see cref="Count"/> of them.</summary>
    public static IReadOnlyList<string> Of(string text, Organisation organisation)
    {
        var message = new Message(text);
        var words = message.Words.Take(MostWords).ToList();
        var guesses = Known.Select(k => (k.Question, Score: k.Weight + k.Words.Max(known => Best(words, known)))).ToList();
        if (Ward(words, organisation) is ({ } ward, var alike))
        {
            guesses.Add(($"summary {ward.Name}", 1 + alike));
            guesses.Add(($"open {ward.Name}", 0.9 + alike));
        }

        if (Sought(message, words) is { } sought)
        {
            // Few words that mean nothing else are most likely about something in a post.
            guesses.Add(($"find {sought}", 0.2 + (words.Count <= 3 ? 0.4 : 0)));
        }

        return [.. guesses.OrderByDescending(g => g.Score).Select(g => g.Question).Take(Count)];
    }

    private static double Best(List<Spoken> words, string known) =>
        words.Select(w => Likeness.Of(w.Key, known)).Where(alike => alike >= LeastAlike).DefaultIfEmpty(0).Max();

    /// <summary>The ward whose name is most like some of the words in a row.</summary>
    private static (Ward? Ward, double Alike) Ward(List<Spoken> words, Organisation organisation)
    {
        (Ward? Ward, double Alike) best = (null, WardAlike);
        foreach (var ward in organisation.Wards)
        {
            var name = ward.Name.ToLowerInvariant();
            var length = name.Count(c => c == ' ') + 1;
            for (var i = 0; i + length <= words.Count; i++)
            {
                var row = string.Join(' ', words.Skip(i).Take(length).Select(w => w.Key));
                if (Math.Abs(row.Length - name.Length) <= 3 && Likeness.Of(row, name) is var alike && alike > best.Alike)
                {
                    best = (ward, alike);
                }
            }
        }

        return best;
    }

    /// <summary>What is left without the small words at the beginning; null where that is nothing, or too much to look for.</summary>
    private static string? Sought(Message message, List<Spoken> words)
    {
        var kept = words.SkipWhile(w => Vocabulary.Openers.Contains(w.Key) || Vocabulary.MayStandBefore(w.Key) || Vocabulary.Thanks.Contains(w.Key)).ToList();
        return message.Typed(kept) is { Length: > 0 and <= LongestFind } typed && kept.Exists(w => w.Key.Any(char.IsLetterOrDigit)) ? typed : null;
    }
}
