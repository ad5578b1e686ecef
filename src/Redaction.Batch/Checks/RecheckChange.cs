namespace Redaction.Batch;

/// <summary>A place at which new rules decide otherwise than those under which data was redacted; never a value.</summary>
/// <param name="Kind"><c>newly-found</c>, <c>no-longer-found</c>, <c>changed</c>, or for a whole file <c>input-changed</c>,
/// <c>not-known</c> or <c>unreadable</c>.</param>
/// <param name="Source">The file.</param>
/// <param name="Place">Line, path and region, as the manifest writes them.</param>
/// <param name="Before">Entity and operator before, as <c>entity/operator</c>; null: not found.</param>
/// <param name="After">The same now.</param>
public sealed record RecheckChange(string Kind, string Source, string Place, string? Before, string? After);
