namespace Redaction.Batch;

/// <summary>Something that verification found wrong with redacted output.</summary>
/// <param name="Kind"><c>missing</c>, <c>changed</c>, <c>unlisted</c>, <c>link</c>, <c>unreadable</c>, <c>residue</c>, <c>quarantine</c>,
/// <c>manifest</c> or <c>audit</c>; <c>wider</c> for what only a wider search than that of the run finds, which is told and is no fault.
/// </param>
/// <param name="Source">The file below the output folder.</param>
/// <param name="Detail">The entity that is left, the code of the failure, or what is wrong with the log.</param>
/// <param name="Count">How many; 1 where it is not about a number.</param>
/// <param name="Place">Where in the file: line, path and region as one JSON object with the keys of the manifest; null for the whole file.
/// </param>
public sealed record OutputProblem(string Kind, string Source, string Detail, long Count = 1, string? Place = null)
{
    /// <summary>Kind of what only a wider search finds.</summary>
    internal const string Wider = "wider";
}
