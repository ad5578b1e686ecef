namespace Redaction.Text;

/// <summary>A detector whose values all contain digits, so that one shared pass finds the places for many detectors.</summary>
public interface IAnchoredDetector : ITextDetector
{
    /// <summary>The anchors it wants to be asked about.</summary>
    AnchorKinds Anchors { get; }

    /// <summary>The fewest digits an anchor must have.</summary>
    int MinDigits { get; }

    /// <summary>How many digits a value may have: bit n is set for n digits. Asked for at a number only when groups of digits beside each other give such a count.</summary>
    /// <value>All bits: any number of digits, in any number of clusters.</value>
    ulong DigitCounts => ulong.MaxValue;

    /// <summary>Adds the values whose first digit lies in the anchor. May look at the text around it, within a bounded reach.</summary>
    void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings);
}
