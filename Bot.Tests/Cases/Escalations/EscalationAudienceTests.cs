using FeedbackBot.Cases.Escalations;
using FeedbackBot.Wards;

namespace FeedbackBot.Tests.Cases.Escalations;

public sealed class EscalationAudienceTests
{
    public static TheoryData<EscalationKind, string, string, string> Rungs => new()
    {
        { EscalationKind.Pattern, "ward7", "wendy | anna bert", "everybody" },
        { EscalationKind.Look, "WARD7", "wendy | anna bert", "everybody" },
        { EscalationKind.Praise, "ward8", "anna bert", "everybody" },
        { EscalationKind.Pattern, "gone", "anna bert", "everybody" },
        { EscalationKind.Pattern, "ward9", "ANNA | bert", "everybody" },
        { EscalationKind.MustNotWait, "ward7", "lead | dan | eve | wendy anna bert", "lead dan eve" },
        { EscalationKind.MustNotWait, "ward8", "lead | dan | eve | anna bert", "lead dan eve" },
    };

    [Theory]
    [MemberData(nameof(Rungs))]
    public void A_wards_bosses_hear_first_and_the_lead_of_what_must_not_wait(EscalationKind kind, string ward, string rungs, string finishers)
    {
        var audience = EscalationAudience.Of(kind, ward, Hospital().Now);

        Assert.Equal(rungs, string.Join(" | ", audience.Rungs.Select(r => string.Join(' ', r))));
        Assert.Equal(finishers, audience.Finishers is null ? "everybody" : string.Join(' ', audience.Finishers));
    }

    [Fact]
    public void Without_a_lead_all_bosses_hear_at_once_what_must_not_wait_and_may_close_it()
    {
        var audience = EscalationAudience.Of(EscalationKind.MustNotWait, "ward7", Hospital(o => { o.Lead = " "; o.Deputies.Clear(); }).Now);

        Assert.Equal(["wendy", "anna", "bert"], Assert.Single(audience.Rungs));
        Assert.True(audience.MayFinish("ANNA"));
    }

    [Theory]
    [InlineData(EscalationKind.Pattern, "ward7", "wendy | nora ned | anna bert")]
    [InlineData(EscalationKind.Praise, "ward8", "nora ned | anna bert")]
    [InlineData(EscalationKind.Look, "ward9", "ANNA | sam | bert")]
    [InlineData(EscalationKind.Look, "desk", "anna bert")]
    [InlineData(EscalationKind.MustNotWait, "ward7", "lead | dan | eve | wendy nora ned anna bert")]
    public void A_sites_bosses_stand_between_the_wards_and_the_organisations(EscalationKind kind, string ward, string rungs)
    {
        var hospital = Hospital(o =>
        {
            o.Sites.Add(new SiteOptions { Name = "North", Bosses = { "nora", "ned" } });
            o.Sites.Add(new SiteOptions { Name = "South", Bosses = { "sam", "anna" } });
            foreach (var (i, site) in new[] { (1, "North"), (2, "north "), (3, "South") })
            {
                o.Wards[i].Site = site;
            }
        });

        var audience = EscalationAudience.Of(kind, ward, hospital.Now);

        Assert.Equal(rungs, string.Join(" | ", audience.Rungs.Select(r => string.Join(' ', r))));
    }

    [Fact]
    public void It_is_said_in_which_wards_nobody_would_hear_what_must_not_wait()
    {
        Assert.Null(EscalationAudience.Remark(Hospital().Now));
        Assert.Null(EscalationAudience.Remark(Hospital(WithoutLead).Now));
        Assert.StartsWith("Nobody hears what must not wait in desk, ward8: there is neither a lead nor a boss. Set People:Lead", Unheard(_ => { }), StringComparison.Ordinal);
        Assert.StartsWith("Nobody hears what must not wait: there is", Unheard(o => o.Wards.ToList().ForEach(w => w.Bosses.Clear())), StringComparison.Ordinal);
        Assert.StartsWith(
            "Nobody hears what must not wait in desk: there is",
            Unheard(o =>
            {
                o.Sites.Add(new SiteOptions { Name = "North", Bosses = { "nora" } });
                o.Wards[2].Site = "North";
            }),
            StringComparison.Ordinal);
        Assert.Contains(" in desk, ward8, w0, w1, w2 and 2 more wards: ", Unheard(o => Enumerable.Range(0, 5).ToList().ForEach(i => o.Wards.Add(new WardOptions { Id = $"w{i}" }))), StringComparison.Ordinal);

        static string? Unheard(Action<OrganisationOptions> change)
        {
            var hospital = Hospital(o =>
            {
                WithoutLead(o);
                o.Bosses.Clear();
                change(o);
            }).Now;
            Assert.All(hospital.Wards, w => Assert.Equal(hospital.IsAlarmHeard(w.Id), EscalationAudience.Of(EscalationKind.MustNotWait, w.Id, hospital).Rungs.Count > 0));
            return EscalationAudience.Remark(hospital);
        }
    }

    [Fact]
    public void It_is_said_in_which_wards_no_boss_would_hear_what_deserves_one()
    {
        Assert.Null(EscalationAudience.RemarkOfBosses(Hospital().Now));
        Assert.StartsWith("Escalations:Enabled is true, and nobody hears what deserves a boss in desk, ward8: there is none. Set People:Bosses:0", EscalationAudience.RemarkOfBosses(Hospital(o => o.Bosses.Clear()).Now), StringComparison.Ordinal);
    }

    private static void WithoutLead(OrganisationOptions options)
    {
        options.Lead = null;
        options.Deputies.Clear();
    }

    internal static Organisation Hospital(Action<OrganisationOptions>? change = null)
    {
        var options = new OrganisationOptions
        {
            Name = "St Oswin's",
            Hashtags = { "Oswin" },
            Lead = "lead",
            Deputies = { "dan", "eve" },
            Bosses = { "anna", "bert" },
            Wards =
            {
                new WardOptions { Id = "desk", FrontDesk = true },
                new WardOptions { Id = "ward7", Bosses = { "wendy" } },
                new WardOptions { Id = "ward8" },
                new WardOptions { Id = "ward9", Bosses = { "ANNA" } },
            },
        };
        change?.Invoke(options);
        return new Organisation(options);
    }
}
