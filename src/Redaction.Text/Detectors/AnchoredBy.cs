using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Finds values around one anchor.</summary>
internal delegate void AnchorProbe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings);

/// <summary>Says whether a value's first word with a digit can be so long (in characters, 31 for more) with digits at these places (bit n for the
/// character n, the first four).</summary>
internal delegate bool WordForm(int length, int digits);

/// <summary>A hand-written detector that is asked at anchors: an id, a type and the function that looks.</summary>
internal sealed class AnchoredBy : IAnchoredDetector
{
    private readonly AnchorProbe _probe;
    private AnchorScan? _scan;

    public AnchoredBy(string id, EntityType type, AnchorKinds anchors, int minDigits, AnchorProbe probe)
        : this(id, [type], anchors, minDigits, probe) { }

    public AnchoredBy(string id, ImmutableArray<EntityType> types, AnchorKinds anchors, int minDigits, AnchorProbe probe)
    {
        Info = new(id, types) { Locale = PatternDetector.LocaleOf(id) };
        Anchors = anchors;
        MinDigits = minDigits;
        _probe = probe;
    }

    public DetectorInfo Info { get; }

    public AnchorKinds Anchors { get; }

    public int MinDigits { get; }

    /// <summary>The words it wants to be asked about.</summary>
    /// <value>Null: all.</value>
    public WordForm? WordForm { get; init; }

    /// <summary>The function that looks.</summary>
    internal AnchorProbe ProbeFunction => _probe;

    public void Detect(TextSource source, FindingSink<TextSpan> findings) => (_scan ??= new(this)).Detect(source, findings);

    public void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings) => _probe(source, in anchor, findings);
}
