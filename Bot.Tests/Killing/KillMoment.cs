using FeedbackBot.Tests.Posts.X;

namespace FeedbackBot.Tests.Killing;

/// <summary>When the bot is killed: told by how far it has got, not by a clock.</summary>
/// <param name="Number">The post or card, counted from the beginning.</param>
internal sealed record KillMoment(KillMoment.Kind When, int Number)
{
    internal enum Kind
    {
        /// <summary>That many posts were written.</summary>
        Written,

        /// <summary>That many posts have a card: Teams has the newest, the bot perhaps doesn't know yet.</summary>
        Shown,

        /// <summary>The bot searches for what it missed; that many posts were written at the latest.</summary>
        CatchingUp,
    }

    /// <summary>One in each equal part of all posts, so that the kills are spread over the whole of them.</summary>
    public static IReadOnlyList<KillMoment> Draw(Random dice, int kills, int posts)
    {
        var part = posts / kills;
        return [.. Enumerable.Range(0, kills).Select(i => new KillMoment(
            dice.Next(100) switch { < 45 => Kind.Written, < 85 => Kind.Shown, _ => Kind.CatchingUp },
            (i * part) + 1 + dice.Next(part)))];
    }

    /// <param name="searched">Comes when the bot asks for what it missed.</param>
    public Task Comes(FakeTally written, FakeTally shown, Task searched, CancellationToken cancellationToken) => When switch
    {
        Kind.Written => written.Reached(Number, cancellationToken),
        Kind.Shown => shown.Reached(Number, cancellationToken),
        _ => Task.WhenAny(searched, written.Reached(Number, cancellationToken)),
    };

    public override string ToString() => $"{When} {Number}";
}
