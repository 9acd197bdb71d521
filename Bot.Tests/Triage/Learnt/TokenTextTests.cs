using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Tests.Triage.Learnt;

/// <summary>What the tone reader sees of a post. Words stand as they are folded, marks as , . ! ? and a word all in capitals with ^ behind it.</summary>
public sealed class TokenTextTests
{
    [Theory]
    [InlineData("The toilet is FILTHY", "the toilet is filthy^")]
    [InlineData("I can't, won't & don’t", "i cant , wont dont")]
    [InlineData("Café crème", "cafe creme")]
    [InlineData("soooooo gooood", "soo good")]
    [InlineData("waited 3 hours, then 12 more", "waited 0 hours , then 0 more")]
    [InlineData("A&E and A&amp;E", "ae and ae")]
    [InlineData("ta @StOswins see https://t.co/x1 www.example.org/a,b ok", "ta see ok")]
    [InlineData("so rude #disgusting #StOswinsListens #ward7", "so rude , disgusting")]
    [InlineData("#disgusting", "disgusting")]
    [InlineData("Really?! Yes... no", "really ? ! yes . no")]
    [InlineData("Stop!!! Now", "stop ! ! ! now")]
    [InlineData("soup:cold;bread(hard)", "soup , cold , bread , hard ,")]
    [InlineData("lovely :) cold :-( ", "lovely 🙂 cold 🙁")]
    [InlineData("Food:Disgusting", "food , disgusting")]
    [InlineData("ta 👍🏽 ❤️", "ta 👍 ❤")]
    [InlineData("a &lt; b &gt; c", "a b c")]
    [InlineData("...", "")]
    [InlineData("", "")]
    public void Words_are_folded_and_marks_kept(string text, string tokens) => Assert.Equal(tokens, string.Join(' ', Shown(new TokenText(text))));

    [Theory]
    [InlineData("Never again! The staff were RUDE, and I can't say why :(")]
    [InlineData("👍🏽 #disgusting “quoted” naïve cafés")]
    [InlineData("\ud800 half a pair, \udc00 and the other")]
    public void Every_token_says_where_it_stands(string text)
    {
        var tokens = new TokenText(text).Tokens;

        Assert.All(tokens, t => Assert.InRange(t.Start, 0, text.Length - t.Length));
        Assert.All(tokens.Zip(tokens.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start, $"{pair.First} and {pair.Second} overlap."));
    }

    private static IEnumerable<string> Shown(TokenText text) => text.Tokens.Select(t => t.Kind switch
    {
        TokenKind.Pause => ",",
        TokenKind.Stop => ".",
        TokenKind.Shout => "!",
        TokenKind.Question => "?",
        _ => $"{text.Word(t)}{(t.IsLoud ? "^" : "")}",
    });
}
