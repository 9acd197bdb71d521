using FeedbackBot.Cards;
using FeedbackBot.Cases;
using FeedbackBot.Cases.Pals;
using FeedbackBot.Cases.Patterns;
using FeedbackBot.Posts;
using FeedbackBot.Triage;
using FeedbackBot.Triage.Alarms;
using FeedbackBot.Triage.Tones;
using FeedbackBot.Wards;
using static FeedbackBot.Tests.Cards.CardSamples;

namespace FeedbackBot.Tests.Cards;

/// <summary>Teams refuses messages over about 100 KB of UTF-16; no card may come near.</summary>
public sealed class SizeTests
{
    [Theory]
    [InlineData("word and more words ")]
    [InlineData("لا إله ")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("e\u0301\u0302\u0303\u0304")]
    [InlineData("\n.")]
    [InlineData("{{DATE(")]
    [InlineData("'\"<&")]
    public void The_longest_case_fits(string piece) => Assert.All(Enum.GetValues<Detail>(), detail =>
    {
        var card = PostCard.Of(Huge(piece), "ward7", Large(piece), new CardPeople([.. Enumerable.Range(0, 50).Select(i => new Person($"{i}", Of(piece, 300)))], [.. Enumerable.Range(0, 60).Select(i => $"29:{new string('x', 120)}{i}")]) { IsBoss = true, MayCloseAlarms = true }, detail);

        Assert.InRange(Brevity.BytesOf(card), 5_000, 80 * 1024);
    });

    [Theory]
    [InlineData("لا إله ")]
    [InlineData("{{DATE(")]
    public void The_longest_lists_fit(string piece)
    {
        var listed = new ListedCase(Huge(piece), new Uri("https://teams.microsoft.com/l/message/" + new string('1', 200)));
        var wards = Enumerable.Range(0, 10_000).Select(i => new WardLine($"ward{i}", Of(piece, 200), i % 2 == 0 ? null : Of(piece, 200), i)).ToList();

        Assert.InRange(Brevity.BytesOf(ListCard.Of(Of(piece, 500), [.. Enumerable.Repeat(listed, 12)], 5, Large(piece))), 5_000, 80 * 1024);
        Assert.InRange(Brevity.BytesOf(WardsCard.Of(wards)), 5_000, 80 * 1024);
    }

    [Fact]
    public void A_long_post_ends_at_a_word_and_says_where_the_rest_is()
    {
        var file = New() with { Post = Post() with { Text = Of("lavatory ", 20_000) } };

        var text = Json.Paragraphs(Draw(file)).Single(p => p.StartsWith("lavatory", StringComparison.Ordinal));

        Assert.EndsWith("lavatory… (the rest is on X)", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 2_900, 3_040);
    }

    [Fact]
    public void All_of_a_post_of_20_KB_is_one_click_away_and_a_long_note_too()
    {
        var text = Of("lavatory ", 20_000).Trim();
        var note = Of("mopped ", 1_000).Trim();
        var file = Then(New() with { Post = Post() with { Text = text } }, new CaseAction.Resolve(note), Ann, 5);

        Assert.Contains("Show all", Json.Buttons(Draw(file)));
        Assert.Contains(text, Json.Paragraphs(PostCard.Of(file, "ward7", Organisation(), People, Detail.WholePost)));
        Assert.Contains("Show less", Json.Buttons(PostCard.Of(file, "ward7", Organisation(), People, Detail.WholePost)));
        Assert.Contains(Json.Paragraphs(Draw(file, withHistory: true)), p => p.EndsWith(note, StringComparison.Ordinal));
    }

    [Fact]
    public void A_post_as_long_as_X_mostly_allows_is_shown_whole()
    {
        var text = Of("lavatory ", 2_990).Trim();

        Assert.Contains(text, Json.Paragraphs(Draw(New() with { Post = Post() with { Text = text } })));
    }

    /// <summary>As long as a link on a card may be.</summary>
    private static readonly Uri Long = new($"https://a.example/{new string('x', 980)}");

    private static CaseFile Huge(string piece)
    {
        var person = new Person("p", Of(piece, 2_000));
        var file = New();
        var events = Enumerable.Range(0, 200).Select(i => new CaseEvent("1801", i + 1, i % 2 == 0 ? CaseEventKind.Resolved : CaseEventKind.Moved, person, T0.AddMinutes(i), "ward7")
        {
            Note = Of(piece, 5_000),
            FromWardId = "xray",
        });
        return new CaseFile(
            Post() with
            {
                Text = Of(piece, 20_000),
                Links = [.. Enumerable.Range(0, 5_000).Select(i => new TextLink(i * 4, 3, i % 2 == 0 ? Of(piece, 50) : null, Long))],
                Language = "cy",
                Sensitive = true,
                Quote = new Quote("1", Post() with
                {
                    Text = Of(piece, 20_000),
                    Links = [.. Enumerable.Range(0, 5_000).Select(i => new TextLink(i * 4, 3, null, Long))],
                    Author = new Author(Of(piece, 2_000), Of(piece, 2_000), Long),
                    Photos = [new Photo(Long, Of(piece, 1_000)), new Photo(Long, null)],
                    Sensitive = true,
                    Url = Long,
                }),
                Former = [.. Enumerable.Range(0, 20).Select(i => new FormerEdition($"{i}", Of(piece, 20_000), [new(0, 3, Of(piece, 5_000), Long)], T0.AddMinutes(i)))],
                Author = new Author(Of(piece, 2_000), Of(piece, 2_000), null),
                Photos = [.. Enumerable.Range(0, 10).Select(i => new Photo(Long, Of(piece, 1_000)))],
            },
            file.Case with { Pals = new PalsClock(T0), Findings = new Findings(Mixed with { Words = [.. Enumerable.Repeat(Of(piece, 2_000), 20)], Topics = [.. Enum.GetValues<Topic>().Select(t => new TopicReading(t, t > Topic.Noise ? Tone.Complaint : Tone.Compliment, 4, Of(piece, 2_000)))] }, null, new Alarm(AlarmKind.Exploitation, [.. Enumerable.Repeat(Of(piece, 2_000), 20)])), State = CaseState.Claimed, Claimer = person, ClaimedAt = T0, ThankedBy = person, Reason = Of(piece, 5_000), AlsoNamed = [.. Enumerable.Repeat("xray", 99)] },
            [.. events])
        {
            Others = new OtherCases(
                [.. Enum.GetValues<Topic>().Take(OtherCases.MostPatterns).Select(t => new PatternLine(t, PatternLine.ManyPeople, [.. Enumerable.Range(0, PatternLine.MostOthers).Select(i => new OtherPost($"{i}", T0) { Link = Long })], HasMore: true))],
                new FixedBefore(new CaseEvent("1800", 2, CaseEventKind.Resolved, person, T0, "ward7") { Note = Of(piece, 5_000) }, Long)),
        };
    }

    private static Organisation Large(string piece)
    {
        var options = new OrganisationOptions { Name = Of(piece, 500), Hashtags = { "StOswins" }, Bosses = { "boss" } };
        for (var i = 0; i < 100; i++)
        {
            options.Wards.Add(new WardOptions { Id = i == 7 ? "ward7" : i == 8 ? "xray" : $"w{i}", Name = $"{i} {Of(piece, 200)}", FrontDesk = i == 0 });
        }

        return new Organisation(options);
    }

    private static string Of(string piece, int length) => string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1));
}
