namespace FeedbackBot.Cards;

/// <summary>What a viewer of a card is to its case, as far as it changes which button stands first.</summary>
public enum Viewer
{
    /// <summary>Also whoever isn't known: the card as all see it.</summary>
    Anyone,

    Fixer,

    Claimer,
}
