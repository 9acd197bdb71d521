using System.Text;

namespace FeedbackBot.Tests.Cases.Patterns;

/// <summary>Writes as people do on a phone: slips of the finger, capitals, no apostrophes. Hashtags stay whole, since phones complete them.</summary>
internal sealed class Slips(Random random)
{
    public string In(string text)
    {
        var words = text.Split(' ');
        for (var slips = random.Next(10) switch { < 6 => 0, < 9 => 1, _ => 2 }; slips > 0; slips--)
        {
            var at = random.Next(words.Length);
            words[at] = words[at].Length < 4 || words[at][0] is '#' or '@' ? words[at] : Slip(words[at]);
        }

        var written = string.Join(' ', words);
        return random.Next(12) switch
        {
            0 => Shouted(words),
            1 or 2 or 3 => written.Replace("'", "", StringComparison.Ordinal),
            4 => written.Replace('\'', '’'),
            5 => written.ToLowerInvariant(),
            _ => written,
        };
    }

    private static string Shouted(string[] words) =>
        string.Join(' ', words.Select(w => w[..Math.Min(1, w.Length)] is "#" or "@" ? w : w.ToUpperInvariant()));

    private string Slip(string word)
    {
        var at = random.Next(1, word.Length - 1);
        var slipped = new StringBuilder(word);
        switch (random.Next(4))
        {
            case 0:
                slipped.Remove(at, 1);
                break;
            case 1:
                slipped.Insert(at, word[at]);
                break;
            case 2:
                (slipped[at], slipped[at - 1]) = (slipped[at - 1], slipped[at]);
                break;
            default:
                slipped[at] = (char)('a' + random.Next(26));
                break;
        }

        return slipped.ToString();
    }
}
