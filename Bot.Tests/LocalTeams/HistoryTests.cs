using FeedbackBot.LocalTeams;
using Microsoft.Extensions.Logging.Abstractions;

namespace FeedbackBot.Tests.LocalTeams;

public sealed class HistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("local-teams").FullName;

    private string File => Path.Combine(_folder, "deeper", "local-teams.jsonl");

    [Fact]
    public async Task A_restart_keeps_messages_edits_chats_reading_and_the_installation()
    {
        string id;
        await using (var before = await LocalTeamsServer.Start(File))
        {
            id = (await before.PostCard()).Body.GetProperty("activityId").GetString()!;
            before.Tenant.Edit(LocalTeamsServer.Ward7, id, LocalContent.Words("Resolved 😀 \u202Eabc"));
            before.Tenant.MarkRead(LocalPeople.Boss, LocalTeamsServer.Ward7, id);
            before.Tenant.Open(new(LocalTenant.ChatId(LocalPeople.Boss), "FeedbackBot", LocalPeople.Boss.Id));
        }

        await using var after = await LocalTeamsServer.Start(File, installs: false);
        var message = Assert.Single(after.Tenant.Messages(LocalTeamsServer.Ward7));
        Assert.Equal((id, "Resolved 😀 \u202Eabc"), (message.Id, message.Content.Text));
        Assert.Equal(0, after.Tenant.Unread(LocalPeople.Boss, LocalTeamsServer.Ward7));
        Assert.Equal(1, after.Tenant.Unread(LocalPeople.Staff, LocalTeamsServer.Ward7));
        Assert.NotNull(after.Tenant.Conversation(LocalTenant.ChatId(LocalPeople.Boss)));
        Assert.True(after.Tenant.IsTold);
        Assert.False(after.Bot.HasMore);
    }

    [Fact]
    public void What_a_message_said_before_it_was_changed_is_not_in_the_file_any_more()
    {
        using (var tenant = Open())
        {
            var edited = tenant.Post(LocalTeamsServer.Ward7, null, LocalSender.Bot, LocalContent.Words("Forget me"))!;
            var deleted = tenant.Post(LocalTeamsServer.Ward7, null, LocalSender.Bot, LocalContent.Words("Forget me too"))!;
            tenant.Post(LocalTeamsServer.Ward7, null, LocalSender.Bot, LocalContent.Words("the last"));
            tenant.Edit(LocalTeamsServer.Ward7, edited.Id, LocalContent.Words("erased"));
            tenant.Edit(LocalTeamsServer.Ward7, edited.Id, LocalContent.Words("erased, and said so"));
            tenant.Delete(LocalTeamsServer.Ward7, deleted.Id);
        }

        Assert.DoesNotContain("Forget", System.IO.File.ReadAllText(File), StringComparison.Ordinal);
        using var again = Open();
        Assert.Equal(["erased, and said so", "", "the last"], again.Messages(LocalTeamsServer.Ward7).Select(m => m.Content.Text));
    }

    [Theory]
    [InlineData("{\"kind\":\"posted\",\"mess")]
    [InlineData("\u00e9")]
    public void A_torn_last_line_is_dropped_and_the_next_one_starts_afresh(string torn)
    {
        using (var tenant = Open())
        {
            tenant.Post(LocalTeamsServer.Ward7, null, LocalSender.Bot, LocalContent.Words("kept"));
        }

        System.IO.File.AppendAllText(File, torn);
        using (var tenant = Open())
        {
            tenant.Post(LocalTeamsServer.Ward7, null, LocalSender.Bot, LocalContent.Words("after"));
        }

        using var again = Open();
        Assert.Equal(["kept", "after"], again.Messages(LocalTeamsServer.Ward7).Select(m => m.Content.Text));
    }

    [Fact]
    public void A_damaged_line_in_the_middle_costs_only_itself()
    {
        using (var tenant = Open())
        {
            tenant.Post(LocalTeamsServer.Ward7, null, LocalSender.Bot, LocalContent.Words("one"));
        }

        System.IO.File.AppendAllText(File, "not JSON\n");
        using (var tenant = Open())
        {
            tenant.Post(LocalTeamsServer.Ward7, null, LocalSender.Bot, LocalContent.Words("two"));
        }

        using var again = Open();
        Assert.Equal(["one", "two"], again.Messages(LocalTeamsServer.Ward7).Select(m => m.Content.Text));
    }

    [Fact]
    public void Message_ids_differ_and_grow_also_within_a_millisecond()
    {
        using var tenant = Open();

        var ids = Enumerable.Range(0, 100)
            .Select(_ => long.Parse(tenant.Post(LocalTeamsServer.Ward7, null, LocalSender.Bot, LocalContent.Words("x"))!.Id, null))
            .ToList();

        Assert.Equal(ids.Distinct().Order(), ids);
    }

    public void Dispose() => Directory.Delete(_folder, true);

    private LocalTenant Open() => new(
        new() { History = File, Channels = [LocalChannel.ForWard("ward7", "Ward 7")] },
        TimeProvider.System,
        NullLogger<LocalTenant>.Instance);
}
