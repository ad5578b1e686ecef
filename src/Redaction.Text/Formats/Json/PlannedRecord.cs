namespace Redaction.Text;

/// <summary>A record that was planned before its turn.</summary>
/// <param name="Plans">The plans of its values.</param>
/// <param name="Types">Its data types; null where no field tells one.</param>
/// <param name="Moves">What becomes of the ranges that it tells of its texts; null where it tells of none.</param>
internal sealed record PlannedRecord(RecordPlans Plans, JsonRecordTypes? Types, OffsetMoves? Moves);
