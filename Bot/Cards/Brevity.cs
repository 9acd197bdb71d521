using System.Text.Json.Nodes;

namespace FeedbackBot.Cards;

/// <summary>How much of a case a card tells, so that it stays within what Teams takes.</summary>
/// <param name="Text">Characters of the post.</param>
/// <param name="Lines">Lines of the post.</param>
/// <param name="Links">Of a text that can be pressed; X's hashtags are many in some posts.</param>
/// <param name="Quoted">Characters of the post that it quotes.</param>
/// <param name="AltText">Characters of a picture's description.</param>
/// <param name="Note">Characters of a note in the history; twice as many where the state is told.</param>
/// <param name="Events">The newest events of the history.</param>
/// <param name="Wards">To choose from in Move; where there are more, the name is typed.</param>
/// <param name="People">Fixers to choose from in Assign; Teams finds the others.</param>
public sealed record Brevity(int Text, int Lines, int Links, int Quoted, int Photos, int AltText, int Note, int Events, int Wards, int People)
{
    /// <summary>Teams answers 413 at about 100 KB of UTF-16; this leaves room for the activity around the card.</summary>
    public const int MaxBytes = 80 * 1024;

    /// <summary>From what nearly every case gets down to what always fits.</summary>
    public static IReadOnlyList<Brevity> Levels { get; } =
    [
        new(3000, 100, 60, 1000, 4, 500, 250, 30, 100, 30),
        new(3000, 100, 20, 500, 4, 200, 100, 30, 0, 10),
        new(1500, 50, 10, 280, 4, 100, 60, 15, 0, 10),
        new(500, 10, 5, 140, 2, 50, 30, 8, 0, 5),
        new(100, 4, 0, 40, 1, 20, 15, 1, 0, 1),
    ];

    /// <summary>Whoever asks for all of it gets what a card can hold.</summary>
    private static readonly IReadOnlyList<Brevity> WholePost =
    [
        new(25_000, 1_000, 60, 1000, 4, 1_000, 250, 30, 0, 10),
        new(12_000, 400, 20, 500, 4, 500, 100, 30, 0, 10),
        new(6_000, 200, 20, 500, 4, 200, 100, 30, 0, 10),
        .. Levels,
    ];

    private static readonly IReadOnlyList<Brevity> WithHistory = [Levels[0] with { Note = 1_000 }, .. Levels];

    /// <summary>Escapes count: most non-ASCII characters take six where the default encoder writes them.</summary>
    public static int BytesOf(JsonObject card) => card.ToJsonString().Length * sizeof(char);

    public static JsonObject Fitting(Func<Brevity, JsonObject> draw, Detail detail = Detail.Usual)
    {
        var levels = detail switch { Detail.History => WithHistory, Detail.WholePost => WholePost, _ => Levels };
        var card = draw(levels[0]);
        foreach (var level in levels.Skip(1))
        {
            if (BytesOf(card) <= MaxBytes)
            {
                break;
            }

            card = draw(level);
        }

        return card;
    }
}
