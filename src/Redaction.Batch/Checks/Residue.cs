namespace Redaction.Batch;

/// <summary>Something that is left in an output.</summary>
/// <param name="Entity">What it is.</param>
/// <param name="Medium">Where it is: in text, pixels or sound.</param>
/// <param name="Place">Line, path and region, as one JSON object with the keys of the manifest.</param>
internal sealed record Residue(string Entity, string Medium, string Place);
