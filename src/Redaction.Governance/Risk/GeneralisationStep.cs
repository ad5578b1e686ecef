namespace Redaction.Governance;

/// <summary>A suggestion: write a column less exactly.</summary>
/// <param name="Column">The column.</param>
/// <param name="To">How it is to be written.</param>
/// <param name="K">Size of the smallest class then.</param>
/// <param name="AtRisk">Rows in classes smaller than wanted then.</param>
internal sealed record GeneralisationStep(string Column, string To, int K, int AtRisk);
