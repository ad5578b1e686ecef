using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Finds values around one anchor.</summary>
internal delegate void AnchorProbe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings);

/// <summary>A hand-written detector that is asked at anchors: an id, a type and the function that looks.</summary>
internal sealed class AnchoredBy : IAnchoredDetector
{
    private readonly AnchorProbe _probe;
    private readonly AnchorScan _scan;

    public AnchoredBy(string id, EntityType type, AnchorKinds anchors, int minDigits, AnchorProbe probe)
        : this(id, [type], anchors, minDigits, probe) { }

    public AnchoredBy(string id, ImmutableArray<EntityType> types, AnchorKinds anchors, int minDigits, AnchorProbe probe)
    {
        Info = new(id, types);
        Anchors = anchors;
        MinDigits = minDigits;
        _probe = probe;
        _scan = new(this);
    }

    public DetectorInfo Info { get; }

    public AnchorKinds Anchors { get; }

    public int MinDigits { get; }

    public void Detect(TextSource source, FindingSink<TextSpan> findings) => _scan.Detect(source, findings);

    public void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings) => _probe(source, in anchor, findings);
}
