using System.Text;
using System.Text.Json;

namespace FeedbackBot.Tests.LocalTeams;

/// <summary>POST /local/posts, the box for patients: what it takes becomes a card, what it doesn't gets a plain sentence.</summary>
public sealed class PatientBoxTests(BotFixture fixture) : IClassFixture<BotFixture>
{
    private readonly BotHost _bot = fixture.Bot;

    public static TheoryData<string, string> Bodies => new()
    {
        { "{}", "text and photoUrl are both missing. Write something, or give a picture's address." },
        { """{"text":"   "}""", "text and photoUrl are both missing. Write something, or give a picture's address." },
        { """{"text":"A picture","photoUrl":"javascript:alert(1)"}""", "photoUrl isn't a whole web address. Start it with http:// or https://, or leave it out." },
        { """{"text":"A picture","photoUrl":"/loo.png"}""", "photoUrl isn't a whole web address. Start it with http:// or https://, or leave it out." },
        { """{"text":"Null \u0000 here"}""", "text contains a null character. Remove it." },
        { $$"""{"text":"{{new string('x', 25_001)}}"}""", "text has 25,001 characters. Shorten it to 25,000 at most." },
        { $$"""{"text":"Hello","author":"{{new string('x', 101)}}"}""", "author has 101 characters. Shorten it to 100 at most." },
        { "", "The post is no JSON object with text, author, handle, photoUrl and photoAltText." },
        { "hello", "The post is no JSON object with text, author, handle, photoUrl and photoAltText." },
        { "[]", "The post is no JSON object with text, author, handle, photoUrl and photoAltText." },
        { "null", "The post is no JSON object with text, author, handle, photoUrl and photoAltText." },
        { """{"text":7}""", "The post is no JSON object with text, author, handle, photoUrl and photoAltText." },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task What_cannot_be_a_post_gets_one_sentence(string body, string sentence)
    {
        Assert.Equal((400, sentence), await Post(body, "application/json"));

        await _bot.PostAsync("Goes on #Oswin");
    }

    /// <summary>A page of somebody else's can make a browser send a form, but not JSON.</summary>
    [Fact]
    public async Task A_form_is_no_post() =>
        Assert.Equal((415, "Send the post as application/json."), await Post("text=hello", "application/x-www-form-urlencoded"));

    [Fact]
    public async Task A_post_with_a_picture_becomes_a_card_with_it()
    {
        var answer = await Post(
            """{"text":"Look at this #OswinLoos","author":"Pat Ient","handle":"@pat","photoUrl":"https://pics.example/loo.png","photoAltText":"A loo"}""", "application/json");

        var card = ShownCard.Of(await _bot.Card(TestHospital.Loos, "Look at this #OswinLoos", "New"))!;

        Assert.Equal(201, answer.Status);
        Assert.StartsWith("local-", JsonDocument.Parse(answer.Body).RootElement.GetProperty("id").GetString(), StringComparison.Ordinal);
        var image = Cards.Json.OfType(card.Json, "Image").Single();
        Assert.Equal(("https://pics.example/loo.png", "A loo"), ((string?)image["url"], (string?)image["altText"]));
    }

    private async Task<(int Status, string Body)> Post(string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await _bot.Http.PostAsync("/local/posts", content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
