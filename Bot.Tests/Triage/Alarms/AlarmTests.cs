using FeedbackBot.Triage.Alarms;

namespace FeedbackBot.Tests.Triage.Alarms;

public sealed class AlarmTests
{
    [Fact]
    public void Of_words_that_may_no_longer_be_seen_only_the_kind_remains()
    {
        var alarm = new Alarm(AlarmKind.SelfHarm, ["Kill myself", "same here", "nobody listens"]);

        Assert.Equal(["same here"], alarm.WithWordsOf(["Same here #ward7", "a picture of a door"]).Words);
        Assert.Equal((AlarmKind.SelfHarm, 0), (alarm.WithWordsOf([]).Kind, alarm.WithWordsOf([]).Words.Count));
        Assert.Equal(alarm, alarm.WithWordsOf(["I want to KILL MYSELF, same here, nobody listens"]));
    }
}
