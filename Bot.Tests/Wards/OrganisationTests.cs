using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Wards;

public sealed class OrganisationTests
{
    public static TheoryData<string, Action<OrganisationOptions>, string> Faults => new()
    {
        { "no name", o => o.Name = " ", "Organisation:Name is missing" },
        { "no hashtag", o => o.Hashtags.Clear(), "Organisation:Hashtags is empty" },
        { "a hashtag that X refuses", o => o.Hashtags[0] = "#St Oswin's", "Organisation:Hashtags:0 is 'St Oswin's'" },
        { "a country by its name", o => o.Country = "England", "Organisation:Country is 'England'. Use the two letters" },
        { "an unknown time zone", o => o.TimeZone = "Mars/Phobos", "Organisation:TimeZone is 'Mars/Phobos'" },
        { "quiet hours that are none", o => o.QuietHours = "at night", "Organisation:QuietHours is 'at night'. Use two times of day such as 22:00-07:00, or off." },
        { "deputies of nobody", o => o.Deputies.Add("someone"), "People:Deputies is set and People:Lead isn't." },
        { "a boss by address", o => o.Bosses.Add("anna@trust.nhs.uk"), "People:Bosses:0 is 'anna@trust.nhs.uk', which is no Entra object id. Copy the Object ID from the person's page in Entra." },
        { "a lead by name", o => o.Lead = "Anna Lee", "People:Lead is 'Anna Lee', which is no Entra object id." },
        { "a deputy who is nobody", o => { o.Lead = "lea"; o.Deputies.Add(" "); }, "People:Deputies:0 is empty. Copy the Object ID from the person's page in Entra, or remove the entry." },
        { "an admin in a tenant by a short name", o => { o.IsInTenant = true; o.Admins.Add("adil"); }, "People:Admins:0 is 'adil', which is no Entra object id." },
        { "a fixer in a tenant with an id cut short", o => { o.IsInTenant = true; o.Wards[1].Fixers.Add("00000000-0000-4000-8000"); }, "Wards:1:Fixers:0 is '00000000-0000-4000-8000', which is no Entra object id." },
        { "a ward's boss by address", o => o.Wards[1].Bosses.Add("b@trust.nhs.uk"), "Wards:1:Bosses:0 is 'b@trust.nhs.uk'" },
        { "a site's boss by address", o => { o.Sites.Add(new SiteOptions { Name = "North", Bosses = { "n@trust.nhs.uk" } }); o.Wards[1].Site = "North"; }, "Sites:0:Bosses:0 is 'n@trust.nhs.uk'" },
        { "a ward without id", o => o.Wards[1].Id = "", "Wards:1:Id is missing (its name is 'Ward 7')" },
        { "two wards with one id", o => o.Wards[1].Id = "DESK", "Wards:0:Id and Wards:1:Id are both 'desk'" },
        { "two wards with one hashtag", o => o.Wards[0].Hashtags.Add("WARD7"), "Wards:0:Hashtags:0 and Wards:1:Hashtags:0 are both 'WARD7'" },
        { "a ward with the organisation's hashtag", o => o.Wards[1].Hashtags.Add("oswin"), "Organisation:Hashtags:0 and Wards:1:Hashtags:1 are both 'Oswin'" },
        { "two wards with the same words", o => { o.Wards[0].Words.Add("the loo"); o.Wards[1].Words.Add("The loo "); }, "Wards:0:Words:0 and Wards:1:Words:0 are both 'the loo'" },
        { "the same words with the number written out", o => { o.Wards[0].Words.Add("Gate 3"); o.Wards[1].Words.Add("gate three"); }, "Wards:0:Words:0 and Wards:1:Words:0 are both 'Gate 3'" },
        { "words without a word", o => o.Wards[0].Words.Add(" - "), "Wards:0:Words:0 is '-'" },
        { "two wards with one hashtag but for its accent", o => { o.Wards[0].Hashtags.Add("cafe"); o.Wards[1].Hashtags.Add("café"); }, "are both 'cafe'" },
        { "two wards of one name", o => o.Wards.Add(new WardOptions { Id = "s7", Name = "WARD 7 " }), "Wards:1:Name and Wards:2:Name are both 'Ward 7', so nobody could tell them apart. Give each a name of its own, such as 'Ward 7 North'." },
        { "a ward with another's id for its name", o => o.Wards.Add(new WardOptions { Id = "s7", Name = "Desk" }), "Wards:2:Name is 'Desk', which is the id of Wards:0. Give it another name: who says it would mean that ward." },
        { "a site of a ward's name", o => { o.Sites.Add(new SiteOptions { Name = "ward 7" }); o.Wards[1].Site = "Ward 7"; }, "Sites:0:Name is 'ward 7', which is a ward's name as well. Give the site another." },
        { "a country by what everybody calls it", o => o.Country = "uk", "Organisation:Country is 'uk', and ISO 3166, by which X says where a post is withheld, has GB. Use GB." },
        { "no front desk", o => o.Wards[0].FrontDesk = false, "No ward is the front desk" },
        { "two front desks", o => o.Wards[1].FrontDesk = true, "Wards:0:FrontDesk and Wards:1:FrontDesk are both true" },
        { "a ward of an unknown site", o => o.Wards[1].Site = "North", "Wards:1:Site is 'North', and no Sites:N:Name is. Add the site." },
        { "a ward of a mistyped site", o => { o.Sites.Add(new SiteOptions { Name = "North" }); o.Wards[0].Site = "north"; o.Wards[1].Site = "Nroth"; }, "Wards:1:Site is 'Nroth', and no Sites:N:Name is. Use 'North', or add the site." },
        { "a site without a name", o => o.Sites.Add(new SiteOptions { Bosses = { "nora" } }), "Sites:0:Name is missing. Set it to the site's name" },
        { "a site without wards", o => o.Sites.Add(new SiteOptions { Name = "North" }), "Sites:0:Name is 'North', which no ward has, so its bosses would hear of nothing." },
        { "two sites of one name", o => { o.Sites.Add(new SiteOptions { Name = "North" }); o.Sites.Add(new SiteOptions { Name = "NORTH " }); o.Wards[1].Site = "North"; }, "Sites:0:Name and Sites:1:Name are both 'North'." },
        { "no wards", o => o.Wards.Clear(), "No ward is the front desk" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_names_its_setting_and_its_value(string what, Action<OrganisationOptions> spoil, string message)
    {
        Assert.NotNull(what);
        var options = Whole();
        spoil(options);

        Assert.Contains(message, Assert.Throws<ArgumentException>(() => new Organisation(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_in_one_message()
    {
        var options = Whole();
        options.Name = null;
        options.TimeZone = "Nowhere";
        options.Wards[0].FrontDesk = false;

        Assert.Equal(3, OrganisationFaults.Of(options).Count);
    }

    [Fact]
    public void One_ward_may_have_the_same_words_in_two_spellings()
    {
        var options = Whole();
        options.Wards[0].Words.Add("kids' ward");
        options.Wards[0].Words.Add("kids ward");

        Assert.Empty(OrganisationFaults.Of(options));
    }

    [Fact]
    public void Without_lead_and_boss_a_wards_members_may_close_alarms_and_others_may_not()
    {
        var options = Whole();
        var alone = new Organisation(options);
        options.Wards[1].Bosses.Add("wendy");
        var led = new Organisation(options);

        Assert.True(alone.MayCloseAlarms("sam", "ward7", isMember: true) && led.MayCloseAlarms("wendy", "ward7"));
        Assert.False(alone.MayCloseAlarms("sam", "ward7") || led.MayCloseAlarms("sam", "ward7", isMember: true));
    }

    [Fact]
    public void Blanks_around_an_id_do_not_matter()
    {
        var options = Whole();
        options.IsInTenant = true;
        options.Bosses.Add(" 00000000-0000-4000-8000-00000000000b ");
        options.Admins.Add("00000000-0000-4000-8000-00000000000d\n");
        options.Wards[1].Fixers.Add("\t00000000-0000-4000-8000-00000000000F");

        var organisation = new Organisation(options);

        Assert.True(organisation.IsBoss("00000000-0000-4000-8000-00000000000b"));
        Assert.True(organisation.IsAdmin("00000000-0000-4000-8000-00000000000d"));
        Assert.True(organisation.IsFixer("00000000-0000-4000-8000-00000000000f", "ward7"));
    }

    [Theory]
    [InlineData("00000000-0000-4000-8000-00000000ABCD", "00000000-0000-4000-8000-00000000abcd")]
    [InlineData("{00000000-0000-4000-8000-00000000abcd}", "00000000-0000-4000-8000-00000000abcd")]
    [InlineData(" Wendy ", "Wendy")]
    public void An_id_is_kept_as_Teams_writes_it_however_it_was_copied(string copied, string kept)
    {
        var options = Whole();
        options.Bosses.Add(copied);
        options.Lead = copied;
        options.Wards[1].Fixers.Add(copied);

        var organisation = new Organisation(options);

        Assert.Equal((kept, kept, kept), (organisation.Now.Bosses[0], organisation.Now.Lead, organisation.Find("ward7")!.Fixers[0]));
    }

    [Fact]
    public void Whole_settings_have_no_fault() => Assert.Empty(OrganisationFaults.Of(Whole()));

    [Theory]
    [InlineData("ward7")]
    [InlineData("WARD 7")]
    [InlineData(" #Ward7 ")]
    [InlineData("#SevenUp")]
    public void A_ward_is_known_by_id_name_and_hashtag(string words)
    {
        var options = Whole();
        options.Wards[1].Hashtags.Add("SevenUp");

        Assert.Equal("ward7", new Organisation(options).Named(words)?.Id);
    }

    private static OrganisationOptions Whole() => new()
    {
        Name = "St Oswin's",
        Hashtags = { "#Oswin" },
        Wards =
        {
            new WardOptions { Id = "desk", Name = "Front desk", FrontDesk = true },
            new WardOptions { Id = "ward7", Name = "Ward 7", Hashtags = { "#ward7" } },
        },
    };
}
