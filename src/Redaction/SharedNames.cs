using Redaction.Text.Names;

namespace Redaction;

/// <summary>The names detector, loaded at its first use and once for all redactors.</summary>
internal sealed class SharedNames : ITextDetector
{
    private static readonly Lazy<NamesDetector>[] s_bySensitivity =
        [.. Enum.GetValues<NamesSensitivity>().Select(static s => new Lazy<NamesDetector>(() => NamesDetector.Create(s)))];

    private readonly Lazy<NamesDetector> _detector;

    public SharedNames(NamesSensitivity sensitivity) => _detector = s_bySensitivity[(int)sensitivity];

    public DetectorInfo Info { get; } = NamesDetector.Describe();

    public void Detect(TextSource source, FindingSink<TextSpan> findings) => _detector.Value.Detect(source, findings);
}
