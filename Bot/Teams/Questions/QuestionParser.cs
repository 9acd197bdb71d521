using FeedbackBot.Summary;
using FeedbackBot.Triage;
using FeedbackBot.Wards;

namespace FeedbackBot.Teams.Questions;

/// <summary>Understands what a person asks the bot, from commands ("open ward 7") to plain talk ("what happened today?").</summary>
public static class QuestionParser
{
    /// <param name="text">The activity's text as Teams sent it, mentions included; null is no text.</param>
    public static Question Parse(string? text, Organisation organisation)
    {
        var message = new Message(text);
        if (NamedAlone(message, organisation) is { } ward)
        {
            return new Question.SummaryAsked(SummaryRange.Today, ward.Id);
        }

        var opened = WithWeeks(message.Words).SkipWhile(w => Vocabulary.Openers.Contains(w.Key)).ToList();
        if (opened.Count == 0)
        {
            return new Question.Help();
        }

        if (Vocabulary.Thanks.Contains(opened[0].Key))
        {
            // "Thanks for the summary" asks for none; "thanks, what's open?" does, and its mark says so. "Thanks, digest off" is an order.
            opened = [.. opened.SkipWhile(w => Vocabulary.Thanks.Contains(w.Key) || Vocabulary.Openers.Contains(w.Key))];
            var isOrder = opened.Count > 0 && opened[0].Key != "for" && Command(WithoutThanks(opened)) is not null;
            if (opened.Count == 0 || !(isOrder || message.Text.Contains('?', StringComparison.Ordinal)))
            {
                return new Question.Thanks();
            }
        }

        var said = string.Join(' ', opened.Select(w => w.Key));
        var words = WithoutThanks(opened);
        return Command(words) switch
        {
            "link" => new Question.Link(WardWords.In(message, words[1..], organisation).Ward ?? ""),
            "unlink" => new Question.Unlink(),
            "find" => new Question.Find(message.Typed([.. words[1..].SkipWhile(w => Vocabulary.BeforeSoughtWords.Contains(w.Key))])),
            "check" => new Question.Check(),
            "digest" => new Question.Digest(DigestIn(message, opened)),
            _ when Vocabulary.IsHelp(said) => new Question.Help(),
            _ when Vocabulary.IsStatus(string.Join(' ', words.Select(w => w.Key))) => new Question.Status(),
            _ when Vocabulary.IsMine(said) => new Question.Mine(),
            _ => Figures(message, words, organisation) ?? new Question.Unknown(message.Text),
        };
    }

    private static Ward? NamedAlone(Message message, Organisation organisation) =>
        Command(message.Words) is null && !(message.Words.Count == 1 && Vocabulary.IsQuestion(message.Words[0].Key))
            ? organisation.Named(message.Typed(message.Words))
            : null;

    private static string? Command(IReadOnlyList<Spoken> words) => words.Count == 0 ? null : words[0].Key switch
    {
        "link" => "link",
        var key when Vocabulary.IsUnlink(key) => "unlink",
        var key when Vocabulary.IsFind(key) || (key == "look" && words.Count > 1 && words[1].Key == "for") => "find",
        "check" when words.Count > 1 && words[1].Key is "posts" or "all" => "check",
        var key when Typo.Means(key, "digest") || words.Any(w => w.Key is "digest" or "digests") => "digest",
        _ => null,
    };

    /// <summary>"The evening digest at 8": what elsewhere only greets says when it is to come.</summary>
    private static string DigestIn(Message message, List<Spoken> opened)
    {
        List<Spoken> before = [.. message.Words.Where(w => w.End < opened[0].Start)];
        var saysWhen = before is [.., { Key: "morning" or "afternoon" or "evening" } last]
            && before is not [.., { Key: "good" }, _]
            && message.Text[last.End..opened[0].Start] == " ";
        return message.Typed(saysWhen ? [before[^1], .. opened] : opened);
    }

    private static Question? Figures(Message message, List<Spoken> words, Organisation organisation)
    {
        var asked = words.FindIndex(w => Vocabulary.IsSummary(w.Key));
        var open = Enumerable.Range(0, words.Count).FirstOrDefault(i => AsksForOpen(words, i), -1);
        if (asked >= 0 && (open < 0 || asked < open))
        {
            var ward = Around(message, words, asked, organisation);
            return new Question.SummaryAsked(RangeIn(ward.Around), ward.Ward);
        }

        if (open >= 0)
        {
            var ward = Around(message, words, open, organisation);

            // "The shop is open" asks nothing; "open the shop" asks about a ward that we may not know.
            var isAsked = ward.Ward is null || ward.IsMeant || words[0].Key == words[open].Key;
            return isAsked ? new Question.Open(ward.Ward) : null;
        }

        if (words.Any(w => w.Key == "wards") && !Vocabulary.IsNews(words[0].Key))
        {
            return new Question.Wards();
        }

        return News(message, words, organisation);
    }

    /// <summary>"How was yesterday", "ward 7 today", and a ward's bare name.</summary>
    private static Question.SummaryAsked? News(Message message, List<Spoken> words, Organisation organisation)
    {
        var ward = WardWords.In(message, words, organisation);
        var isAsked = ward.IsMeant || (ward.Ward is null && words.Any(w => Vocabulary.IsNews(w.Key)));
        return isAsked ? new Question.SummaryAsked(RangeIn(ward.Around), ward.Ward) : null;
    }

    /// <summary>The ward named after the word that says what is asked, else before it.</summary>
    private static WardWords Around(Message message, List<Spoken> words, int at, Organisation organisation)
    {
        var after = WardWords.In(message, words[(at + 1)..], organisation);
        var before = WardWords.In(message, words[..at], organisation);
        return after.Ward is null ? before with { Around = [.. before.Around, .. after.Around] } : after with { Around = [.. words[..at], .. after.Around] };
    }

    /// <summary>"What's waiting" asks; "the waiting room" is a place.</summary>
    private static bool AsksForOpen(List<Spoken> words, int at) =>
        Vocabulary.IsOpen(words[at].Key) && (words[at].Key != "waiting" || at + 1 == words.Count || !Vocabulary.Places.Contains(words[at + 1].Key));

    private static SummaryRange RangeIn(IEnumerable<Spoken> words) =>
        words.Select(w => Vocabulary.RangeOf(w.Key)).OfType<SummaryRange>().FirstOrDefault(r => r != SummaryRange.Today, SummaryRange.Today);

    private static List<Spoken> WithoutThanks(List<Spoken> words)
    {
        var last = words.FindLastIndex(w => !Vocabulary.Closers.Contains(w.Key));
        return last < 0 ? words : words[..(last + 1)];
    }

    /// <summary>"The last seven days" is a week, not a ward 7.</summary>
    private static List<Spoken> WithWeeks(IReadOnlyList<Spoken> words)
    {
        var result = new List<Spoken>();
        foreach (var word in words)
        {
            if (word.Key == "days" && result.Count > 0 && result[^1].Key is "7" or "seven")
            {
                result[^1] = new Spoken("week", result[^1].Start, word.End);
            }
            else
            {
                result.Add(word);
            }
        }

        return result;
    }
}
