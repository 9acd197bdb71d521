using System.Text.Json;
using FeedbackBot.Teams;

namespace FeedbackBot.Tests.Teams;

public sealed class ActivityReaderTests
{
    [Theory]
    [InlineData("""{"localTimezone":"America/New_York"}""", "America/New_York")]
    [InlineData("""{"entities":[{"type":"mention"},{"type":"clientInfo","locale":"en-GB","timezone":"Europe/Berlin"}]}""", "Europe/Berlin")]
    [InlineData("""{"localTimezone":"Europe/Paris","entities":[{"type":"clientInfo","timezone":"Europe/Berlin"}]}""", "Europe/Paris")]
    [InlineData("""{"localTimezone":"Mars/Phobos","entities":[{"type":"clientInfo","timezone":"Europe/Berlin"}]}""", "Europe/Berlin")]
    [InlineData("""{"localTimezone":"../../etc/passwd"}""", null)]
    [InlineData("""{"localTimezone":7,"entities":[1,null,{"type":"clientInfo"},{"type":"clientInfo","timezone":{}}]}""", null)]
    [InlineData("""{"entities":{"type":"clientInfo","timezone":"Europe/Berlin"}}""", null)]
    [InlineData("{}", null)]
    public void A_persons_time_zone_is_what_their_client_says(string parts, string? zone)
    {
        using var json = JsonDocument.Parse("""{"type":"message","serviceUrl":"https://smba.example/uk/","conversation":{"id":"a:1"},""" + (parts == "{}" ? "\"text\":\"\"}" : parts[1..]));

        var (activity, fault) = ActivityReader.Read(json.RootElement);

        Assert.Null(fault);
        Assert.Equal(zone, activity!.TimeZone?.Id);
    }
}
