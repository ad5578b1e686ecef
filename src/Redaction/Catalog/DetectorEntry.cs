namespace Redaction;

/// <summary>A detector, as tables and policy checks see it.</summary>
/// <param name="Info">Its id, types, locale and version.</param>
/// <param name="Medium"><c>text</c> or <c>image</c>. Text detectors find in transcripts too.</param>
/// <param name="NeedsModel">True when it runs a trained model.</param>
public sealed record DetectorEntry(DetectorInfo Info, string Medium, bool NeedsModel);
