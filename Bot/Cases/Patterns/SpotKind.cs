namespace FeedbackBot.Cases.Patterns;

/// <summary>Ways in which a text says where in a ward something is.</summary>
public enum SpotKind
{
    /// <summary>Toilet, shower, corridor, lift.</summary>
    Room,

    /// <summary>Men's, ladies', disabled, visitors'.</summary>
    Whose,

    Floor,

    /// <summary>East wing, block B, red zone.</summary>
    Block,

    Bay,

    /// <summary>Room 12.</summary>
    NumberedRoom,

    Bed,

    /// <summary>The end cubicle, toilet 2.</summary>
    Cubicle,

    Lift,

    CarPark,

    /// <summary>By the lift, next to reception.</summary>
    Near,

    /// <summary>Where food is from: canteen, café, vending machine.</summary>
    Outlet,
}
