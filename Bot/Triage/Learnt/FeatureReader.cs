namespace FeedbackBot.Triage.Learnt;

/// <summary>What a text has that may have a weight. The reader and the tool that learns the weights share it, so that both see the same.</summary>
public static class FeatureReader
{
    private const int ShortestPiece = 3;
    private const int LongestPiece = 5;
    private const int LongestWord = 24;

    /// <summary>How many words a negation reaches.</summary>
    private const int Reach = 4;

    private static readonly uint Begin = FeatureHash.Of("^");
    private static readonly uint End = FeatureHash.Of("$");
    private static readonly int[] LengthSteps = [1, 2, 4, 8, 15, 25, 40];

    /// <summary>One number for each kind of feature, so that a word and a negated word differ.</summary>
    private enum Kind : uint
    {
        Word = 1,
        Pair,
        Negated,
        Piece,
        First,
        Triple,
        Around,
        AfterTurn,
        Own,
        OwnNegated,
        Length,
        Sign,
        Manner,
        MannerPair,
    }

    /// <summary>What the text says, and how it is typed.</summary>
    public static List<Feature> WithTyping(TokenText text)
    {
        var features = Of(text);
        var marks = Manner.Of(text);
        for (var i = 0; i < marks.Count; i++)
        {
            features.Add(new Feature(Hash(Kind.Manner, marks[i]), FeatureBlock.Manner, -1, -1));
            for (var j = 0; j < i; j++)
            {
                features.Add(new Feature(Hash(Kind.MannerPair, Math.Min(marks[i], marks[j]), Math.Max(marks[i], marks[j])), FeatureBlock.MannerPairs, -1, -1));
            }
        }

        return features;
    }

    /// <summary>How many steps of length so many words are over.</summary>
    public static int LengthStep(int words) => LengthSteps.Count(step => words > step);

    /// <summary>What the text says.</summary>
    public static List<Feature> Of(TokenText text)
    {
        var features = new List<Feature>((text.Tokens.Count * 24) + 8);
        var state = new State(features);
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var token = text.Tokens[i];
            if (token.Kind is TokenKind.Word or TokenKind.Emoji)
            {
                state.Read(i, token);
                if (token.Kind == TokenKind.Word)
                {
                    AddPieces(features, i, text.Word(token));
                }
            }
            else
            {
                state.Read(token.Kind);
            }
        }

        state.Finish();
        return features;
    }

    private static void AddPieces(List<Feature> features, int at, ReadOnlySpan<char> word)
    {
        word = word[..Math.Min(word.Length, LongestWord)];
        Span<char> padded = stackalloc char[LongestWord + 2];
        padded[0] = ' ';
        word.CopyTo(padded[1..]);
        padded[word.Length + 1] = ' ';
        padded = padded[..(word.Length + 2)];
        for (var length = ShortestPiece; length <= LongestPiece; length++)
        {
            for (var from = 0; from + length <= padded.Length; from++)
            {
                features.Add(new Feature(Hash(Kind.Piece, FeatureHash.Of(padded.Slice(from, length))), FeatureBlock.Letters, at, at));
            }
        }
    }

    private static uint Hash(Kind kind, uint first) => FeatureHash.Of((uint)kind, first);

    private static uint Hash(Kind kind, uint first, uint second) => FeatureHash.Of(Hash(kind, first), second);

    /// <summary>What the words so far mean for the next one.</summary>
    private struct State(List<Feature> features)
    {
        private uint _before = Begin;
        private uint _beforeThat;
        private int _beforeAt = -1;
        private int _beforeThatAt = -1;
        private int _negated;
        private bool _turned;
        private int _words;
        private int _shouts;
        private int _questions;
        private int _loud;

        public void Read(int at, Token token)
        {
            var word = token.Hash;
            _words++;
            _loud += token.IsLoud ? 1 : 0;
            Add(Hash(Kind.Word, word), at, at);
            AddNeighbours(word, at);
            AddOwn(word, at);
            if (_words == 1)
            {
                Add(Hash(Kind.First, word), at, at);
            }

            if (_negated > 0)
            {
                Add(Hash(Kind.Negated, word), at, at);
                _negated--;
            }

            if (SmallWords.Negations.Contains(word))
            {
                _negated = Reach;
            }

            if (SmallWords.Turns.Contains(word))
            {
                (_turned, _negated) = (true, 0);
            }
            else if (_turned)
            {
                Add(Hash(Kind.AfterTurn, word), at, at);
            }

            (_beforeThat, _beforeThatAt, _before, _beforeAt) = (_beforeAt < 0 ? 0 : _before, _beforeAt, word, at);
        }

        public void Read(TokenKind mark)
        {
            _negated = 0;
            _shouts += mark == TokenKind.Shout ? 1 : 0;
            _questions += mark == TokenKind.Question ? 1 : 0;
            if (mark != TokenKind.Pause)
            {
                EndSentence();
            }
        }

        public void Finish()
        {
            EndSentence();
            AddSign(Kind.Length, (uint)LengthStep(_words));
            AddSigns(1, _shouts);
            AddSigns(3, _questions);
            AddSigns(5, _loud);
        }

        private readonly void AddNeighbours(uint word, int at)
        {
            Add(Hash(Kind.Pair, _before, word), _beforeAt < 0 ? at : _beforeAt, at);
            if (_beforeThat != 0)
            {
                Add(Hash(Kind.Triple, FeatureHash.Of(_beforeThat, _before), word), _beforeThatAt, at);
                Add(Hash(Kind.Around, _beforeThat, word), _beforeThatAt, at);
            }
        }

        /// <summary>Our own words count by their list too, so that one which nobody in the learnt comments used still says something.</summary>
        private readonly void AddOwn(uint word, int at)
        {
            if (OwnWords.ListOf(word) is var lists and not 0)
            {
                for (var list = 0; list < OwnWords.Count; list++)
                {
                    if ((lists & (1 << list)) != 0)
                    {
                        features.Add(new Feature(Hash(_negated > 0 ? Kind.OwnNegated : Kind.Own, (uint)list), FeatureBlock.Shape, at, at));
                    }
                }
            }
        }

        private void EndSentence()
        {
            if (_beforeAt >= 0)
            {
                Add(Hash(Kind.Pair, _before, End), _beforeAt, _beforeAt);
            }

            (_before, _beforeAt, _beforeThat, _beforeThatAt, _negated) = (Begin, -1, 0, -1, 0);
        }

        private readonly void AddSigns(uint sign, int times)
        {
            if (times > 0)
            {
                AddSign(Kind.Sign, sign);
            }

            if (times > 1)
            {
                AddSign(Kind.Sign, sign + 1);
            }
        }

        private readonly void AddSign(Kind kind, uint value) => features.Add(new Feature(Hash(kind, value), FeatureBlock.Shape, -1, -1));

        private readonly void Add(uint hash, int first, int last) => features.Add(new Feature(hash, FeatureBlock.Words, first, last));
    }
}
