using System.Reflection;

namespace FeedbackBot.Triage.Learnt;

/// <summary>
/// Lists of words that we wrote ourselves, in own-words.txt: what people post from a bog and the learnt comments hardly say. How much a
/// list counts is learnt; the sure words of a topic name it by themselves.
/// </summary>
public static class OwnWords
{
    private static readonly string[] Names =
        ["praise", "complaint", "grave", .. Enum.GetNames<Topic>(), .. Enum.GetNames<Topic>().Select(topic => $"Sure{topic}"), "SurePraise"];

    private static readonly Dictionary<uint, int> Lists = Load();

    public static int Count => Names.Length;

    /// <summary>One bit for each list that the word is in.</summary>
    public static int ListOf(uint word) => Lists.GetValueOrDefault(word);

    public static bool IsPraise(uint word) => (ListOf(word) & 1) != 0;

    public static bool IsComplaint(uint word) => (ListOf(word) & 0b110) != 0;

    public static bool Is(uint word, Topic topic) => (ListOf(word) & (1 << (3 + (int)topic))) != 0;

    /// <summary>Whoever writes this word means the topic: "the bog", "no privacy". The learnt comments have too few of most topics to show it.</summary>
    public static bool IsSure(uint word, Topic topic) => (ListOf(word) & (1 << (3 + Thresholds.TopicCount + (int)topic))) != 0;

    private static Dictionary<uint, int> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("own-words.txt")
            ?? throw new InvalidOperationException("own-words.txt isn't embedded in the assembly.");
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<uint, int>();
        var list = -1;
        while (reader.ReadLine() is { } line)
        {
            if (line.EndsWith(':'))
            {
                list = Array.IndexOf(Names, line[..^1]) is var named and >= 0
                    ? named
                    : throw new InvalidOperationException($"own-words.txt has a list '{line}' that nothing reads.");
                continue;
            }

            foreach (var token in new TokenText(line).Tokens)
            {
                lists[token.Hash] = lists.GetValueOrDefault(token.Hash) | (1 << list);
            }
        }

        return lists;
    }
}
