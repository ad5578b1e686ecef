namespace Redaction.Documents.Dicom;

/// <summary>Failures of the format; their advice names tags and places, never values.</summary>
internal static class DicomFault
{
    /// <summary>The id of the format.</summary>
    public const string Id = "dicom";

    public static RedactionException Of(string code, string advice, Type? cause = null) => new(code, Id, advice, cause);
}
