namespace FeedbackBot.Learning;

/// <summary>Something that a network learns to tell of rows.</summary>
/// <param name="Targets">For each row one number per output; null where nobody has said.</param>
/// <param name="Importance">How much each row counts.</param>
/// <param name="Exclusive">The outputs are one choice among several instead of a yes or no each.</param>
internal sealed record NetworkTask(IReadOnlyList<float[]?> Targets, IReadOnlyList<float> Importance, int Outputs, bool Exclusive);
