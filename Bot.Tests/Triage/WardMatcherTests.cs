using FeedbackBot.Posts;
using FeedbackBot.Triage;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Triage;

public sealed class WardMatcherTests
{
    private static readonly WardMatcher Matcher = new(new Organisation(Hospital()));

    public static TheoryData<string, string, string> ByHashtag => new()
    {
        // text, ward, also named
        { "Lovely nurses #Ward7", "ward7", "" },
        { "Lovely nurses #ward7 #Oswin", "ward7", "" },
        { "#WARD7", "ward7", "" },
        { "##ward7##", "ward7", "" },
        { "＃ward7 full width", "ward7", "" },
        { "#Wárd7", "ward7", "" },
        { "#wa\u0301rd7 decomposed", "ward7", "" },
        { "#wa\u200brd7 with a zero-width space", "ward7", "" },
        { "\u202e#ward7\u202c", "ward7", "" },
        { "#ward７", "ward7", "" },
        { "(#ward7)", "ward7", "" },
        { "#ward7.", "ward7", "" },
        { "#ward7's nurses", "ward7", "" },
        { "#ward7’s nurses", "ward7", "" },
        { "#ward7-nurses", "ward7", "" },
        { "great#ward7", "ward7", "" },
        { "#ward7#oswin", "ward7", "" },
        { "#ward70", "ward70", "" },
        { "#WardSeven", "desk", "" },
        { "#ward7_", "desk", "" },
        { "#ward7b", "desk", "" },
        { "# ward7", "desk", "" },
        { "ward7", "desk", "" },
        { "https://example.org/page#ward7", "desk", "" },
        { "#cafe is cold", "cafe", "" },
        { "#Café is cold", "cafe", "" },
        { "#ward70 then #ward7", "ward70", "ward7" },
        { "#ward7 then #ward70 then #WARD7 again", "ward7", "ward70" },
        { "the X-ray department, no, #ward7", "ward7", "xray" },
        { "ward 70 and the café, says #ward7, and ward 7 and #ward70", "ward7", "ward70 cafe" },
        { "#ward7 is at ward 7", "ward7", "" },
        { "ward 7 lavatory #ward7", "ward7", "lav7" },
        { "x-ray #desk", "desk", "xray" },
    };

    public static TheoryData<string, string, string> ByWords => new()
    {
        { "Thank you ward 7", "ward7", "" },
        { "Thank you WARD 7!", "ward7", "" },
        { "Thank you Ward Seven", "ward7", "" },
        { "Thank you ward  \t 7", "ward7", "" },
        { "Thank you ward\n7", "ward7", "" },
        { "Thank you ward\u00a07", "ward7", "" },
        { "Thank you ward-7", "ward7", "" },
        { "Thank you ward–7", "ward7", "" },
        { "Thank you ward7", "ward7", "" },
        { "Thank you ward_7", "ward7", "" },
        { "Thank you ward 07", "ward7", "" },
        { "Thank you ward #7", "ward7", "" },
        { "Thank you ward: 7", "ward7", "" },
        { "Thank you \"ward 7\"", "ward7", "" },
        { "Thank you 'ward 7'", "ward7", "" },
        { "Thank you (ward 7)", "ward7", "" },
        { "Thank you wärd 7", "ward7", "" },
        { "Thank you 𝗪𝗮𝗿𝗱 𝟳", "ward7", "" },
        { "Thank you ｗａｒｄ ７", "ward7", "" },
        { "Thank you ward ٧", "ward7", "" },
        { "Thank you ward 7️⃣", "ward7", "" },
        { "Thank you \u202bward\u202c \u20667\u2069", "ward7", "" },
        { "Thank you wa\u00adrd 7", "ward7", "" },
        { "Thank you ward 7😀", "ward7", "" },
        { "Thank you **ward 7**", "ward7", "" },
        { "Thank you <at>ward 7</at>", "ward7", "" },
        { "ward 7's nurses", "ward7", "" },
        { "ward7's nurses", "ward7", "" },
        { "ward seven's nurses", "ward7", "" },
        { "ward 70", "ward70", "" },
        { "ward seventy", "ward70", "" },
        { "ward twenty one", "ward21", "" },
        { "ward twenty-one", "ward21", "" },
        { "ward twentyone", "ward21", "" },
        { "ward twenty-one's nurses", "ward21", "" },
        { "ward 21", "ward21", "" },
        { "Ward Ninety-Nine", "ward99", "" },
        { "ward 99", "ward99", "" },
        { "ward twenty", "desk", "" },
        { "ward 2 1", "desk", "" },
        { "ward 7b", "desk", "" },
        { "ward 7 b", "ward7", "" },
        { "ward 71", "desk", "" },
        { "ward seventy two", "desk", "" },
        { "wards 7", "desk", "" },
        { "award 7", "desk", "" },
        { "I love this ward. 7 nurses came", "desk", "" },
        { "Which ward? 7 of us waited", "desk", "" },
        { "ward #oswin 7", "desk", "" },
        { "ward @someone 7", "desk", "" },
        { "@xray_room is great", "desk", "" },
        { "#xray #ward8", "desk", "" },
        { "https://t.co/xray", "desk", "" },
        { "https://t.co/ward-7 smells", "desk", "" },
        { "the loo by X-ray stinks", "lav", "" },
        { "the loo by x ray stinks", "lav", "" },
        { "the loo by XRAY stinks", "lav", "" },
        { "The Loo by X\u2011Ray stinks", "lav", "" },
        { "THE LOO BY X-RAY'S DOOR", "lav", "" },
        { "loo by X-ray", "xray", "" },
        { "x-ray", "xray", "" },
        { "xray", "xray", "" },
        { "xrays", "desk", "" },
        { "walkin centre", "walkin", "" },
        { "walk in centre", "walkin", "" },
        { "walk-in centre", "walkin", "" },
        { "A&E", "ae", "" },
        { "A&amp;E", "ae", "" },
        { "a and e", "ae", "" },
        { "A & E", "ae", "" },
        { "ward 7 lavatory", "lav7", "" },
        { "ward seven lavatory", "lav7", "" },
        { "ward 7 lavatory, but ward 7 itself is fine", "lav7", "ward7" },
        { "ward 7 and x-ray", "ward7", "xray" },
        { "xray and ward 7", "ward7", "xray" },
        { "ward 7 and ward 21", "ward21", "ward7" },
        { "ward 21, ward 99 and ward 7", "ward21", "ward99 ward7" },
        { "ward seven and ward 21", "ward21", "ward7" },
        { "the cafe", "cafe", "" },
        { "the CAFÉ", "cafe", "" },
        { "the cafe\u0301", "cafe", "" },
        { "Soren Ostergaard", "nordic", "" },
        { "Søren Østergaard", "nordic", "" },
        { "Strasse", "nordic", "" },
        { "STRAẞE", "nordic", "" },
        { "lodz", "nordic", "" },
        { "Łódź", "nordic", "" },
        { "aether", "nordic", "" },
        { "St Marys", "mary", "" },
        { "St. Mary's", "mary", "" },
        { "st mary’s", "mary", "" },
        { "pharmacy", "dispensary", "" },
        { "dispensary", "dispensary", "" },
        { "the shop", "chemist", "" },
        { "", "desk", "" },
        { "😀😀😀", "desk", "" },
        { "front desk", "desk", "" },
    };

    [Theory]
    [MemberData(nameof(ByHashtag))]
    public void A_wards_hashtag_decides(string text, string ward, string also) => Check(text, ward, also);

    [Theory]
    [MemberData(nameof(ByWords))]
    public void Place_words_decide_in_a_post_with_our_hashtag(string text, string ward, string also)
    {
        Check("#Oswin " + text, ward, also);
        Check(text + " #oswin", ward, also);
    }

    [Theory]
    [MemberData(nameof(ByWords))]
    public void Place_words_alone_lead_to_the_front_desk(string text, string ward, string also)
    {
        Assert.NotNull(ward + also);
        if (!text.Contains('#', StringComparison.Ordinal))
        {
            Check(text, "desk", "");
        }
    }

    [Theory]
    [InlineData("nice #WARD7", "It has the hashtag #Ward7.")]
    [InlineData("ward seven #oswin", "It names \"Ward 7\".")]
    [InlineData("THE LOO BY XRAY #oswin", "It names \"the loo by X-ray\".")]
    [InlineData("nice #oswin", "It names no ward.")]
    [InlineData("ward 7", "It has neither a ward's hashtag nor ours.")]
    [InlineData("", "It has neither a ward's hashtag nor ours.")]
    public void The_reason_is_in_words(string text, string reason) => Assert.Equal(reason, Matcher.Match(Saying(text)).Reason);

    [Theory]
    [InlineData("\ud83d #ward7 \ude00", "ward7")]
    [InlineData("\ufffe\uffff\0#ward7", "ward7")]
    [InlineData("#", "desk")]
    [InlineData("@", "desk")]
    [InlineData("#oswin &", "desk")]
    [InlineData("#oswin '", "desk")]
    [InlineData("#oswin 's ward 7 's", "ward7")]
    [InlineData("#oswin - - -ward 7- -", "ward7")]
    [InlineData("#oswin 0 00 0", "desk")]
    [InlineData("#oswin &lt;ward 7&gt;", "ward7")]
    public void Odd_text_is_only_text(string text, string ward) => Check(text, ward, "");

    [Fact]
    public void Two_wards_of_one_name_in_different_spellings_are_meant_by_neither()
    {
        var hospital = Hospital();
        hospital.Wards.Add(new WardOptions { Id = "a", Name = "Gate 3" });
        hospital.Wards.Add(new WardOptions { Id = "b", Name = "Gate Three" });

        Assert.Equal("It names no ward.", new WardMatcher(new Organisation(hospital)).Match(Saying("gate 3 #oswin")).Reason);
    }

    [Fact]
    public void Where_there_is_one_ward_our_hashtag_alone_says_which_it_is()
    {
        var matcher = new WardMatcher(new Organisation(new OrganisationOptions { Name = "Clinic", Hashtags = { "#Clinic" }, Wards = { new WardOptions { Id = "clinic", FrontDesk = true } } }));

        Assert.Equal([true, false], new[] { "The loo is filthy #Clinic", "The loo is filthy" }.Select(text => matcher.Match(Saying(text)).IsNamed));
    }

    [Fact]
    public void Ten_thousand_wards_and_texts_made_to_be_slow_are_matched_all_the_same()
    {
        var hospital = new OrganisationOptions { Name = "Big", Hashtags = { "#big" } };
        for (var i = 0; i < 10_000; i++)
        {
            hospital.Wards.Add(new WardOptions { Id = $"w{i}", Name = $"Ward {i}", Hashtags = { $"#Ward{i}" }, Words = { $"the loo by ward {i}" }, FrontDesk = i == 0 });
        }

        var matcher = new WardMatcher(new Organisation(hospital));
        var long20 = string.Concat(Enumerable.Repeat("the loo by ward x-x-x-x 77 #ward ", 600)) + " #big";
        Assert.True(long20.Length > 19_000);

        for (var i = 0; i < 10_000; i++)
        {
            Assert.Equal($"w{i}", matcher.Match(Saying($"Somebody mop the loo by ward {i} please, it is awful #big")).Ward.Id);
        }

        string[] nowhere =
        [
            new string('#', 20_000),
            "#big " + string.Concat(Enumerable.Repeat("x-", 10_000)),
            "#big " + string.Concat(Enumerable.Repeat("#7", 10_000)),
            "#big " + new string('\'', 20_000),
            "#big " + new string('a', 20_000),
        ];
        Assert.All(nowhere, text => Assert.Equal("w0", matcher.Match(Saying(text)).Ward.Id));
        Assert.Equal("w0", matcher.Match(Saying(long20)).Ward.Id);
    }

    private static void Check(string text, string ward, string also)
    {
        var verdict = Matcher.Match(Saying(text));

        Assert.Equal((ward, also), (verdict.Ward.Id, string.Join(' ', verdict.AlsoNamed.Select(w => w.Id))));
        Assert.EndsWith(".", verdict.Reason, StringComparison.Ordinal);
    }

    private static Post Saying(string text) => new()
    {
        Id = "1",
        Source = "test",
        EditionId = "1",
        Text = text,
        Author = Author.Unknown,
        PostedAt = DateTimeOffset.UnixEpoch,
    };

    private static OrganisationOptions Hospital() => new()
    {
        Name = "St Oswin's",
        Hashtags = { "#Oswin" },
        Wards =
        {
            new WardOptions { Id = "desk", Name = "Front desk", FrontDesk = true, Hashtags = { "desk" } },
            new WardOptions { Id = "ward7", Name = "Ward 7", Hashtags = { "#Ward7" } },
            new WardOptions { Id = "ward70", Name = "Ward 70", Hashtags = { "#Ward70" } },
            new WardOptions { Id = "ward21", Name = "Ward 21" },
            new WardOptions { Id = "ward99", Name = "Ward 99" },
            new WardOptions { Id = "lav7", Name = "Lavatory of ward 7", Words = { "ward 7 lavatory" } },
            new WardOptions { Id = "lav", Name = "Lavatory south", Words = { "the loo by X-ray" } },
            new WardOptions { Id = "xray", Name = "X-ray", Words = { "the X-ray department" } },
            new WardOptions { Id = "cafe", Name = "Café", Hashtags = { "Café" } },
            new WardOptions { Id = "walkin", Name = "Walk-in centre" },
            new WardOptions { Id = "ae", Name = "A&E" },
            new WardOptions { Id = "mary", Name = "St Mary's" },
            new WardOptions { Id = "nordic", Name = "Søren Østergaard", Words = { "Straße", "Łódź", "Æther" } },
            new WardOptions { Id = "dispensary", Name = "Dispensary", Words = { "Pharmacy" } },
            new WardOptions { Id = "chemist", Name = "Pharmacy", Words = { "the shop" } },
        },
    };
}
