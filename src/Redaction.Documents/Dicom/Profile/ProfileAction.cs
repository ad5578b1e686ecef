namespace Redaction.Documents.Dicom;

/// <summary>What happens to an attribute (PS3.15 section E.1.1).</summary>
internal enum ProfileAction
{
    /// <summary>K: it stays.</summary>
    Keep,

    /// <summary>C: it stays without what identifies.</summary>
    Clean,

    /// <summary>U: another identifier takes its place, the same one everywhere.</summary>
    Map,

    /// <summary>D: a value that means nothing takes its place.</summary>
    Dummy,

    /// <summary>Z: it becomes empty.</summary>
    Empty,

    /// <summary>X: it is left out.</summary>
    Remove,
}
