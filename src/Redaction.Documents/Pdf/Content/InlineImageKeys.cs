namespace Redaction.Documents.Pdf;

/// <summary>What the short keys of inline images stand for (ISO 32000-2 table 91).</summary>
internal static class InlineImageKeys
{
    public static string Full(string key) => key switch
    {
        "BPC" => "BitsPerComponent",
        "CS" => "ColorSpace",
        "D" => "Decode",
        "DP" => "DecodeParms",
        "F" => "Filter",
        "H" => "Height",
        "IM" => "ImageMask",
        "I" => "Interpolate",
        "L" => "Length",
        "W" => "Width",
        _ => key,
    };
}
