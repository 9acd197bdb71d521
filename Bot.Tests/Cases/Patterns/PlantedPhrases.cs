using FeedbackBot.Triage;

namespace FeedbackBot.Tests.Cases.Patterns;

/// <summary>What generated patients say. Written as people write, not as the spot reader reads: some of it the reader doesn't know.</summary>
internal static class PlantedPhrases
{
    /// <summary>Places in one family are different ones; a ward's several men's toilets are not told apart.</summary>
    public static readonly (string Family, string[] Said)[] Spots =
    [
        ("whose", ["the men's toilet", "the gents", "the mens loo", "the male toilets", "the men's bog", "the gents' lavatory", "the men's smelly old loo", "the blokes' loo"]),
        ("whose", ["the ladies' toilet", "the women's loo", "the female toilets", "the ladies loo", "the ladies' lav", "the girls' toilets"]),
        ("whose", ["the disabled toilet", "the accessible loo", "the wheelchair toilet", "the disabled loo", "the toilet for disabled people", "the disabled WC"]),
        ("whose", ["the visitors' toilet", "the visitor loo", "the public toilets", "the toilet for visitors", "the visitors' lavatory", "the loo that visitors use"]),
        ("bay", ["the toilet by bay 3", "the loo next to bay three", "the bay 3 toilet", "the bog opposite bay 3", "the lavatory near bay 3", "the loo in bay 3"]),
        ("bay", ["the toilet by bay 5", "the loo next to bay five", "the bay 5 toilet", "the bog opposite bay 5", "the lavatory near bay 5", "the loo in bay 5"]),
        ("floor", ["the 2nd floor toilets", "the toilets on floor two", "the loo on the second floor", "the level 2 loos", "the floor 2 toilet"]),
        ("floor", ["the 3rd floor toilets", "the toilets on floor three", "the loo on the third floor", "the level 3 loos", "the floor 3 toilet"]),
        ("near", ["the toilet by the lift", "the loo next to the lifts", "the toilets opposite the lift", "the bog beside the lifts"]),
        ("near", ["the toilet by reception", "the loo opposite the reception desk", "the toilets near reception", "the bog next to reception"]),
        ("room", ["room 12", "the bathroom in room 12", "room twelve", "rm 12", "the loo in room 12"]),
        ("room", ["room 14", "the bathroom in room 14", "room fourteen", "rm 14", "the loo in room 14"]),
        ("rooms", ["the shower", "the shower room", "the showers", "that shower"]),
        ("rooms", ["the corridor", "the hallway", "the main corridor", "the passage outside"]),
        ("rooms", ["the waiting room", "the waiting area"]),
        ("rooms", ["the kitchen", "the patients' kitchen"]),
        ("rooms", ["the day room", "the dayroom", "the tv room"]),
    ];

    public static readonly string[] DirtyThere =
    [
        "{0}: disgusting", "State of {0}, absolutely filthy", "No soap and no paper in {0} again", "Nobody has cleaned {0} all day", "Someone please clean {0}",
        "There is blood on the floor of {0}", "{0} stinks to high heaven", "Bin overflowing in {0}", "Went into {0} and walked straight out, vile", "{0} smells of wee",
        "Why is {0} never cleaned", "Mum nearly slipped in {0}, soaking and dirty", "Dirty pads left in {0}", "{0} is grim, please send a cleaner",
    ];

    public static readonly string[] Dirty =
    [
        "This place is filthy", "Sticky floor, overflowing bins", "Disgusting, hasn't seen a mop in a week", "Dust everywhere and a used plaster on the floor",
        "So dirty it turned my stomach", "Never seen such a dirty ward", "The smell of wee hits you at once",
    ];

    public static readonly string[] DirtyToilet = ["Toilet blocked, nobody cares", "The loo is disgusting", "Smelly bog, again", "Toilets here are a disgrace"];

    public static readonly IReadOnlyDictionary<Topic, string[]> Complaints = new Dictionary<Topic, string[]>
    {
        [Topic.Food] = ["Dinner was stone cold again", "The food is inedible, grey mush", "No vegetarian option, just toast", "Lunch came two hours late and cold", "My dad in bed 4 got the wrong meal", "Bed 7 here, the soup was like dishwater", "Dry sandwich and no drink, that was tea"],
        [Topic.StaffAttitude] = ["The receptionist was so rude", "Nurse rolled her eyes at my nan", "Spoken to like a child by the doctor", "Staff rude and dismissive", "Shouted at for asking a question"],
        [Topic.Waiting] = ["Four hours and still waiting", "Appointment was at 9, it is now 12", "Waiting since six this morning, no news", "Three hours in the queue", "Been sat here five hours"],
        [Topic.Noise] = ["Buzzers going off all night", "Couldn't sleep for the noise", "Staff chatting loudly at 3am", "Doors banging until morning", "TV blaring the whole night"],
        [Topic.Environment] = ["Freezing in here, no heating", "Boiling hot and the windows don't open", "Chairs are broken", "Paint peeling and a leak in the ceiling", "The telly hasn't worked for days"],
        [Topic.Communication] = ["Nobody tells us anything", "Three doctors, three different stories", "Not told my operation was cancelled", "No one rang back as promised", "Can't get through on the phone"],
        [Topic.Parking] = ["Can't park anywhere", "Forty minutes to find a parking space", "Ticket machine broken and then fined", "Parking charges are a rip off"],
        [Topic.Staffing] = ["Two nurses for thirty patients", "Nowhere near enough staff on tonight", "Nobody around, they are run off their feet", "So short staffed it's frightening"],
    };

    public static readonly string[] Praise =
    [
        "The nurses were wonderful", "Thank you to the lovely team", "Spotless and friendly, well done", "Best care my mum ever had", "The receptionist was fabulous",
        "The toilets were sparkling, thank you to the cleaner", "Dinner was delicious today", "Seen within ten minutes, brilliant",
    ];

    public static readonly string[] Neutral = ["Visiting my aunt today", "Anyone know the visiting times?", "Here for a scan", "Flu jabs on Tuesday", "Back again next week"];

    public static readonly string[] Tails =
        ["", "", "", "", "!", "!!", " 😡", " 🤮", ". Sort it out", ". Unacceptable", ". Third time this week", " - what is going on", " please help", ". Not good enough", " tbh"];

    public static readonly string[] FriendlyTails = ["", "", "", "!", " 😀", " ❤️", ". Have a good day", " xx"];

    public static readonly string[] Heads = ["", "", "", "", "", "OMG ", "Seriously, ", "Just so you know: ", "Hello? ", "Day three. ", "Sorry but ", "Honestly ", "Ugh. "];
}
