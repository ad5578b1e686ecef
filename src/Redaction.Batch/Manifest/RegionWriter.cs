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

    public static string Medium<TRegion>()
        where TRegion : struct, IRegion<TRegion> =>
        typeof(TRegion) == typeof(TextSpan) ? "text" : TRegion.IsLinear ? "audio" : "image";

    /// <summary>Text regions are moved to their place in the document; other regions already are there.</summary>
    public static void WriteRegion<TRegion>(Utf8JsonWriter json, TRegion region, long offset)
        where TRegion : struct, IRegion<TRegion>
    {
        if (region is TextSpan span)
        {
            json.WriteNumber("start", offset + span.Start);
            json.WriteNumber("end", offset + span.End);
        }
        else
        {
            region.WriteTo(json);
        }
    }
}
