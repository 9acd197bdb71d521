using System.Reflection;
using FeedbackBot.Posts;
using FeedbackBot.Triage.Personal;

namespace FeedbackBot.Triage.Alarms;

/// <summary>
/// Finds words of harm, abuse, neglect and threat. Recall comes before precision: a "not" before such words excuses nothing, and a joke about
/// dying that no manner of speaking covers is read by a person. The phrases are words/*.txt, written so that a safeguarding lead can read them.
/// </summary>
public static class SafeguardingReader
{
    private static readonly PhraseBook Book = new(Files());

    /// <summary>What must not wait in the post's text, its pictures' descriptions and what it quotes; null where nothing is found.</summary>
    public static Alarm? Read(Post post)
    {
        var alarms = PersonalReader.Texts(post).Select(Read).OfType<Alarm>().ToList();
        return alarms.Count == 0 ? null : new Alarm(alarms.Min(a => a.Kind), [.. alarms.SelectMany(a => a.Words).Distinct()]);
    }

    public static Alarm? Read(string text)
    {
        var words = AlarmWords.Read(text, Book.Spelling);
        var terms = words.ConvertAll(w => Book.Terms(w.Text));
        var found = Find(terms);
        if (found.Count == 0)
        {
            return null;
        }

        // The most pressing kind names the alarm; the words of all kinds are shown.
        return new Alarm(found.Min(f => f.Kind), [.. found.Select(f => Quote(text, words, f.Taken)).Distinct()]);
    }

    private static List<(AlarmKind Kind, int[] Taken)> Find(List<int[]> terms)
    {
        var found = new List<(AlarmKind, int[])>();
        foreach (var word in Fitting(terms, harmless: true).SelectMany(f => f.Taken).ToList())
        {
            terms[word] = [];
        }

        found.AddRange(Fitting(terms, harmless: false).Select(f => (f.Phrase.Kind!.Value, f.Taken)));
        return found;
    }

    private static IEnumerable<(Phrase Phrase, int[] Taken)> Fitting(List<int[]> terms, bool harmless)
    {
        var taken = new List<int>();
        for (var at = 0; at < terms.Count; at++)
        {
            foreach (var term in terms[at])
            {
                foreach (var phrase in Book.BeginningWith(term))
                {
                    if (phrase.Kind is null == harmless && phrase.Fits(terms, at, taken))
                    {
                        yield return (phrase, [.. taken]);
                    }
                }
            }
        }
    }

    /// <summary>The words as they were written, with dots where others stand between.</summary>
    private static string Quote(string text, List<AlarmWord> words, int[] taken)
    {
        var quote = text[words[taken[0]].Start..words[taken[0]].End];
        for (var i = 1; i < taken.Length; i++)
        {
            var word = words[taken[i]];
            if (word.Start != words[taken[i - 1]].Start)
            {
                quote += (taken[i] == taken[i - 1] + 1 ? " " : " … ") + text[word.Start..word.End];
            }
        }

        return quote;
    }

    private static IEnumerable<string> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("alarms/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }
}
