namespace Redaction.Text;

/// <summary>A range that a record tells of, before anybody knows of which text.</summary>
/// <param name="Owner">The object or list that tells it.</param>
/// <param name="Start">The number where it begins.</param>
/// <param name="From">Its value.</param>
/// <param name="Stop">The number of its end or length; null where only what stands there tells.</param>
/// <param name="To">Where it ends.</param>
/// <param name="IsLength">True when <paramref name="Stop"/> is a length.</param>
/// <param name="Quote">What stands there; null when the record does not repeat it.</param>
/// <param name="IsLabelled">True when something is said of the range: it is an annotation and no time.</param>
internal sealed record OffsetSite(
    RecordNode Owner, RecordNode Start, int From, RecordNode? Stop, int To, bool IsLength, RecordNode? Quote, bool IsLabelled)
{
    public override string ToString() => $"OffsetSite({From}, {To})";
}
