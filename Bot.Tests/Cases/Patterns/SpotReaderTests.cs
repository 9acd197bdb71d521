using FeedbackBot.Cases.Patterns;
using FeedbackBot.Triage;

namespace FeedbackBot.Tests.Cases.Patterns;

public sealed class SpotReaderTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "Absolutely filthy in here", "" },
        { "", "" },
        { "The loo stinks", "Room=toilet" },
        { "The men's loo stinks", "Room=toilet;Whose=men" },
        { "MENS BOGS are rank!!!", "Room=toilet;Whose=men" },
        { "the gents is flooded again", "Room=toilet;Whose=men" },
        { "the ladies' toilet is a disgrace", "Room=toilet;Whose=women" },
        { "queue in the ladies again", "Room=toilet;Whose=women" },
        { "the ladies on reception were rude", "Room=reception" },
        { "the cleaning ladies ignored it", "" },
        { "female toliet blocked", "Room=toilet;Whose=women" },
        { "disabled toilet has no paper", "Room=toilet;Whose=disabled" },
        { "no paper in the disbaled loo", "Room=toilet;Whose=disabled" },
        { "accessible WC out of order", "Room=toilet;Whose=disabled" },
        { "toilet for visitors is vile", "Room=toilet;Whose=visitors" },
        { "the visitors' toilets are vile", "Room=toilet;Whose=visitors" },
        { "the loo that visitors use is vile", "Room=toilet;Whose=visitors" },
        { "the loo that staff refused to clean", "Room=toilet" },
        { "visitors say the toilet is vile", "Room=toilet" },
        { "rude staff, toilets dirty", "Room=toilet" },
        { "staff toilets look better", "Room=toilet;Whose=staff" },
        { "men's and ladies' loos both blocked", "Room=toilet;Whose=men,women" },
        { "toilets (ladies) blocked", "Room=toilet;Whose=women" },
        { "Toilet by bay 3 is blocked", "Room=toilet;Bay=3" },
        { "bay 3 toilet is blocked", "Room=toilet;Bay=3" },
        { "toilet in bay three blocked", "Room=toilet;Bay=3" },
        { "Bay C toilet is blocked", "Room=toilet;Bay=c" },
        { "Bay 3 is filthy", "Room=bedside;Bay=3" },
        { "bay3 never swept", "Room=bedside;Bay=3" },
        { "I'm in bed 4 and the toilet stinks", "Room=toilet" },
        { "My mum is in bay 2, the loo hasn't been cleaned", "Room=toilet" },
        { "2nd floor toilets disgusting", "Room=toilet;Floor=2" },
        { "toilets on the second floor disgusting", "Room=toilet;Floor=2" },
        { "toilets on floor 2 disgusting", "Room=toilet;Floor=2" },
        { "level two loos", "Room=toilet;Floor=2" },
        { "ground floor loo", "Room=toilet;Floor=ground" },
        { "the floor is sticky", "" },
        { "sticky floor 2 days running", "" },
        { "room 12 smells", "NumberedRoom=12;Room=bedside" },
        { "Room no. 12a smells", "NumberedRoom=12a;Room=bedside" },
        { "room twenty one smells", "NumberedRoom=21;Room=bedside" },
        { "my room smells", "" },
        { "the end cubicle has no lock", "Cubicle=end" },
        { "left hand cubicle in the gents", "Cubicle=left;Room=toilet;Whose=men" },
        { "the loo next to the lifts", "Near=lift;Room=toilet" },
        { "the loo opposite reception", "Near=reception;Room=toilet" },
        { "bathroom is mouldy", "Room=bathroom,shower,toilet" },
        { "shower by the nurses' station is mouldy", "Near=nurses' station;Room=shower" },
        { "Lift 2 broken", "Lift=2;Room=lift" },
        { "car park B has no lights", "CarPark=b;Room=car park" },
        { "main car park is full", "CarPark=main;Room=car park" },
        { "people without badges in the disabled bays", "CarPark=disabled;Room=car park" },
        { "east wing corridor filthy", "Block=east;Room=corridor" },
        { "waited in the waiting area", "Room=waiting room" },
        { "the vending machine ate my pound", "Outlet=vending machine;Room=vending machine" },
        { "Filthy #ward7loo @trust https://x.com/bay/3", "" },
        { "two men fighting by the toilet", "Near=toilet" },
        { "Toilets. Ladies on the desk lovely", "Room=toilet" },
        { "bay a lovely surprise", "Room=bedside" },
        { "Ward 7 toilets", "Room=toilet" },
        { "😀 🚽", "" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_says_where_it_is_about(string text, string spot) =>
        Assert.Equal(Sorted(spot), Sorted(SpotReader.Read(text).Text));

    [Theory]
    [InlineData("men's toilet blocked", "ladies' toilet blocked", Topic.Cleanliness, true)]
    [InlineData("men's toilet blocked", "disabled toilet blocked", Topic.Cleanliness, true)]
    [InlineData("men's toilet blocked", "toilet blocked", Topic.Cleanliness, false)]
    [InlineData("men's toilet blocked", "so dirty here", Topic.Cleanliness, false)]
    [InlineData("toilet blocked", "shower mouldy", Topic.Cleanliness, true)]
    [InlineData("toilet blocked", "bathroom filthy", Topic.Cleanliness, false)]
    [InlineData("toilet by bay 3", "toilet by bay 5", Topic.Cleanliness, true)]
    [InlineData("toilet by bay 3", "toilet opposite the lift", Topic.Cleanliness, false)]
    [InlineData("toilet by bay 3", "bay 3 not swept", Topic.Cleanliness, true)]
    [InlineData("the loo in room 12", "room 12 smells", Topic.Cleanliness, false)]
    [InlineData("the loo in room 12", "room 14 smells", Topic.Cleanliness, true)]
    [InlineData("toilets floor 2", "toilets floor 3", Topic.Cleanliness, true)]
    [InlineData("toilets floor 2", "toilets second floor", Topic.Cleanliness, false)]
    [InlineData("bed 4 cold dinner", "bed 7 cold dinner", Topic.Food, false)]
    [InlineData("bed 4 never cleaned", "bed 7 never cleaned", Topic.Cleanliness, true)]
    [InlineData("cold dinner on floor 2", "cold dinner on floor 3", Topic.Food, true)]
    [InlineData("canteen soup cold", "cafe soup cold", Topic.Food, true)]
    [InlineData("bed 4 waited hours", "reception waited hours", Topic.Waiting, false)]
    public void Two_texts_that_name_different_spots_contradict_each_other(string one, string other, Topic topic, bool contradict)
    {
        var (a, b) = (SpotReader.Read(one), SpotReader.Read(other));

        Assert.Equal((contradict, contradict), (a.Contradicts(b, topic), b.Contradicts(a, topic)));
    }

    [Fact]
    public void Two_spots_together_are_what_both_allow() =>
        Assert.Equal("Room=toilet;Whose=men;Floor=2", SpotReader.Read("men's loo").With(SpotReader.Read("bathroom floor 2")).Text);

    [Fact]
    public void A_spot_is_stored_as_a_text_and_read_again()
    {
        foreach (var (text, _) in Texts.Select(row => ((string)row[0], 0)))
        {
            var spot = SpotReader.Read(text);

            Assert.Equal(spot, Spot.Parse(spot.Text));
        }

        Assert.Equal(Spot.Of([(SpotKind.Bay, "3")]), Spot.Parse("Bay=3;Planet=mars;nonsense"));
    }

    private static string Sorted(string spot) => string.Join(';', spot.Split(';').Order(StringComparer.Ordinal));
}
