namespace Redaction.Text;

/// <summary>What speaks for a line of a machine readable zone.</summary>
internal enum MrzEvidence
{
    None,

    /// <summary>The layout.</summary>
    Shape,

    /// <summary>The layout and its check digits.</summary>
    Checked,
}
