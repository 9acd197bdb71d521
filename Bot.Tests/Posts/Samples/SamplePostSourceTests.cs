using FeedbackBot.Posts;
using FeedbackBot.Posts.Samples;
using Microsoft.Extensions.Logging.Abstractions;

namespace FeedbackBot.Tests.Posts.Samples;

public sealed class SamplePostSourceTests
{
    private static readonly SampleDay Day = SampleDay.Load();
    private readonly SampleClock _clock = new();
    private readonly SamplesOptions _options = new();

    [Fact]
    public async Task The_first_start_hands_out_a_dozen_posts_a_minute_apart()
    {
        var batch = await First(null);

        Assert.Equal(Day.Posts.Take(12).Select(p => $"sample-{p.Id}"), batch.Posts.Select(p => p.Id));
        Assert.Equal("12", batch.Cursor);
        Assert.Equal(_clock.GetUtcNow().AddMinutes(-12), batch.Posts[0].PostedAt);
        Assert.Equal(_clock.GetUtcNow().AddMinutes(-1), batch.Posts[^1].PostedAt);
    }

    [Fact]
    public async Task After_the_dozen_one_post_comes_with_each_interval()
    {
        await using var posts = Source().Read(null, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await posts.MoveNextAsync());

        for (var next = 12; next < Day.Posts.Count; next++)
        {
            var batch = await Next(posts);
            var post = Assert.Single(batch.Posts);
            Assert.Equal($"sample-{Day.Posts[next].Id}", post.Id);
            Assert.Equal(_clock.GetUtcNow(), post.PostedAt);
            Assert.Equal($"{next + 1}", batch.Cursor);
        }
    }

    [Fact]
    public async Task Nothing_comes_before_the_interval_is_over()
    {
        _options.Interval = TimeSpan.FromMinutes(1);
        await using var posts = Source().Read("12", CancellationToken.None).GetAsyncEnumerator();
        var move = posts.MoveNextAsync().AsTask();

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(move.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await move);
    }

    [Fact]
    public async Task A_post_that_quotes_another_brings_it_along()
    {
        var post = Assert.Single((await First(null)).Posts, p => p.Quote is not null);

        Assert.Equal(("sample-s02", "Pam"), (post.Quote!.Id, post.Quote.Post?.Author.Name));
        Assert.True(post.Quote.Post!.PostedAt < post.PostedAt);
    }

    [Fact]
    public async Task A_restart_goes_on_where_it_was()
    {
        await using var posts = Source().Read("40", CancellationToken.None).GetAsyncEnumerator();

        var batch = await Next(posts);

        Assert.Equal($"sample-{Day.Posts[40].Id}", Assert.Single(batch.Posts).Id);
        Assert.Equal("41", batch.Cursor);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("99999999999")]
    public async Task A_cursor_it_cannot_read_starts_the_day_again(string cursor) =>
        Assert.Equal("12", (await First(cursor)).Cursor);

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public async Task When_the_day_is_over_it_waits_quietly_until_it_is_stopped(int beyond)
    {
        using var stop = new CancellationTokenSource();
        await using var posts = Source().Read($"{Day.Posts.Count + beyond}", stop.Token).GetAsyncEnumerator(CancellationToken.None);
        var move = posts.MoveNextAsync().AsTask();

        _clock.Advance(TimeSpan.FromDays(2));
        Assert.False(move.IsCompleted);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => move);
    }

    [Fact]
    public async Task A_post_carries_what_the_day_says_about_it()
    {
        var dinner = (await First(null)).Posts.Single(p => p.Id == "sample-s04");

        Assert.Equal("samples", dinner.Source);
        Assert.Equal("Grandad Bill", dinner.Author.Name);
        Assert.Equal("http://localhost:5000/local/photos/avatar-kettle.png", dinner.Author.PictureUrl?.AbsoluteUri);
        Assert.Equal("http://localhost:5000/local/photos/grey-custard.png", Assert.Single(dinner.Photos).Url.AbsoluteUri);
        Assert.StartsWith("A hospital tray", dinner.Photos[0].AltText, StringComparison.Ordinal);
        Assert.Equal("en", dinner.Language);
        Assert.Null(dinner.Url);
        Assert.False(dinner.IsRepost);
    }

    [Fact]
    public async Task The_setting_for_photos_wins_over_the_bots_own_address()
    {
        _options.PhotoBase = new Uri("https://oswin.example/bot/");

        var dinner = (await First(null)).Posts.Single(p => p.Id == "sample-s04");

        Assert.Equal("https://oswin.example/bot/local/photos/grey-custard.png", dinner.Photos[0].Url.AbsoluteUri);
    }

    [Theory]
    [InlineData("00:00:00", null, "Samples:Interval is 00:00:00")]
    [InlineData("-00:00:08", null, "Samples:Interval is -00:00:08")]
    [InlineData("00:00:08", "local/photos", "Samples:PhotoBase is 'local/photos'")]
    [InlineData("00:00:08", "ftp://oswin.example", "Samples:PhotoBase is 'ftp://oswin.example")]
    public void A_fault_in_the_settings_names_its_value(string interval, string? photoBase, string fault)
    {
        _options.Interval = TimeSpan.Parse(interval, System.Globalization.CultureInfo.InvariantCulture);
        _options.PhotoBase = photoBase is null ? null : new Uri(photoBase, UriKind.RelativeOrAbsolute);

        Assert.StartsWith(fault, Assert.Single(_options.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_settings_have_no_fault() => Assert.Empty(new SamplesOptions().Faults());

    private SamplePostSource Source() =>
        new(Day, _options, () => new Uri("http://localhost:5000"), _clock, NullLogger<SamplePostSource>.Instance);

    private async Task<PostBatch> First(string? cursor)
    {
        await using var posts = Source().Read(cursor, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await posts.MoveNextAsync());
        return posts.Current;
    }

    private async Task<PostBatch> Next(IAsyncEnumerator<PostBatch> posts)
    {
        // The source is waiting for the clock by the time this returns, so moving the clock can't come too early.
        var move = posts.MoveNextAsync().AsTask();
        _clock.Advance(_options.Interval);
        Assert.True(await move);
        return posts.Current;
    }
}
