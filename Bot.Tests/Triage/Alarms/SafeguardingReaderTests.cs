using System.Globalization;
using System.Runtime.CompilerServices;
using FeedbackBot.Posts;
using FeedbackBot.Triage.Alarms;
using Xunit.Abstractions;

namespace FeedbackBot.Tests.Triage.Alarms;

public sealed class SafeguardingReaderTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("kept-apart.txt", 0.97)]
    [InlineData("kept-apart-hints.txt", 0.92)]
    [InlineData("kept-apart-third.txt", 0.92)]
    public void Of_the_posts_that_must_not_wait_hardly_one_is_missed(string file, double leastRecall)
    {
        var posts = Posts(file).ToList();
        var missed = posts.Where(p => p.MustNotWait && SafeguardingReader.Read(p.Text) is null).Select(p => p.Text).ToList();
        var falsely = posts.Where(p => !p.MustNotWait && SafeguardingReader.Read(p.Text) is not null).Select(p => (p.Text, SafeguardingReader.Read(p.Text)!)).ToList();
        var all = posts.Count(p => p.MustNotWait);
        var recall = (double)(all - missed.Count) / all;
        var precision = (double)(all - missed.Count) / (all - missed.Count + falsely.Count);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{posts.Count} posts, {all} of them must not wait: recall {recall:F3}, precision {precision:F3}."));
        missed.ForEach(m => output.WriteLine($"missed: {m}"));
        falsely.ForEach(f => output.WriteLine($"false alarm: {f.Text} [{f.Item2.Kind}: {string.Join("; ", f.Item2.Words)}]"));
        Assert.InRange(recall, leastRecall, 1);
        Assert.InRange(posts.Count, 200, int.MaxValue);
        Assert.InRange((double)(posts.Count - all) / posts.Count, 0.33, 0.55);
    }

    [Fact]
    public void It_says_which_words_decided_and_speaks_of_words_not_of_anybody_s_health()
    {
        var alarm = SafeguardingReader.Read("Nobody listens on ward 7. I want to just END it all.")!;

        Assert.Equal(AlarmKind.SelfHarm, alarm.Kind);
        Assert.Contains(alarm.Words, words => words.Contains("END", StringComparison.Ordinal));
        Assert.Equal("Someone may be at risk: words about suicide or self-harm.", alarm.Sentence);
    }

    [Theory]
    [InlineData("su1cide")]
    [InlineData("su!c1de")]
    [InlineData("s*icide")]
    [InlineData("s**cide")]
    [InlineData("SUICIIIIDE")]
    [InlineData("s u i c i d e")]
    [InlineData("sewerslide")]
    public void A_disguised_word_is_the_same_word(string word) =>
        Assert.Equal(AlarmKind.SelfHarm, SafeguardingReader.Read($"thinking about {word} again")?.Kind);

    [Theory]
    [InlineData("#WantToDie")]
    [InlineData("#wanttodie")]
    [InlineData("#want_to_die")]
    [InlineData("#ImGoingToKillMyself")]
    [InlineData("I want to k i l l  m y s e l f")]
    [InlineData("I want to K**L myself")]
    [InlineData("ｗａｎｔ ｔｏ ｄｉｅ")]
    [InlineData("want\u200b to d\u200bie")]
    [InlineData("wânt tó dïe")]
    public void It_is_read_in_a_hashtag_and_in_any_letters(string text) => Assert.NotNull(SafeguardingReader.Read(text));

    [Theory]
    [InlineData("Room H17 has no light")]
    [InlineData("The soap in here is sh*t")]
    public void What_only_looks_like_a_disguise_is_none(string text) => Assert.Null(SafeguardingReader.Read(text));

    [Theory]
    [InlineData("#iwanttodietoday")]
    [InlineData("I w a n t  t o  d i e")]
    public void Its_words_stand_in_the_post_also_where_they_are_a_part_of_a_hashtag(string text) =>
        Assert.All(SafeguardingReader.Read(text)!.Words, word => Assert.True(word.Length > 0 && text.Contains(word, StringComparison.Ordinal), word));

    [Theory]
    [InlineData("he was assualted on the ward")]
    [InlineData("he was suicdal")]
    [InlineData("completely negleted")]
    [InlineData("she was threatend")]
    public void A_mistyped_word_is_the_same_word(string text) => Assert.NotNull(SafeguardingReader.Read(text));

    [Theory]
    [InlineData("I'm not suicidal, I just need to sleep")]
    [InlineData("nobody has hurt her I hope, but she has bruises all over")]
    public void A_not_excuses_nothing(string text) => Assert.NotNull(SafeguardingReader.Read(text));

    [Fact]
    public void A_manner_of_speaking_covers_its_own_words_only()
    {
        Assert.Null(SafeguardingReader.Read("I'm dying for a cuppa"));
        Assert.NotNull(SafeguardingReader.Read("I'm dying for a cuppa and a man here has a knife"));
    }

    [Fact]
    public void The_most_pressing_kind_names_the_alarm_and_the_words_of_all_are_told()
    {
        var alarm = SafeguardingReader.Read("she is covered in bedsores and now she is not breathing")!;

        Assert.Equal(AlarmKind.LifeAtRisk, alarm.Kind);
        Assert.Contains(alarm.Words, words => words.Contains("bedsores", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_s_description_counts_as_much_as_the_text()
    {
        var post = new Post
        {
            Id = "1",
            Source = "test",
            EditionId = "1",
            Text = "See for yourselves",
            Author = Author.Unknown,
            PostedAt = DateTimeOffset.UnixEpoch,
        };

        Assert.Null(SafeguardingReader.Read(post));
        Assert.Equal(AlarmKind.Abuse, SafeguardingReader.Read(post with { Photos = [new Photo(new Uri("https://example.org/1.jpg"), "Bruises all over his arms")] })?.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ud83d # @ & http:// *")]
    [InlineData("#")]
    [InlineData("####### ***** !!!!!")]
    public void Broken_text_is_read_like_any_other(string text) => Assert.Null(SafeguardingReader.Read(text));

    private static IEnumerable<(bool MustNotWait, string Text)> Posts(string file, [CallerFilePath] string here = "") =>
        File.ReadAllLines(Path.Combine(Path.GetDirectoryName(here)!, file))
            .Where(line => line.Length > 2 && line[1] == ' ' && line[0] is '+' or '-')
            .Select(line => (line[0] == '+', line[2..]));
}
