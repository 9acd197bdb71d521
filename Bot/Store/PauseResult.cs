namespace FeedbackBot.Store;

/// <summary>What came of pausing a lane.</summary>
public enum PauseResult
{
    Paused,

    /// <summary>A chat, which can't be paused.</summary>
    NoChannel,

    /// <summary>The bot came back while the refused request was under way: it is asked for anew.</summary>
    BackAgain,
}
