namespace Redaction.Batch;

/// <summary>Something that verification found wrong with redacted output.</summary>
/// <param name="Kind"><c>missing</c>, <c>changed</c>, <c>unlisted</c>, <c>unreadable</c>, <c>residue</c>, <c>manifest</c> or
/// <c>audit</c>.</param>
/// <param name="Source">The file below the output folder.</param>
/// <param name="Detail">The entity that is left, the code of the failure, or what is wrong with the log.</param>
/// <param name="Count">How many; 1 where it is not about a number.</param>
public sealed record OutputProblem(string Kind, string Source, string Detail, long Count = 1);
