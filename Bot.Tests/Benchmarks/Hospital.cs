using System.Globalization;
using System.Text;
using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Posts.X;

namespace FeedbackBot.Benchmarks;

/// <summary>A hospital of fifty wards, and what its patients write.</summary>
internal static class Hospital
{
    public static IReadOnlyList<string> WardIds { get; } = ["desk", .. Enumerable.Range(1, 49).Select(n => $"ward{n}")];

    public static IEnumerable<KeyValuePair<string, string?>> Settings()
    {
        yield return new("Organisation:Name", "St Oswin's");
        yield return new("Organisation:Hashtags:0", "#Oswin");
        yield return new("People:Admins:0", LocalPeople.Admin.Id);
        yield return new("LocalTeams:Unlimited", "true");
        for (var i = 0; i < WardIds.Count; i++)
        {
            yield return new($"Wards:{i}:Id", WardIds[i]);
            yield return new($"Wards:{i}:Name", i == 0 ? "Front desk" : $"Ward {i}");
            yield return new($"Wards:{i}:Fixers:0", LocalPeople.Fixer.Id);
            yield return i == 0 ? new("Wards:0:FrontDesk", "true") : new($"Wards:{i}:Hashtags:0", $"#{WardIds[i]}");
        }
    }

    /// <summary>Posts as X would send them, numbered from <paramref name="first"/> on; the wards take turns.</summary>
    public static IReadOnlyList<FakePost> Posts(int first, int count) => [.. Enumerable.Range(first, count).Select(n => new FakePost(
        (1_990_000_000_000_000_000 + n).ToString(CultureInfo.InvariantCulture),
        (n % WardIds.Count) switch
        {
            0 => $"Post {n}: lost between the car park and the lift, and nobody to ask. #Oswin",
            var ward when n % 5 == 0 => $"Post {n}: the loo in ward {ward} smells since Tuesday, please have a look & mend the window #Oswin",
            var ward => $"Post {n}: the tea was lukewarm, but Sister Amara was fabulous and the floor shone. Thank you! #Oswin #ward{ward}",
        })
    {
        Handle = $"patient{n % 997}",
        Name = $"Pat Ient {n % 997}",
        PhotoUrl = n % 10 == 0 ? $"https://pbs.example/{n}.jpg" : null,
        PhotoAltText = n % 20 == 0 ? "A puddle under a washbasin" : null,
    })];

    /// <summary>The same as the bytes of X's stream.</summary>
    public static byte[] Stream(IEnumerable<FakePost> posts) => Encoding.UTF8.GetBytes(string.Concat(posts.Select(p => p.Line() + "\r\n")));
}
