using FeedbackBot.Summary.Digests;
using FeedbackBot.Teams.Questions;

namespace FeedbackBot.Tests.Teams.Questions;

public sealed class DigestParserTests
{
    private const string Workdays = "Mon,Tue,Wed,Thu,Fri";
    private const string Daily = "Mon,Tue,Wed,Thu,Fri,Sat,Sun";

    private const string Either = "I can't tell which time is in the morning and which in the evening. Write them out, for example \"digest 8:00,20:00\".";

    public static TheoryData<string, string> Schedules => new()
    {
        { "digest Mon-Fri 8:30,17:00", $"{Workdays} 08:30,17:00" },
        { "digest daily 7am", $"{Daily} 07:00" },
        { "digest send me one every day at 8:30am", $"{Daily} 08:30" },
        { "digest weekdays 08:30 and 17:00", $"{Workdays} 08:30,17:00" },
        { "digest Mon,Wed 9", "Mon,Wed 09:00" },
        { "Mon-Fri 8:30,17:00", $"{Workdays} 08:30,17:00" },
        { "DIGEST MON–FRI 8.30, 17.00", $"{Workdays} 08:30,17:00" },
        { "digest Monday to Friday at half past eight and 5pm", $"{Workdays} 08:30,17:00" },
        { "digest mondays, wednesdays and fridays at 9 o'clock", "Mon,Wed,Fri 09:00" },
        { "digest on working days at 0830", $"{Workdays} 08:30" },
        { "digest 8:30", $"{Daily} 08:30" },
        { "digest 17:00,8:30,17:00 daily", $"{Daily} 08:30,17:00" },
        { "digest every day at noon", $"{Daily} 12:00" },
        { "digest every weekday at quarter to nine", $"{Workdays} 08:45" },
        { "digest every weekday at half 8", $"{Workdays} 08:30" },
        { "digest weekend 10 a.m.", "Sat,Sun 10:00" },
        { "digest Fri-Mon 8h30", "Mon,Fri,Sat,Sun 08:30" },
        { "digest thurs till sat 6 in the evening", "Thu,Fri,Sat 18:00" },
        { "digest weds 12am", "Wed 00:00" },
        { "digest weds 12pm", "Wed 12:00" },
        { "digest tue 0:00", "Tue 00:00" },
        { "digest daliy 7am please", $"{Daily} 07:00" },
        { "digest wekdays eight thirty", $"{Workdays} 08:30" },
        { "Please send me the digest every morning at 8", $"{Daily} 08:00" },
        { "digest every evening at half past 5", $"{Daily} 17:30" },
        { "digest every night at 8", $"{Daily} 20:00" },
        { "digest every morning at 5", $"{Daily} 05:00" },
        { "digest every evening at 8:30", $"{Daily} 20:30" },
        { "digest every evening at half past eight", $"{Daily} 20:30" },
        { "digest at 8 every evening", $"{Daily} 20:00" },
        { "digest 8 on weekday evenings", $"{Workdays} 20:00" },
        { "digest every afternoon at quarter to one", $"{Daily} 12:45" },
        { "digest every morning at 8 and every evening at 6:30", $"{Daily} 08:00,18:30" },
        { "digest every evening at 8 and 17:00", $"{Daily} 17:00,20:00" },
        { "digest every night at 02:00", $"{Daily} 02:00" },
        { "digest every week on Monday at 9", "Mon 09:00" },
        { "digest on Monday and Friday of each week at 9", "Mon,Fri 09:00" },
        { "digest every week at 9", $"{Workdays} 09:00" },
        { "digest during the week and on Saturday at 9", "Mon,Tue,Wed,Thu,Fri,Sat 09:00" },
        { "digest every week day at 9", $"{Workdays} 09:00" },
        { "digest mon 5am", "Mon 05:00" },
        { "digest mon 05:00", "Mon 05:00" },
        { "digest Mon Tue Wed Thu Fri Sat Sun 23:59", $"{Daily} 23:59" },
    };

    public static TheoryData<string, string> Faults => new()
    {
        { "digest daily", "At what time? " },
        { "digest every morning", "At what time? " },
        { "digest on", "At what time? " },
        { "digest Mon-Fri 25:00", "\"25:00\" is no time of day. " },
        { "digest Mon-Fri 8:75", "\"8:75\" is no time of day. " },
        { "digest Mon-Fri 8:5", "\"8:5\" is no time of day. " },
        { "digest daily 99999999999999999999", "\"99999999999999999999\" is no time of day. " },
        { "digest daily 17am", "\"17 am\" is no time of day. " },
        { "digest daily at 5", "Is that 5 in the morning or in the afternoon? Say 5am or 17:00." },
        { "digest daily at 5:30", "Is that 5:30 in the morning or in the afternoon? Say 5:30am or 17:30." },
        { "digest every morning and evening at 8", Either },
        { "digest at 8 in the morning and evening", Either },
        { "digest every morning at 8 and 9 and every evening at 6", Either },
        { "digest every evening at 08:30", Either },
        { "digest daily 8:30-17:00", "I send a digest at set times, not from one time to another. Put a comma between them. " },
        { "digest 6 times a day", "I send a digest at times of the day, so please name each of them. " },
        { "digest every eight hours", "I send a digest at times of the day, so please name each of them. " },
        { "digest fortnightly 8:30", "I don't know what \"fortnightly\" means for a digest. " },
        { "digest Mon 8:30, Tue 9:00", "I keep one set of days and times for you, the same times on each of the days. " },
        { "digest no 8:30", "I can't tell whether you want a digest or none. " },
        { "no digest on Sundays", "I can't tell whether you want a digest or none. " },
        { "digest daily 8,9,10,11,12,13,14", "I send a digest 6 times a day at most; \"summary\" shows you the day whenever you like." },
        { "digest " + string.Join(' ', Enumerable.Repeat("mon", 200)), "That is too long for me. " },
    };

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Days_and_times_are_understood_as_people_write_them(string words, string schedule) =>
        Assert.Equal(schedule, Assert.IsType<DigestOrder.Set>(DigestParser.Parse(words)).Schedule.Text);

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_is_not_understood_gets_a_sentence_with_the_cure(string words, string why)
    {
        var said = Assert.IsType<DigestOrder.Unclear>(DigestParser.Parse(words)).Why;

        Assert.Equal(why.EndsWith(' ') ? why + DigestParser.Example : why, said);
    }

    [Theory]
    [InlineData("digest off")]
    [InlineData("digest OFF please")]
    [InlineData("stop the digest")]
    [InlineData("no digest")]
    [InlineData("please don't send me the daily digest")]
    [InlineData("turn off the digest")]
    [InlineData("switch off my digest")]
    [InlineData("stop sending me the digest")]
    [InlineData("I don't want the digest any more")]
    public void A_digest_is_switched_off_in_a_word(string words) => Assert.IsType<DigestOrder.Off>(DigestParser.Parse(words));

    [Theory]
    [InlineData("digest")]
    [InlineData("")]
    [InlineData("digest?")]
    [InlineData("when is my digest")]
    [InlineData("digest 😀")]
    public void Digest_alone_asks_what_is_set(string words) => Assert.IsType<DigestOrder.Show>(DigestParser.Parse(words));

    [Fact]
    public void What_a_schedule_is_stored_as_says_the_same_schedule_again()
    {
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var days = Enum.GetValues<DayOfWeek>().Where(_ => random.Next(2) == 0).DefaultIfEmpty(DayOfWeek.Sunday);
            var times = Enumerable.Range(0, random.Next(1, 7)).Select(_ => new TimeOnly(random.Next(24), random.Next(60)));
            var schedule = new DigestSchedule(days, times);

            Assert.Equal(schedule, Assert.IsType<DigestOrder.Set>(DigestParser.Parse(schedule.Text)).Schedule);
            Assert.Equal(schedule, Assert.IsType<DigestOrder.Set>(DigestParser.Parse("digest " + schedule.InWords)).Schedule);
        }
    }

    [Fact]
    public void Whatever_is_typed_gets_an_answer()
    {
        var random = new Random(11);
        string[] bits = ["digest", "mon", "-", "to", "half", "past", "quarter", "8", "0830", "8:30", "25:61", "am", "pm", "in", "the", "noon", "off", "99", ",", "'", "ⅷ", "٣", "zero", "thirty", "�", "weekdays"];
        for (var i = 0; i < 20_000; i++)
        {
            Assert.NotNull(DigestParser.Parse(string.Join(random.Next(2) == 0 ? " " : "", Enumerable.Range(0, random.Next(8)).Select(_ => bits[random.Next(bits.Length)]))));
        }
    }
}
