using FeedbackBot.Cases;

namespace FeedbackBot.Cards;

/// <summary>Whom a case's card knows.</summary>
/// <param name="Fixers">The ward's, by name, to stand first in Assign.</param>
/// <param name="TeamsIds">Who gets a card of their own, the most concerned first.</param>
/// <param name="Viewer">Who looks.</param>
/// <param name="ClaimerHasLeft">Who has the case is no longer in its ward's channel.</param>
public sealed record CardPeople(
    IReadOnlyList<Person> Fixers,
    IReadOnlyList<string> TeamsIds,
    Viewer Viewer = Viewer.Anyone,
    bool ClaimerHasLeft = false)
{
    /// <summary>Who looks may thank for what is praised here.</summary>
    public bool IsBoss { get; init; }

    /// <summary>Who looks may close what must not wait.</summary>
    public bool MayCloseAlarms { get; init; }
}
