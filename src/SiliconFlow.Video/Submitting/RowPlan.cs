using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Submitting;

/// <summary>What the journal means for one row of this run.</summary>
/// <param name="Key">How the row is known.</param>
/// <param name="Action">What is done about it.</param>
/// <param name="Try">The number of the row's next submit, from 1.</param>
/// <param name="Known">The row as the journal tells it; null where it is new.</param>
internal sealed record RowPlan(RowKey Key, RowAction Action, int Try, SFVideo? Known);
