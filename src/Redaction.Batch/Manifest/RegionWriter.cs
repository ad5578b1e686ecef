using System.Text.Json;

namespace Redaction.Batch;

/// <summary>Writes places in documents the same way in manifests and scans.</summary>
internal static class RegionWriter
{
    public static void WritePlace(Utf8JsonWriter json, in DocumentPlace place, string? safePath)
    {
        if (place.Line > 0) json.WriteNumber("line", place.Line);
        if (safePath is not null) json.WriteString("path", safePath);
        if (place.Page > 0) json.WriteNumber("page", place.Page);
    }
}
