namespace Redaction.Text;

/// <summary>Detectors that ship together: one locale, or one domain.</summary>
public interface IDetectorPack
{
    /// <summary>Lower-case id, such as <c>de</c>.</summary>
    static abstract string Id { get; }

    /// <summary>The detectors of the pack.</summary>
    static abstract ReadOnlySpan<ITextDetector> Detectors { get; }
}
