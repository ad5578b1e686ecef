namespace Redaction.Text;

/// <summary>A detector whose values all contain digits, so that one shared pass finds the places for many detectors.</summary>
internal interface IAnchoredDetector : ITextDetector
{
    /// <summary>The anchors it wants to be asked about.</summary>
    AnchorKinds Anchors { get; }

    /// <summary>The fewest digits an anchor must have.</summary>
    int MinDigits { get; }

    /// <summary>Adds the values whose first digit lies in the anchor. May look at the text around it, within a bounded reach.</summary>
    void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings);
}
