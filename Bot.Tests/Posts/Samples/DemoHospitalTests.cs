using FeedbackBot.Posts.Samples;
using FeedbackBot.Wards;
using Microsoft.Extensions.Configuration;

namespace FeedbackBot.Tests.Posts.Samples;

public sealed class DemoHospitalTests
{
    [Fact]
    public void The_demo_hospital_has_no_fault() => Assert.Empty(OrganisationFaults.Of(Bind(Configured())));

    [Fact]
    public void Its_people_are_the_ones_local_mode_switches_between()
    {
        var hospital = new Organisation(Bind(Configured()));

        Assert.True(hospital.IsBoss(DemoHospital.BossId));
        Assert.True(hospital.IsAdmin(DemoHospital.AdminId));
        Assert.All(hospital.Wards, w => Assert.Equal([DemoHospital.FixerId], w.Fixers));
        Assert.False(hospital.IsBoss(DemoHospital.AdminId) || hospital.IsAdmin(DemoHospital.BossId));
        Assert.False(hospital.IsBoss(DemoHospital.StaffId) || hospital.IsAdmin(DemoHospital.StaffId));
        Assert.Equal("front-desk", hospital.FrontDesk.Id);
        Assert.Equal(10, hospital.Wards.Count);
    }

    [Fact]
    public void No_words_lead_to_two_wards_a_wards_name_included()
    {
        var words = Bind(Configured()).Wards.SelectMany(w => w.Words.Append(w.Name!)).Select(w => w.ToUpperInvariant()).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Fact]
    public void What_is_configured_stays_and_only_the_rest_is_the_demos()
    {
        var configuration = Configured(("Organisation:Name", "Dunsey Cottage Hospital"), ("Wards:0:Id", "only"), ("Wards:0:FrontDesk", "true"));
        var hospital = Bind(configuration);

        Assert.Equal("Dunsey Cottage Hospital", hospital.Name);
        Assert.Equal("only", Assert.Single(hospital.Wards).Id);
        Assert.Null(hospital.Wards[0].Name);
        Assert.Equal(["StOswinsListens"], hospital.Hashtags);
        Assert.Equal([DemoHospital.BossId], hospital.Bosses);
    }

    [Fact]
    public void One_configured_person_keeps_all_the_demos_people_out()
    {
        var hospital = Bind(Configured(("People:Admins:0", "11111111-0000-4000-8000-000000000009")));

        Assert.Empty(hospital.Bosses);
        Assert.Equal(["11111111-0000-4000-8000-000000000009"], hospital.Admins);
    }

    [Fact]
    public void A_templates_blanks_are_nothing() =>
        Assert.Equal("St Oswin's Hospital", Bind(Configured(("Organisation:Name", ""), ("Wards", ""))).Name);

    [Fact]
    public void Other_settings_of_the_organisation_are_left_alone() =>
        Assert.Equal("Europe/Paris", Bind(Configured(("Organisation:TimeZone", "Europe/Paris"))).TimeZone);

    [Fact]
    public void Nothing_is_added_where_everything_is_configured()
    {
        var configuration = Configured(
            ("Organisation:Name", "Dunsey"), ("Organisation:Hashtags:0", "Dunsey"), ("Wards:0:Id", "only"), ("People:Bosses:0", "b"));

        Assert.Equal(4, configuration.AsEnumerable().Count(s => s.Value is not null));
    }

    private static ConfigurationManager Configured(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        DemoHospital.AddMissing(configuration);
        return configuration;
    }

    private static OrganisationOptions Bind(ConfigurationManager configuration)
    {
        var options = new OrganisationOptions();
        configuration.GetSection("Organisation").Bind(options);
        configuration.GetSection("Wards").Bind(options.Wards);
        configuration.GetSection("People").Bind(options);
        return options;
    }
}
