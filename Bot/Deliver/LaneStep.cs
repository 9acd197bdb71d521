using FeedbackBot.Store;
using FeedbackBot.Store.Rows;

namespace FeedbackBot.Deliver;

/// <summary>One step of a lane, done but not saved yet.</summary>
/// <param name="Rows">One, or several new cases that went together in one list.</param>
/// <param name="Made">What the windows keep of its request.</param>
internal sealed record LaneStep(IReadOnlyList<OutboxRow> Rows, RowResult Result, IReadOnlyList<Aftermath> Made);
