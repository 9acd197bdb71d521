using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackBot.Cards;
using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Posts.X;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FeedbackBot.Tests.Killing;

/// <summary>A local Teams outside the bots that are killed: it remembers every card that it ever took.</summary>
internal sealed partial class OutsideTeams : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, List<LocalMessage>> _cards = [];
    private readonly Dictionary<int, List<LocalMessage>> _brought = [];
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _app;

    private OutsideTeams(WebApplication app)
    {
        _app = app;
        app.Services.GetRequiredService<LocalTenant>().Changed += See;
    }

    /// <summary>Posts that have at least one card.</summary>
    public FakeTally Shown { get; } = new();

    /// <summary>The cards in channels by their post's number.</summary>
    public IReadOnlyDictionary<int, List<LocalMessage>> Cards => Copy(_cards);

    /// <summary>What bosses were brought in their own chats, by the number of its first post.</summary>
    public IReadOnlyDictionary<int, List<LocalMessage>> Brought => Copy(_brought);

    /// <summary>What a message to a boss brings: two patterns of the same posts, about two topics, are two things.</summary>
    public static string EscalationOf(LocalMessage message) => Escalation().Match(message.Content.Cards[0].GetRawText()).Groups[1].Value;

    public static string ChannelOf(string wardId) => $"19:outside-{wardId}@thread.tacv2";

    /// <summary>Installs the bot and links every ward's channel, as an admin would.</summary>
    public static async Task<OutsideTeams> Start(Uri bot, IReadOnlyList<string> wardIds, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddLocalTeams(new LocalTeamsOptions
        {
            BotUrl = bot,
            History = null,
            // Another team than the one that each bot in local mode brings along.
            TenantId = "00000000-0000-4000-8000-0000000000ee",
            Channels = [.. wardIds.Select(id => new LocalChannel(ChannelOf(id), $"Outside {id}"))],
        });
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapLocalTeams();
        var teams = new OutsideTeams(app);
        await app.StartAsync(cancellationToken);
        await teams._told.Task.WaitAsync(cancellationToken);
        var client = app.Services.GetRequiredService<LocalTeamsClient>();
        foreach (var wardId in wardIds)
        {
            var (_, result) = await client.SayAsync(LocalPeople.Admin, ChannelOf(wardId), null, $"@FeedbackBot link {wardId}", cancellationToken);
            Assert.Equal("none", result.Kind);
        }

        return teams;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void See(LocalChange change)
    {
        if (change.Kind == LocalChange.Told)
        {
            _told.TrySetResult();
        }

        if (change is not { Kind: LocalChange.Posted, Message: { From.IsBot: true, Content.Cards: [var card] } message }
            || Report().Match(card.GetRawText()) is not { Success: true } report)
        {
            return;
        }

        var number = int.Parse(report.Groups[1].Value, CultureInfo.InvariantCulture);
        var isCard = message.Conversation.StartsWith("19:", StringComparison.Ordinal);
        lock (_lock)
        {
            var seen = isCard ? _cards : _brought;
            if (seen.TryGetValue(number, out var others))
            {
                others.Add(message);
                return;
            }

            seen[number] = [message];
        }

        if (isCard)
        {
            Shown.Add();
        }
    }

    private Dictionary<int, List<LocalMessage>> Copy(Dictionary<int, List<LocalMessage>> messages)
    {
        lock (_lock)
        {
            return messages.ToDictionary(m => m.Key, m => m.Value.ToList());
        }
    }

    /// <summary>As <see cref="Patients"/> write it.</summary>
    [GeneratedRegex($"\"{EscalationButtons.Mark}\":\"([^\"]+)\"")]
    private static partial Regex Escalation();

    [GeneratedRegex("Report ([0-9]+)")]
    private static partial Regex Report();
}
