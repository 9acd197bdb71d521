using System.Text.Json.Nodes;
using FeedbackBot.Wards;
using static FeedbackBot.Cards.Elements;

namespace FeedbackBot.Cards;

/// <summary>What one can press and ask.</summary>
public static class HelpCard
{
    private static readonly (string Example, string What)[] Questions =
    [
        ("summary", "today in figures; also “summary yesterday”, “summary week”, “summary today Ward 7”"),
        ("open", "what is New or Claimed in this channel's ward; “open Ward 7” for another"),
        ("mine", "what you have claimed"),
        ("find soap", "cases with these words in the post, its author's name or a note"),
        ("wards", "which ward has which channel"),
        ("link Ward 7", "Ward 7's posts come to this channel; “unlink” ends it. For admins and whoever installed the bot"),
        ("digest Mon-Fri 8:30,17:00", "what needs a decision and the figures, in your own chat at these times; “digest” shows when, “digest off” ends it. For bosses"),
        ("status", "how the bot itself is doing: X, its cost, deliveries. For admins"),
        ("check posts", "ask X whether all posts that are kept are still public. For admins"),
        ("help", "this card"),
    ];

    private static IEnumerable<(string Button, string What)> Presses(Organisation organisation) =>
    [
        ("Claim", "you take it; everyone sees that you have"),
        ("Assign", "somebody else takes it and is told"),
        ("Release", "nobody has it again"),
        ("Resolve", "it is done; say what was done"),
        ("Reopen", "it needs another look after all"),
        ("More", "move it to another ward, dismiss it, see its history, say that it isn't the problem others complain of or that it was read wrongly (or rightly, where its card says “perhaps”), hand it over to PALS or take it back from there, ask X whether the post is still there"),
        ($"More, then {CaseButtons.AtRiskTitle(organisation)}", "somebody may be at risk and the card doesn't say so"),
        ("Nobody is at risk", "a false alarm: the ward has its case back. For the safeguarding lead and deputies; for bosses where there is no lead, for the ward where there is neither"),
        ("Thank", "the ward reads a thank you on the card, with your line. For bosses"),
        ("Reply on X", "opens X, where you write the answer yourself"),
        ("I replied", "puts into the history that you have"),
    ];

    public static JsonObject Of(Organisation organisation)
    {
        var hashtags = string.Join(" ", organisation.Hashtags.Take(3).Select(h => $"#{Foreign.Inline(h, 40)}"));
        return Card(
            "What you can ask FeedbackBot: summary, open, mine, find, wards, link, unlink, digest, status, check posts, help.",
            [
                Heading("What FeedbackBot does"),
                Rich(Run($"Posts about {Foreign.Inline(organisation.Name)} on X ({hashtags}) come to the channel of the ward they are about. Whoever claims one sees to it.")),
                Heading("Press", "Default"),
                .. Presses(organisation).Select(p => Rich(Run(p.Button, bold: true), Run($" – {p.What}")).Spaced("Small")),
                Heading("Ask", "Default"),
                Rich(Run("In a channel begin with @FeedbackBot; in a chat with me just ask.", subtle: true)).Spaced("Small"),
                .. Questions.Select(q => Rich(Run(q.Example, mono: true, bold: true), Run($" – {q.What}")).Spaced("Small")),
            ]);
    }
}
