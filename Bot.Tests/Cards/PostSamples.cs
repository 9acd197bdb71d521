using FeedbackBot.Cases;
using FeedbackBot.Posts;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Personal;

namespace FeedbackBot.Tests.Cards;

/// <summary>Posts with all that X may say about them, each as a new case.</summary>
internal static class PostSamples
{
    private const string Cymraeg = "🏴󠁧󠁢󠁷󠁬󠁳󠁿 Yr un peth yma! Diolch @priya_n & pawb #StOswins\nhttps://t.co/read https://t.co/quoted";

    public static Post Quoted() => CardSamples.Post() with
    {
        Id = "1700",
        EditionId = "1700",
        Text = "The lavatory by Ward 7 again.\nPicture: https://t.co/loo",
        Links = [new(38, 17, "", null)],
        Author = new Author("Quinn O’Malley", "quinn_om", new Uri("https://pictures.example/quinn.png")),
        PostedAt = CardSamples.T0.AddHours(-3),
        Url = new Uri("https://x.com/quinn_om/status/1700"),
        Photos = [new Photo(new("https://pictures.example/tall.png"), "A puddle that reaches the door", Width: 900, Height: 1600), new Photo(new("https://pictures.example/more.png"), null)],
    };

    /// <summary>In Welsh, with an address, a mention, a hashtag and a quoted post.</summary>
    public static CaseFile Quoting() => CardSamples.New() with
    {
        Post = CardSamples.Post() with
        {
            Text = Cymraeg,
            Links =
            [
                Link("@priya_n", null, "https://x.com/priya_n"),
                Link("#StOswins", null, "https://x.com/hashtag/StOswins"),
                Link("https://t.co/read", "bbc.co.uk/cymrufyw/art…", "https://www.bbc.co.uk/cymrufyw/articles/c0"),
                Link(" https://t.co/quoted", "", null),
            ],
            Photos = [],
            Language = "cy",
            Quote = new Quote("1700", Quoted()),
        },
    };

    public static CaseFile QuotingWhatIsGone() => CardSamples.New() with { Post = CardSamples.Post() with { Photos = [], Quote = new Quote("1700", null) } };

    public static CaseFile QuotingWhatIsWithheld() =>
        CardSamples.New() with { Post = CardSamples.Post() with { Photos = [], Quote = new Quote("1700", Quoted() with { WithheldIn = ["GB"] }) } };

    public static CaseFile Sensitive() => CardSamples.New() with
    {
        Post = CardSamples.Post() with
        {
            Sensitive = true,
            Photos = [.. CardSamples.Post().Photos.Take(1)],
            Quote = new Quote("1700", Quoted() with { Sensitive = true }),
        },
    };

    public static CaseFile Withheld() => CardSamples.New() with { Post = CardSamples.Post() with { WithheldIn = ["DE", "GB"] } };

    /// <summary>With a number that names a patient, and as much else as a post may hold.</summary>
    public static CaseFile Personal()
    {
        var post = CardSamples.Post();
        post = post with
        {
            Text = $"My NHS number is 999 945 8076. {string.Join(' ', Enumerable.Repeat(post.Text, 30))}",
            Links = [new(0, 2, null, new Uri("https://a.example/"))],
            Language = "cy",
            Sensitive = true,
            WithheldIn = ["DE"],
            Quote = new Quote("1700", Quoted()),
            Former = [new FormerEdition("1800", "Former words: it stinks", [], null)],
        };
        var found = new Findings(CardSamples.Mixed, PersonalReader.WhyWithheld(post), new Alarm(AlarmKind.Neglect, ["no paper"]));
        var received = CaseMachine.Receive(post.Id, "ward7", "It has the hashtag #ward7.", ["xray"], CardSamples.T0, found);
        return new CaseFile(post, received.Case, [received.Event]);
    }

    public static CaseFile Film() => CardSamples.New() with
    {
        Post = CardSamples.Post() with { Photos = [new Photo(new("https://pictures.example/drip.png"), "A tap that drips", IsVideo: true, IsAnimation: true, Width: 320, Height: 240)] },
    };

    /// <summary>Edited twice: once before it came here at all.</summary>
    public static CaseFile Edited()
    {
        var file = CardSamples.New();
        var changed = CaseMachine.Edit(file.Case, ["ward7", "xray", "desk"], CardSamples.T0.AddMinutes(9));
        var post = file.Post with
        {
            EditionId = "1803",
            Former =
            [
                new FormerEdition("1801", "Third time this week the lavatory by Ward 7 stinks #ward7", [], null),
                new FormerEdition("1802", "The lavatory has no paper and https://t.co/why #ward7", [new(30, 16, "stoswins.example/why", new("https://stoswins.example/why"))], CardSamples.T0.AddMinutes(9)),
            ],
        };
        return new CaseFile(post, changed.Case, [.. file.Events, changed.Event]);
    }

    private static TextLink Link(string what, string? shown, string? target) =>
        new(Cymraeg.IndexOf(what, StringComparison.Ordinal), what.Length, shown, target is null ? null : new Uri(target));
}
