using FeedbackBot.Triage.Learnt;

namespace FeedbackBot.Tests.Triage.Learnt;

/// <summary>Where thoughts end; between two clauses stands a bar.</summary>
public sealed class ClausesTests
{
    [Theory]
    [InlineData("lovely nurses", "lovely nurses")]
    [InlineData("lovely nurses, dirty loo", "lovely nurses | dirty loo")]
    [InlineData("lovely nurses but dirty loo", "lovely nurses | but dirty loo")]
    [InlineData("Lovely nurses. But the loo!", "lovely nurses | but the loo")]
    [InlineData("(lovely) nurses", "lovely | nurses")]
    [InlineData("... but why", "but why")]
    [InlineData("!", "")]
    [InlineData("", "")]
    public void A_text_is_divided_where_its_thoughts_end(string text, string clauses)
    {
        var tokens = new TokenText(text);
        var (of, count) = Clauses.In(tokens);

        var words = Enumerable.Range(0, count).Select(clause => string.Join(' ', tokens.Tokens.Where((t, i) => of[i] == clause && t.Kind == TokenKind.Word).Select(t => tokens.Word(t).ToString())));
        Assert.Equal(clauses, string.Join(" | ", words));
        Assert.All(of, clause => Assert.InRange(clause, 0, count - 1));
    }
}
