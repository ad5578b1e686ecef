namespace Redaction.Documents;

/// <summary>Which part of a reference tells the record (FHIR, "Resource References").</summary>
internal static class FhirReference
{
    /// <summary>The id, or the value of a query; empty where there is none, as in the address of a type.</summary>
    public static TextSpan IdOf(ReadOnlySpan<char> reference)
    {
        if (reference.StartsWith("#")) return TextSpan.FromBounds(1, reference.Length);
        if (reference.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase)) return TextSpan.FromBounds(9, reference.Length);
        if (reference.StartsWith("urn:oid:", StringComparison.OrdinalIgnoreCase)) return TextSpan.FromBounds(8, reference.Length);
        var query = reference.IndexOf('?');
        if (query >= 0 || reference.Contains('=')) return TextSpan.FromBounds(reference.LastIndexOfAny("|=?") + 1, reference.Length);
        var end = reference.IndexOf("/_history", StringComparison.Ordinal) is >= 0 and var history ? history : reference.Length;
        var slash = reference[..end].LastIndexOf('/');
        if (slash < 0 && (FhirNames.IsResource(reference[..end]) || end == 0)) return default;
        if (slash == end - 1 || (slash >= 0 && FhirNames.IsResource(reference[(slash + 1)..end]))) return default;
        return TextSpan.FromBounds(slash + 1, end);
    }

    /// <summary>The type that a reference names; empty where it names none.</summary>
    public static ReadOnlySpan<char> TypeOf(ReadOnlySpan<char> reference)
    {
        var id = IdOf(reference);
        if (id.Start < 2) return default;
        var before = reference[..(id.Start - 1)];
        var type = before[(before.LastIndexOf('/') + 1)..];
        return FhirNames.IsResource(type) ? type : default;
    }
}
