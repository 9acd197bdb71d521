using System.Globalization;
using FeedbackBot.Cases;
using FeedbackBot.LocalTeams;
using FeedbackBot.Tests.Killing;
using FeedbackBot.Tests.Store;
using Xunit.Abstractions;

namespace FeedbackBot.Tests;

/// <summary>Promises 1 and 2 (design.md, section 4) under kill -9.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    [Fact]
    public Task Killed_at_twenty_random_moments_during_two_thousand_posts_it_loses_none() =>
        EveryPostHasOneCaseAndACardAsync(DatabaseKind.Sqlite, bots: 1, kills: 20, posts: 2_000);

    [PostgresFact]
    public Task Two_instances_on_one_database_lose_no_post_while_one_or_the_other_is_killed() =>
        EveryPostHasOneCaseAndACardAsync(DatabaseKind.Postgres, bots: 2, kills: 6, posts: 200);

    private async Task EveryPostHasOneCaseAndACardAsync(DatabaseKind kind, int bots, int kills, int posts)
    {
        // To see a failure again: FEEDBACKBOT_TEST_SEED=the seed it names.
        var seed = int.TryParse(Environment.GetEnvironmentVariable("FEEDBACKBOT_TEST_SEED"), CultureInfo.InvariantCulture, out var given)
            ? given
            : Random.Shared.Next();
        var moments = KillMoment.Draw(new Random(seed), kills, posts);
        output.WriteLine($"Seed {seed}. Killed at: {string.Join(", ", moments)}.");

        await using var scene = await KillScene.Start(kind, bots, posts, seed);
        await scene.PlayAsync(moments);
        var stored = await scene.EndAsync();

        var cards = scene.Teams.Cards;
        var duplicates = cards.Values.Sum(c => c.Count - 1);
        var twice = scene.Teams.Brought.Values.Sum(b => b.GroupBy(OutsideTeams.EscalationOf).Sum(g => g.Count() - 1));
        output.WriteLine($"{posts} posts, {stored.Wards.Count} cases, {cards.Count} posts with cards, {duplicates} second cards, {scene.Teams.Brought.Count} brought to bosses, {twice} of them twice, {kills} kills.");

        var numbers = Enumerable.Range(1, posts).ToList();
        Assert.Equal(
            numbers.Select(n => (Patients.IdOf(n), scene.Patients.Wards[n])),
            stored.Wards.Select(w => (w.Key, w.Value)).OrderBy(w => w.Key, StringComparer.Ordinal));
        Assert.Equal(posts, stored.Posts);
        Assert.Empty(stored.Unsent);
        Assert.All(numbers, n => OneCaseShown(n, scene.Patients.Wards[n], cards[n], stored));
        Assert.True(
            duplicates <= kills * KillScene.WardIds.Count,
            $"Seed {seed}: {duplicates} second cards, where {kills} kills can leave one in each of {KillScene.WardIds.Count} channels at most.");
        Assert.True(twice <= kills, $"Seed {seed}: {twice} things were brought to a boss twice, where {kills} kills can do so once each at most.");
    }

    private static void OneCaseShown(int number, string wardId, IReadOnlyList<LocalMessage> cards, StoredCases stored)
    {
        var id = Patients.IdOf(number);
        Assert.Equal([CaseEventKind.Received], stored.Events[id]);

        Assert.All(cards, c => Assert.Equal(OutsideTeams.ChannelOf(wardId), c.Conversation));
        Assert.Contains(Assert.Single(stored.Cards[id]).ActivityId, cards.Select(c => c.Id));
    }
}
