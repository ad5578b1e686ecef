namespace Redaction.Documents;

/// <summary>Tells FHIR from other JSON.</summary>
internal static class FhirRecognition
{
    /// <summary>True when the first object of a file is a resource: it names its type, and FHIR has one of that name.</summary>
    public static bool IsResource(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        return head is [(byte)'{', ..] && FhirObject.ResourceType(head) is not null;
    }
}
