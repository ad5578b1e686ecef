using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>Finds values around one anchor.</summary>
internal delegate void AnchorProbe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings);

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

    public DetectorInfo Info { get; private init; }

    public AnchorKinds Anchors { get; }

    public int MinDigits { get; }

    /// <summary>The runs of digits, one of which a number must have for the detector to be asked about it.</summary>
    /// <value>Null: any.</value>
    public NumberForm? NumberForm { get; init; }

    /// <summary>The words it wants to be asked about.</summary>
    /// <value>Null: all.</value>
    public WordForm? WordForm { get; init; }

    /// <summary>What may stand beside these words.</summary>
    /// <value>Null: anything.</value>
    public BesideForm? BesideForm { get; init; }

    /// <summary>True when a value tells what it is without words around it.</summary>
    /// <value>False.</value>
    public bool IsSelfEvident
    {
        get => Info.IsSelfEvident;
        init => Info = Info with { IsSelfEvident = value };
    }

    /// <summary>The function that looks.</summary>
    internal AnchorProbe ProbeFunction => _probe;

    public void Detect(TextSource source, FindingSink<TextSpan> findings) => (_scan ??= new(this)).Detect(source, findings);

    public void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings) => _probe(source, in anchor, findings);
}
