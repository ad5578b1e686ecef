namespace Redaction.Governance;

/// <summary>One thing that is wrong with a log.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">1-based line where it shows; the line after the last one for a missing end.</param>
/// <param name="Message">One sentence.</param>
public sealed record AuditProblem(AuditProblemKind Kind, int Line, string Message);
