namespace FeedbackBot.Cases.Patterns;

/// <summary>
/// Reads where in a ward a complaint is about: whose toilet, which floor, by what. Pure, in one pass over the words. In doubt it says
/// nothing, because a complaint that names no spot agrees with all others in its ward.
/// </summary>
public sealed class SpotReader
{
    private const string Bedside = "bedside";

    /// <summary>Rooms of which a ward has several, told apart by whose they are.</summary>
    private static readonly HashSet<string> Owned = ["toilet", "shower", "bathroom", "changing room"];

    private static readonly HashSet<string> Outlets = ["canteen", "cafe", "vending machine"];

    private readonly SpotWords _words;
    private readonly List<(SpotKind Kind, string Value)> _said = [];
    private readonly List<(int From, int To)> _rooms = [];
    private readonly List<(SpotKind Kind, string Value, int From, int To)> _numbered = [];

    private SpotReader(string text) => _words = new SpotWords(text);

    public static Spot Read(string text)
    {
        var reader = new SpotReader(text);
        for (var at = 0; at < reader._words.Count;)
        {
            at = reader.ReadAt(at);
        }

        reader.Settle();
        return reader._said.Count == 0 ? Spot.Anywhere : Spot.Of(reader._said);
    }

    private int ReadAt(int at) =>
        Near(at) ?? Ordinal(at) ?? Numbered(at) ?? ParkingForDisabled(at) ?? Room(at) ?? Owner(at) ?? Basement(at) ?? at + 1;

    /// <summary>"By the lift", "next to bay 3".</summary>
    private int? Near(int at)
    {
        var after = SpotVocabulary.IsNear(_words[at]) ? at + 1 : SpotVocabulary.IsNear(_words[at], _words[at + 1]) ? at + 2 : 0;
        if (after == 0)
        {
            return null;
        }

        while (SpotVocabulary.IsArticle(_words[after]))
        {
            after++;
        }

        if (!_words.IsInOneBreath(at, after))
        {
            return null;
        }

        if (SpotVocabulary.NumberedBy(_words[after]) is { } kind && _words.Number(after + 1) is var (value, to))
        {
            _said.Add((kind, value));
            return to;
        }

        if (RoomAt(after) is var (rooms, end))
        {
            _said.Add((SpotKind.Near, rooms[0]));
            return end;
        }

        if (!SpotVocabulary.IsLandmark(_words[after]))
        {
            return null;
        }

        _said.Add((SpotKind.Near, _words[after]));
        return after + 1;
    }

    /// <summary>"2nd floor", "the left-hand cubicle", "east wing", "main car park".</summary>
    private int? Ordinal(int at)
    {
        if (SpotVocabulary.OrdinalOf(_words[at]) is not { } ordinal)
        {
            return null;
        }

        var noun = _words[at + 1] is "hand" or "most" or "storey" ? at + 2 : at + 1;
        var (kind, to) = (_words[noun], _words[noun + 1]) is ("car", "park")
            ? (SpotKind.CarPark, noun + 2)
            : (SpotVocabulary.NumberedBy(_words[noun]), noun + 1);
        if (kind is not { } known || !_words.IsInOneBreath(at, to - 1) || !Orders(ordinal, known, _words[noun]))
        {
            return null;
        }

        Number(known, ordinal, at, to, _words[noun]);
        return to;
    }

    private static bool Orders(string ordinal, SpotKind kind, string noun)
    {
        var isFigure = char.IsAsciiDigit(ordinal[0]);
        return kind switch
        {
            SpotKind.Floor => isFigure || ordinal is "ground" or "top" or "bottom",
            SpotKind.Block => ordinal is "north" or "south" or "east" or "west" or "red" or "blue" or "green" or "yellow" or "orange" or "purple" or "main",

            // "The second toilet I tried" is no place.
            SpotKind.Cubicle => ordinal is "end" or "middle" or "left" or "right" || (isFigure && noun is "cubicle" or "cubical" or "stall"),
            SpotKind.Bay or SpotKind.NumberedRoom => isFigure || ordinal is "end",
            SpotKind.Lift => ordinal is "left" or "right" or "main" or "staff" or "visitors",
            SpotKind.CarPark => !isFigure,
            _ => false,
        };
    }

    /// <summary>"Bay 3", "room no. 12", "floor two", "block C".</summary>
    private int? Numbered(int at)
    {
        if (SpotVocabulary.NumberedBy(_words[at]) is not { } kind || _words.Number(at + 1) is not var (value, to))
        {
            return null;
        }

        Number(kind, value, at, to, _words[at]);
        return to;
    }

    private void Number(SpotKind kind, string value, int from, int to, string noun)
    {
        _numbered.Add((kind, value, from, to));
        if (kind == SpotKind.CarPark)
        {
            AddRoom(["car park"], from, to);
        }
        else if (SpotVocabulary.RoomOf(noun) is { } rooms && rooms[0] != "bay")
        {
            AddRoom(rooms, from, to);
        }
    }

    private int? ParkingForDisabled(int at)
    {
        if (_words[at] != "disabled" || _words[at + 1] is not ("parking" or "bay" or "bays" or "space" or "spaces" or "car"))
        {
            return null;
        }

        _said.Add((SpotKind.Room, "car park"));
        _said.Add((SpotKind.CarPark, "disabled"));
        return at + 2;
    }

    private int? Room(int at)
    {
        if (RoomAt(at) is not var (rooms, to))
        {
            return null;
        }

        AddRoom(rooms, at, to);
        if (rooms[0] == "car park" && _words.Number(to) is var (number, end))
        {
            _said.Add((SpotKind.CarPark, number));
            return end;
        }

        var owner = to;
        owner += _words[owner] == "for" ? 1 : 0;
        owner += owner > to && SpotVocabulary.IsArticle(_words[owner]) ? 1 : 0;
        owner += _words[owner] is "that" or "which" && _words[owner + 2] is "use" ? 1 : 0;
        if (Owned.Contains(rooms[0]) && _words.IsOneSentence(at, owner) && SpotVocabulary.OwnerOf(_words[owner]) is { } whose
            && (owner > to || (whose is "men" or "women" or "disabled" && !_words.IsInOneBreath(at, owner))))
        {
            _said.Add((SpotKind.Whose, whose));
            return owner + 1;
        }

        return to;
    }

    /// <summary>"Men's toilet", "ladies' and disabled loos", "the gents".</summary>
    private int? Owner(int at)
    {
        if (SpotVocabulary.OwnerOf(_words[at]) is not { } whose)
        {
            return null;
        }

        // Staff and visitors do things in toilets, so only their own toilet is theirs: the very next word.
        var reach = whose is "men" or "women" or "disabled" ? 3 : 1;
        for (var noun = at + 1; noun <= at + reach && _words.IsInOneBreath(at, noun) && !SpotVocabulary.Divides(_words[noun]); noun++)
        {
            if (RoomAt(noun) is var (rooms, _) && Owned.Contains(rooms[0]))
            {
                _said.Add((SpotKind.Whose, whose));
                return at + 1;
            }

            reach += _words[noun] is "and" or "or" || SpotVocabulary.OwnerOf(_words[noun]) is not null ? 1 : 0;
        }

        if (!IsToiletByItself(at))
        {
            return null;
        }

        _said.Add((SpotKind.Whose, whose));
        AddRoom(["toilet"], at, at + 1);
        return at + 1;
    }

    /// <summary>"The gents", "in the ladies", "the ladies is filthy"; not "the ladies on reception".</summary>
    private bool IsToiletByItself(int at)
    {
        var word = _words[at];
        return word is "gents"
            || (word is "ladies" or "ladys" or "mens" or "womens" && _words[at - 1] == "the"
                && (_words[at - 2] is "in" or "into" or "inside" or "using" or "used" or "use"
                    || _words[at + 1] is "is" or "was" or "stinks" or "stank" or "smells" or "smelt" or "needs" or "has" or "blocked" or "flooded" or "filthy"));
    }

    private int? Basement(int at)
    {
        if (_words[at] != "basement")
        {
            return null;
        }

        _said.Add((SpotKind.Floor, "basement"));
        return at + 1;
    }

    private (string[] Rooms, int To)? RoomAt(int at) =>
        SpotVocabulary.RoomOf(_words[at], _words[at + 1]) is { } two && _words.IsInOneBreath(at, at + 1) ? (two, at + 2)
        : SpotVocabulary.RoomOf(_words[at]) is { } one ? (one, at + 1)
        : null;

    private void AddRoom(string[] rooms, int from, int to)
    {
        if (rooms[0] is "bay" or "side room")
        {
            rooms = [Bedside];
        }
        else
        {
            _rooms.Add((from, to));
        }

        _said.AddRange(rooms.Select(r => (SpotKind.Room, r)));
        _said.AddRange(rooms.Where(Outlets.Contains).Select(r => (SpotKind.Outlet, r)));
    }

    /// <summary>"I'm in bed 4 and the toilet stinks" is about a toilet, and about no bed.</summary>
    private void Settle()
    {
        foreach (var (kind, value, from, to) in _numbered)
        {
            var isWhereOneLies = kind is SpotKind.Bay or SpotKind.Bed or SpotKind.NumberedRoom;
            if (!isWhereOneLies || _rooms.Count == 0 || _rooms.Any(r => Joins(r.To, from, commas: true) || Joins(to, r.From, commas: false)))
            {
                _said.Add((kind, value));
                if (isWhereOneLies && _rooms.Count == 0)
                {
                    _said.Add((SpotKind.Room, Bedside));
                }
            }
        }
    }

    /// <summary>Only small words stand between the end of the one and the beginning of the other.</summary>
    private bool Joins(int end, int start, bool commas)
    {
        if (start < end || start - end > 3 || !(commas ? _words.IsOneSentence(end - 1, start) : _words.IsInOneBreath(end - 1, start)))
        {
            return false;
        }

        for (var at = end; at < start; at++)
        {
            if (_words[at] is not ("in" or "on" or "at" or "of" or "for" or "inside" or "to" or "s") && !SpotVocabulary.IsArticle(_words[at]) && SpotVocabulary.OwnerOf(_words[at]) is null)
            {
                return false;
            }
        }

        return true;
    }
}
