using FeedbackBot.Triage;

namespace FeedbackBot.Cases.Patterns;

/// <summary>The words by which patients say where in a ward something is.</summary>
internal static class SpotVocabulary
{
    /// <summary>What a bathroom may be is more than one thing, so it agrees with a toilet and with a shower.</summary>
    private static readonly Dictionary<string, string[]> Rooms = Many(
        ("toilet", "toilet toilets toliet loo loos bog bogs lav lavs lavvy lavatory lavatories wc wcs urinal urinals khazi restroom restrooms washroom washrooms"),
        ("toilet shower bathroom", "bathroom bathrooms wetroom wetrooms"),
        ("shower", "shower showers"),
        ("kitchen", "kitchen kitchens kitchenette"),
        ("corridor", "corridor corridors hallway hallways"),
        ("lift", "lift lifts elevator elevators"),
        ("stairs", "stairs stairway stairwell staircase stairwells"),
        ("day room", "dayroom lounge"),
        ("waiting room", "waitingroom"),
        ("reception", "reception"),
        ("entrance", "entrance foyer lobby"),
        ("car park", "carpark carparks parking"),
        ("playroom", "playroom"),
        ("canteen", "canteen restaurant"),
        ("cafe", "cafe costa"),
        ("pharmacy", "pharmacy"),
        ("bay", "bay bays"),
        ("sluice", "sluice"),
        ("garden", "garden courtyard"),
        ("chapel", "chapel"));

    /// <summary>Rooms of two words.</summary>
    private static readonly Dictionary<string, string[]> TwoWordRooms = Many(
        ("day room", "day_room sitting_room tv_room"),
        ("waiting room", "waiting_room waiting_area waiting_hall"),
        ("changing room", "changing_room changing_rooms changing_area changing_facilities changing_table baby_change baby_changing nappy_changing"),
        ("toilet", "wash_room rest_room powder_room"),
        ("toilet shower bathroom", "wet_room bath_room"),
        ("car park", "car_park car_parks"),
        ("playroom", "play_room play_area"),
        ("cafe", "coffee_shop tea_bar tea_room coffee_bar"),
        ("vending machine", "vending_machine vending_machines"),
        ("treatment room", "treatment_room consulting_room examination_room exam_room"),
        ("smoking area", "smoking_area smoking_shelter"),
        ("entrance", "main_doors front_doors front_door"),
        ("nurses' station", "nurses_station nurse_station nursing_station"),
        ("side room", "side_room side_rooms"));

    private static readonly Dictionary<string, string> Owners = One(
        ("men", "men mens man male males gents gent gentlemens gentlemen boys"),
        ("women", "women womens woman ladies lady ladys female females girls"),
        ("disabled", "disabled accessible wheelchair handicapped"),
        ("visitors", "visitor visitors public relatives"),
        ("staff", "staff staffs"),
        ("patients", "patient patients"),
        ("everyone", "unisex"),
        ("children", "kids childrens child children"),
        ("family", "family parents parent baby"));

    private static readonly Dictionary<string, SpotKind> Numbered = new(StringComparer.Ordinal)
    {
        ["floor"] = SpotKind.Floor,
        ["level"] = SpotKind.Floor,
        ["storey"] = SpotKind.Floor,
        ["block"] = SpotKind.Block,
        ["wing"] = SpotKind.Block,
        ["zone"] = SpotKind.Block,
        ["building"] = SpotKind.Block,
        ["tower"] = SpotKind.Block,
        ["bay"] = SpotKind.Bay,
        ["room"] = SpotKind.NumberedRoom,
        ["rm"] = SpotKind.NumberedRoom,
        ["bed"] = SpotKind.Bed,
        ["cubicle"] = SpotKind.Cubicle,
        ["cubical"] = SpotKind.Cubicle,
        ["stall"] = SpotKind.Cubicle,
        ["toilet"] = SpotKind.Cubicle,
        ["loo"] = SpotKind.Cubicle,
        ["shower"] = SpotKind.Cubicle,
        ["lift"] = SpotKind.Lift,
        ["carpark"] = SpotKind.CarPark,
    };

    private static readonly Dictionary<string, string> Ordinals = new(StringComparer.Ordinal)
    {
        ["first"] = "1",
        ["second"] = "2",
        ["third"] = "3",
        ["fourth"] = "4",
        ["fifth"] = "5",
        ["sixth"] = "6",
        ["seventh"] = "7",
        ["eighth"] = "8",
        ["ninth"] = "9",
        ["tenth"] = "10",
        ["ground"] = "ground",
        ["top"] = "top",
        ["bottom"] = "bottom",
        ["last"] = "end",
        ["end"] = "end",
        ["far"] = "end",
        ["middle"] = "middle",
        ["left"] = "left",
        ["right"] = "right",
        ["north"] = "north",
        ["south"] = "south",
        ["east"] = "east",
        ["west"] = "west",
        ["red"] = "red",
        ["blue"] = "blue",
        ["green"] = "green",
        ["yellow"] = "yellow",
        ["orange"] = "orange",
        ["purple"] = "purple",
        ["multi"] = "multi-storey",
        ["staff"] = "staff",
        ["visitor"] = "visitors",
        ["visitors"] = "visitors",
        ["main"] = "main",
        ["rear"] = "rear",
        ["overflow"] = "overflow",
    };

    /// <summary>Shorter ones are a slip away from other words: "floor" from "flood".</summary>
    private const int ShortestForgiven = 6;

    private static readonly HashSet<string> NearWords = Set("by near nearest beside opposite outside behind past facing beyond");

    private static readonly HashSet<string> NearPairs = Set("next_to close_to across_from front_of end_of along_from round_from nearest_to adjacent_to");

    private static readonly HashSet<string> Landmarks = Set("exit shop pharmacy xray window windows door doors pay payphone atm fountain tills gym theatre theatres office");

    /// <summary>Between "men's" and "toilet" stands at most an adjective, never one of these.</summary>
    private static readonly HashSet<string> Dividers = Set(
        "the a an this that these those my our your his her their its in on at of to by for from with is was are were be been has have had do does did says say said use used using uses "
        + "who which when where while but so because if not no told asked came went left leave walked queue queuing");

    private static readonly HashSet<string> Units = Set(
        "day days hour hours hrs hr minute minutes mins min week weeks month months year years time times people nurses patients visitors beds am pm oclock pounds quid of out");

    private static readonly string[] Forgiven = [.. Rooms.Keys.Concat(Owners.Keys).Concat(Numbered.Keys).Concat(["waiting", "opposite", "outside", "beside", "changing", "ground", "second", "middle"])
        .Where(w => w.Length >= ShortestForgiven).Distinct(StringComparer.Ordinal)];

    /// <summary>The word that was meant, one slip of a finger forgiven in the longer ones.</summary>
    public static string Meant(string word) =>
        word.Length < 5 || Rooms.ContainsKey(word) || Owners.ContainsKey(word) || Numbered.ContainsKey(word)
            ? word
            : Array.Find(Forgiven, known => Typo.Means(word, known)) ?? word;

    public static string[]? RoomOf(string word) => Rooms.GetValueOrDefault(word);

    public static string[]? RoomOf(string word, string next) => TwoWordRooms.GetValueOrDefault($"{word}_{next}");

    public static string? OwnerOf(string word) => Owners.GetValueOrDefault(word);

    public static SpotKind? NumberedBy(string word) => Numbered.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>"Second", "2nd", "ground", "east".</summary>
    public static string? OrdinalOf(string word) =>
        Ordinals.TryGetValue(word, out var ordinal) ? ordinal
        : word.Length > 2 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th" && word[..^2].All(char.IsAsciiDigit) ? word[..^2]
        : null;

    public static bool IsNear(string word) => NearWords.Contains(word);

    public static bool IsNear(string word, string next) => NearPairs.Contains($"{word}_{next}");

    public static bool IsLandmark(string word) => Landmarks.Contains(word);

    public static bool Divides(string word) => Dividers.Contains(word);

    public static bool IsUnit(string word) => Units.Contains(word);

    public static bool IsArticle(string word) => word is "the" or "a" or "an" or "our" or "my" or "your" or "that" or "this" or "main";

    private static Dictionary<string, string[]> Many(params (string Values, string Words)[] entries) =>
        entries.SelectMany(e => e.Words.Split(' '), (e, word) => (word, Values: e.Values is "toilet shower bathroom" ? e.Values.Split(' ') : [e.Values]))
            .ToDictionary(e => e.word, e => e.Values, StringComparer.Ordinal);

    private static Dictionary<string, string> One(params (string Value, string Words)[] entries) =>
        entries.SelectMany(e => e.Words.Split(' '), (e, word) => (word, e.Value)).ToDictionary(e => e.word, e => e.Value, StringComparer.Ordinal);

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
