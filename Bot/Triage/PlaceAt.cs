namespace FeedbackBot.Triage;

/// <summary>A place that a text names.</summary>
/// <param name="Start">Where it begins, in characters.</param>
/// <param name="Length">In characters, counted in digits and single blanks, so that spelling doesn't decide between wards.</param>
/// <param name="From">The lattice's node where it begins.</param>
/// <param name="To">The lattice's node where it ends.</param>
public readonly record struct PlaceAt(Place Place, int Start, int Length, int From, int To);
