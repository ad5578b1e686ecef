namespace Redaction.Documents.Pdf;

/// <summary>What stands in a JPEG beside its picture (ITU-T T.81 annex B).</summary>
internal static class JpegSegments
{
    /// <summary>The file without comments and application data, but for what says how colours are stored.</summary>
    public static byte[] WithoutMetadata(ReadOnlySpan<byte> data)
    {
        var output = new MemoryStream(data.Length);
        var at = 0;
        while (at + 4 <= data.Length && data[at] == 0xFF)
        {
            var kind = data[at + 1];
            if (kind is 0xD8 or 0x01 or 0xFF)
            {
                output.Write(data.Slice(at, kind == 0xFF ? 1 : 2));
                at += kind == 0xFF ? 1 : 2;
                continue;
            }
            if (kind == 0xDA) break;
            var length = 2 + (data[at + 2] << 8 | data[at + 3]);
            if (at + length > data.Length) break;
            if (kind is not ((>= 0xE1 and <= 0xED) or 0xEF or 0xFE)) output.Write(data.Slice(at, length));
            at += length;
        }
        var rest = data[at..];
        var end = rest.LastIndexOf<byte>([0xFF, 0xD9]);
        output.Write(end < 0 ? rest : rest[..(end + 2)]);
        return output.ToArray();
    }

    /// <summary>Number of components; 3 where that cannot be read.</summary>
    private static int Components(ReadOnlySpan<byte> data)
    {
        for (var at = 2; at + 10 <= data.Length && data[at] == 0xFF;)
        {
            var kind = data[at + 1];
            if (kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) return data[at + 9];
            at += kind == 0xFF ? 1 : 2 + (data[at + 2] << 8 | data[at + 3]);
        }
        return 3;
    }

    /// <summary>An image of this data.</summary>
    /// <param name="file">The file.</param>
    /// <param name="stream">The image as it was.</param>
    /// <param name="data">A JPEG.</param>
    /// <param name="isSame">True when its samples are those of before.</param>
    public static PdfStream Stream(PdfFile file, PdfStream stream, byte[] data, bool isSame)
    {
        var dictionary = stream.Dictionary.Without("Filter", "DecodeParms", "Length", "Metadata");
        dictionary["Filter"] = new PdfName("DCTDecode");
        var last = PdfFilters.Of(file, stream.Dictionary) is [.., (_, { } parameters)] ? parameters : null;
        if (isSame && last is not null) dictionary["DecodeParms"] = last;
        if (isSame) return new(dictionary, data);
        var (before, now) = (PictureColor.Components(file, dictionary["ColorSpace"]), Components(data));
        if (before == now) return new(dictionary, data);
        dictionary = dictionary.Without("Decode", "Intent");
        dictionary["ColorSpace"] = new PdfName(now == 1 ? "DeviceGray" : now == 4 ? "DeviceCMYK" : "DeviceRGB");
        return new(dictionary, data);
    }
}
