using FeedbackBot.LocalTeams;

namespace FeedbackBot.Tests.Teams.Tokens;

/// <summary>The path of one post in a real tenant: everything that comes is signed, everything that goes carries our token.</summary>
public sealed class RealTenantTests
{
    [Fact]
    public async Task A_post_on_X_becomes_a_card_in_a_real_tenant_and_is_claimed()
    {
        await using var tenant = await RealTenant.Start();
        var channel = tenant.Teams.Channel("Ward 7", LocalPeople.Fixer, LocalPeople.Staff);

        // An administrator installs the bot, which offers the channel that is called like a ward, and links it.
        Assert.Equal(202, (await tenant.Send(tenant.Activities.Installs(LocalPeople.Admin))).Status);
        await tenant.Teams.Message(channel, "Ward 7");
        Assert.Equal(202, (await tenant.Send(tenant.Activities.Says(LocalPeople.Admin, channel, "link ward7"))).Status);
        await tenant.Teams.Message(channel, "This channel now shows Ward 7's posts");

        // A patient posts.
        await tenant.X.Streams.Reached(1, CancellationToken.None);
        tenant.X.Post("1993000000000000001", "The soap is empty again #OswinWard7");
        var card = await tenant.Teams.Message(channel, "New — nobody has it yet");
        Assert.True(card.Says("The soap is empty again #OswinWard7"));

        // A stranger presses first, and gets nothing.
        var claim = tenant.Activities.Clicks(LocalPeople.Fixer, card, "claim", card.Card!.Data("claim"));
        Assert.Equal((401, ""), await tenant.Send(claim, k => k.Authorize = _ => []));
        Assert.Equal((403, ""), await tenant.Send(claim, k => k.Claims["aud"] = Guid.NewGuid().ToString()));

        // The fixer presses: the click is answered with the card as it is now, and everybody's card follows.
        var (status, body) = await tenant.Send(claim);
        Assert.True(ShownCard.Of(ClickResult.Of(new BotAnswer(status, body))).Says("Claimed by Fiona Webb (fixer)"));
        await tenant.Teams.Message(channel, m => m.Id == card.Id && m.Says("Claimed by Fiona Webb (fixer)"));

        // One token did for all of it.
        Assert.All(tenant.Teams.Authorizations, a => Assert.Equal("Bearer token-1", a));
        Assert.Equal(1, tenant.Login.Requests.Count);
    }

    [Fact]
    public async Task A_login_that_gives_no_token_is_what_health_says()
    {
        await using var tenant = await RealTenant.Start();
        tenant.Login.Refusal = FakeLogin.Says("invalid_client", "AADSTS7000222: The provided client secret keys are expired.");

        Assert.Equal(202, (await tenant.Send(tenant.Activities.Installs(LocalPeople.Admin))).Status);

        Assert.Contains("Teams:ClientSecret has expired", await tenant.Bot.Http.GetStringAsync("/health/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_go_to_the_newest_service_url_of_the_chat()
    {
        await using var moved = await OutsideTeams.StartAsync();
        await using var tenant = await RealTenant.Start(moved);

        Assert.Equal(202, (await tenant.Send(tenant.Activities.Chats(LocalPeople.Boss, "wards"))).Status);
        await tenant.Teams.Message(OutsideTeams.ChatOf(LocalPeople.Boss), "Ward 7");
        Assert.Equal(202, (await tenant.Send(new OutsideActivities(moved.ServiceUrl).Chats(LocalPeople.Boss, "wards"))).Status);

        await moved.Message(OutsideTeams.ChatOf(LocalPeople.Boss), "Ward 7");
    }

    [Fact]
    public void Real_mode_takes_no_fictional_hospital()
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(
            ["--Teams:AppId", Knock.AppId, "--Teams:TenantId", Knock.TenantId, "--Teams:ClientSecret", "s3cret", "--urls", "http://0.0.0.0:3978"]);

        var message = Assert.Throws<SettingsException>(() => Program.Build(builder)).Message;

        Assert.Contains("Organisation:Name is missing", message, StringComparison.Ordinal);
        Assert.DoesNotContain("can be reached from other machines", message, StringComparison.Ordinal);
    }
}
