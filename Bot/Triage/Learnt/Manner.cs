namespace FeedbackBot.Triage.Learnt;

/// <summary>
/// How a text is typed: its last mark, its apostrophes, its capitals, where its spaces stand. It says nothing of the care, but each trust's clerks have their habits, so it tells whose
/// comment a text is like (see README's decisions).
/// </summary>
internal static class Manner
{
    private static readonly int[] SentenceSteps = [1, 2, 4];

    /// <summary>The numbers are filed in the weights, so they stay as they are.</summary>
    private enum Habit : uint
    {
        LastMark = 1,
        FirstLetter,
        StraightApostrophe,
        CurlyApostrophe,
        NoApostrophe,
        CapitalIInside,
        CapitalInside,
        Loud,
        BlackedOut,
        TwoSpaces,
        SpaceBeforeMark,
        NoSpaceAfterMark,
        SmallAfterStop,
        Comma,
        Mark,
        NewLine,
        Digit,
        Sentences,
        Words,
    }

    /// <summary>What stands at the end: a mark as it is, any letter or digit as one.</summary>
    private enum Ending : uint
    {
        Word = 1,
        OtherMark,
    }

    /// <summary>Each habit that the text shows, once.</summary>
    public static List<uint> Of(TokenText text)
    {
        var marks = new List<uint>(12);
        var typed = text.Text.AsSpan().Trim();
        if (typed.IsEmpty)
        {
            return marks;
        }

        AddEnds(marks, typed);
        AddInside(marks, typed);
        AddWords(marks, text);
        return marks;
    }

    private static void AddEnds(List<uint> marks, ReadOnlySpan<char> typed)
    {
        var last = typed[^1];
        Add(marks, Habit.LastMark, char.IsLetterOrDigit(last) ? (uint)Ending.Word : last is '.' or '!' or '?' or ',' or '…' ? last : (uint)Ending.OtherMark);
        Add(marks, Habit.FirstLetter, char.IsUpper(typed[0]) ? 1u : char.IsLower(typed[0]) ? 2u : 3u);
    }

    private static void AddInside(List<uint> marks, ReadOnlySpan<char> typed)
    {
        for (var i = 1; i < typed.Length; i++)
        {
            var (before, c, after) = (typed[i - 1], typed[i], i + 1 < typed.Length ? typed[i + 1] : ' ');
            switch (c)
            {
                case '\'' when char.IsLetter(before):
                    Add(marks, Habit.StraightApostrophe);
                    break;
                case '’' when char.IsLetter(before):
                    Add(marks, Habit.CurlyApostrophe);
                    break;
                case '\n':
                    Add(marks, Habit.NewLine);
                    break;
                case ' ' when before == ' ':
                    Add(marks, Habit.TwoSpaces);
                    break;
                case '&' or '(' or '/' or ':' or ';' or '+' or '*' or '[' or '"' or '-' or '–':
                    Add(marks, Habit.Mark, c);
                    break;
                case 'I' when char.IsLower(before):
                    Add(marks, Habit.CapitalIInside);
                    break;
            }

            if (c is ',' or '.' or '!' or '?')
            {
                AddAround(marks, before, c, after);
            }
            else if (char.IsDigit(c))
            {
                Add(marks, Habit.Digit);
            }
            else if (char.IsUpper(c) && before == ' ' && char.IsLower(after) && i > 1 && (char.IsLetter(typed[i - 2]) || typed[i - 2] == ','))
            {
                Add(marks, Habit.CapitalInside);
            }
        }
    }

    private static void AddAround(List<uint> marks, char before, char mark, char after)
    {
        if (mark == ',')
        {
            Add(marks, Habit.Comma);
        }

        if (before == ' ')
        {
            Add(marks, Habit.SpaceBeforeMark);
        }

        if (char.IsLower(before) && char.IsLetter(after))
        {
            Add(marks, Habit.NoSpaceAfterMark);
        }
    }

    private static void AddWords(List<uint> marks, TokenText text)
    {
        var (words, sentences, isAfterStop) = (0, 1, false);
        foreach (var token in text.Tokens)
        {
            if (token.Kind != TokenKind.Word)
            {
                isAfterStop = token.Kind is TokenKind.Stop or TokenKind.Shout or TokenKind.Question;
                sentences += isAfterStop ? 1 : 0;
                continue;
            }

            words++;
            if (isAfterStop && char.IsLower(text.Text[token.Start]))
            {
                Add(marks, Habit.SmallAfterStop);
            }

            isAfterStop = false;
            if (token.IsLoud)
            {
                Add(marks, IsBlackedOut(text.Text.AsSpan(token.Start, token.Length)) ? Habit.BlackedOut : Habit.Loud);
            }

            if (SmallWords.WithoutApostrophe.Contains(token.Hash) && token.Length == token.FoldedLength)
            {
                Add(marks, Habit.NoApostrophe);
            }
        }

        Add(marks, Habit.Sentences, (uint)SentenceSteps.Count(step => sentences > step));
        Add(marks, Habit.Words, (uint)FeatureReader.LengthStep(words));
    }

    /// <summary>Names that the trusts took out stand as XXXX.</summary>
    private static bool IsBlackedOut(ReadOnlySpan<char> word) => !word.ContainsAnyExcept('X');

    private static void Add(List<uint> marks, Habit habit, uint value = 0)
    {
        var mark = FeatureHash.Of((uint)habit, value);
        if (!marks.Contains(mark))
        {
            marks.Add(mark);
        }
    }
}
