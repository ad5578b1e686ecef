namespace Redaction.Image;

/// <summary>Ends a baseline JPEG whose last bytes are missing, as viewers do: what was cut off shows as grey.</summary>
internal static class JpegTail
{
    private const double Whole = 0.95; // of the blocks: a file with fewer is cut off and not just without its end

    /// <summary>The file with its end, or null where it has one, is no baseline JPEG, or lacks more than the last few blocks.</summary>
    public static byte[]? Mend(ReadOnlySpan<byte> file)
    {
        if (JpegHeader.Read(file) is not { } header || FileStructure.IsComplete(ImageFormats.Jpeg, file[header.ScanStart..])) return null;
        int across = 8 * header.Components.Max(static c => c.Horizontal), down = 8 * header.Components.Max(static c => c.Vertical);
        var units = (header.Width + across - 1) / across * ((header.Height + down - 1) / down);
        if (Count(header, file[header.ScanStart..], units) < Whole * units) return null;
        return [.. file[^1] == 0xFF ? file[..^1] : file, 0xFF, 0xD9];
    }

    private static int Count(JpegHeader header, ReadOnlySpan<byte> scan, int units)
    {
        var reader = new JpegBitReader(scan);
        for (var unit = 0; unit < units; unit++)
        {
            if (header.RestartInterval > 0 && unit > 0 && unit % header.RestartInterval == 0
                && !reader.EndsWith((byte)(0xD0 + (unit / header.RestartInterval - 1) % 8)))
                return unit;
            foreach (var component in header.Components)
                for (var i = 0; i < component.Horizontal * component.Vertical; i++)
                    if (!Skip(ref reader, header, component)) return unit;
        }
        return units;
    }

    /// <summary>Passes over a block; false where the bits end or are no code.</summary>
    private static bool Skip(ref JpegBitReader reader, JpegHeader header, JpegComponent component)
    {
        var size = reader.Peek(header.Huffman[component.Dc]!, out var length);
        if (size is < 0 or > 11) return false;
        reader.Take(length + size);
        for (var k = 1; k < 64; k++)
        {
            var symbol = reader.Peek(header.Huffman[component.Ac]!, out length);
            if (symbol < 0 || reader.IsOverrun) return false;
            reader.Take(length + (symbol & 15));
            if (symbol == 0) break;
            k += symbol >> 4;
        }
        return !reader.IsOverrun;
    }
}
