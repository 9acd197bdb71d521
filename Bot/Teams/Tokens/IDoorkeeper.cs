namespace FeedbackBot.Teams.Tokens;

/// <summary>Decides who may hand an activity in: anyone on this machine in local mode, else whoever Microsoft signed for.</summary>
public interface IDoorkeeper
{
    /// <summary>Looks at a request before a byte of its body is read.</summary>
    /// <returns>A pass, or why there is none.</returns>
    ValueTask<(Pass? Pass, Refusal? Refusal)> LookAsync(HttpRequest request, CancellationToken cancellationToken);

    /// <summary>Holds the activity against the pass it came with.</summary>
    /// <returns>Null when it is let in.</returns>
    Refusal? Check(Pass pass, Activity activity);
}
