using System.Collections.Immutable;
using System.Numerics;

namespace Redaction.Image;

/// <summary>
/// Writes a baseline JPEG again block by block: blocks that were painted are encoded from the pixels at the file's own
/// quantisation steps, all others keep their coefficients to the last bit.
/// </summary>
/// <remarks>
/// A block counts as painted when it holds one pixel that was, so no coefficient made from a painted pixel is left. Nothing outside
/// the frame and its tables is copied: no metadata, no second image, nothing after the end.
/// </remarks>
internal static class JpegPatch
{
    private const int MostDcBits = 11; // of samples of 8 bits (T.81, F.1.2.1.2)
    private static ReadOnlySpan<byte> Jfif =>
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    /// <summary>False, with nothing written, when the file is no baseline JPEG of grey or YCbCr.</summary>
    /// <param name="file">The original file.</param>
    /// <param name="image">The pixels after painting; upright as they are stored, in the file's own colours.</param>
    /// <param name="painted">Everything that was painted.</param>
    /// <param name="profile">The colour profile to keep, or empty.</param>
    /// <param name="output">Takes the new file.</param>
    public static bool TryWrite(
        ReadOnlySpan<byte> file, ImageSource image, ImmutableArray<PixelBox> painted, ImmutableArray<byte> profile, Stream output)
    {
        if (JpegHeader.Read(file) is not { } header || (header.Width, header.Height) != (image.Width, image.Height)) return false;
        var scan = file[header.ScanStart..];
        var blocks = new JpegBlocks(image, header);
        var marks = PaintedBlocks(header, painted);
        var tables = Tables(header, blocks, marks);
        var writer = new JpegBitWriter(tables, header.Huffman, scan.Length + 1024);
        if (!Walk(header, scan, blocks, marks, ref writer) || writer.LacksCode) return false;
        writer.End();
        output.Write(Jfif);
        WriteProfile(profile.AsSpan(), output);
        foreach (var segment in header.Segments)
        {
            if (file[segment][1] == 0xDA) WriteTables(header, tables, output);
            output.Write(file[segment]);
        }
        output.Write(writer.Written);
        output.Write([0xFF, 0xD9]);
        return true;
    }

    private static bool Walk(JpegHeader header, ReadOnlySpan<byte> scan, JpegBlocks blocks, bool[][] marks, ref JpegBitWriter output)
    {
        var reader = new JpegBitReader(scan);
        Span<int> before = stackalloc int[4], after = stackalloc int[4];
        Span<short> coefficients = stackalloc short[64];
        var (across, down) = Units(header);
        for (var unit = 0; unit < across * down; unit++)
        {
            if (header.RestartInterval > 0 && unit > 0 && unit % header.RestartInterval == 0)
            {
                var number = (unit / header.RestartInterval - 1) % 8;
                if (!reader.EndsWith((byte)(0xD0 + number))) return false;
                output.Restart(number);
                before.Clear();
                after.Clear();
            }
            for (var c = 0; c < header.Components.Length; c++)
            {
                var component = header.Components[c];
                for (var i = 0; i < component.Horizontal * component.Vertical; i++)
                {
                    int x = unit % across * component.Horizontal + i % component.Horizontal,
                        y = unit / across * component.Vertical + i / component.Horizontal;
                    var isPainted = marks[c][y * across * component.Horizontal + x];
                    if (!Block(ref reader, header, component, !isPainted, ref before[c], ref after[c], ref output)) return false;
                    if (!isPainted) continue;
                    blocks.Read(c, x, y, coefficients);
                    Put(coefficients, component, ref after[c], ref output);
                }
            }
        }
        return reader.EndsWith(0xD9);
    }

    /// <summary>Reads a block and puts it out again if it is to be copied.</summary>
    private static bool Block(ref JpegBitReader reader, JpegHeader header, JpegComponent component, bool copies, ref int before,
        ref int after, ref JpegBitWriter output)
    {
        var size = reader.Peek(header.Huffman[component.Dc]!, out var length);
        if (size is < 0 or > MostDcBits) return false;
        var bits = reader.Take(length + size) & ((1 << size) - 1);
        before += size == 0 || bits >> (size - 1) != 0 ? bits : bits - (1 << size) + 1;
        if (copies) PutDc(before, component, ref after, ref output);
        var table = header.Huffman[component.Ac]!;
        for (var k = 1; k < 64; k++)
        {
            var symbol = reader.Peek(table, out length);
            if (symbol < 0 || reader.IsOverrun) return false;
            size = symbol & 15;
            var code = reader.Take(length + size);
            if (copies) output.Copy(component.Ac, symbol, code, length + size, size);
            if (size != 0 || symbol == 0xF0) k += symbol >> 4;
            else if (symbol == 0) break;
            else return false;
            if (k > 63) return false;
        }
        return !reader.IsOverrun;
    }

    private static void Put(ReadOnlySpan<short> coefficients, JpegComponent component, ref int after, ref JpegBitWriter output)
    {
        PutDc(coefficients[0], component, ref after, ref output);
        var zeros = 0;
        foreach (int value in coefficients[1..])
        {
            if (value == 0) { zeros++; continue; }
            for (; zeros > 15; zeros -= 16) output.Put(component.Ac, 0xF0, 0, 0);
            var (bits, size) = Magnitude(value);
            output.Put(component.Ac, zeros << 4 | size, bits, size);
            zeros = 0;
        }
        if (zeros > 0) output.Put(component.Ac, 0, 0, 0);
    }

    private static void PutDc(int value, JpegComponent component, ref int after, ref JpegBitWriter output)
    {
        var (bits, size) = Magnitude(value - after);
        output.Put(component.Dc, size, bits, size);
        after = value;
    }

    private static (int Bits, int Size) Magnitude(int value)
    {
        var size = 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(value));
        return (value < 0 ? value + (1 << size) - 1 : value, size);
    }

    private static (int Across, int Down) Units(JpegHeader header)
    {
        int across = 8 * header.Components.Max(static c => c.Horizontal), down = 8 * header.Components.Max(static c => c.Vertical);
        return ((header.Width + across - 1) / across, (header.Height + down - 1) / down);
    }

    /// <summary>For every component, which of its blocks hold a painted pixel.</summary>
    private static bool[][] PaintedBlocks(JpegHeader header, ImmutableArray<PixelBox> painted)
    {
        var (across, down) = Units(header);
        int wide = header.Components.Max(static c => c.Horizontal), high = header.Components.Max(static c => c.Vertical);
        var marks = new bool[header.Components.Length][];
        for (var c = 0; c < marks.Length; c++)
        {
            var component = header.Components[c];
            int stride = across * component.Horizontal, width = 8 * wide / component.Horizontal, height = 8 * high / component.Vertical;
            marks[c] = new bool[stride * down * component.Vertical];
            foreach (var box in painted.Select(b => b.ClampTo(header.Width, header.Height)).Where(static b => !b.IsEmpty))
                for (var y = box.Y / height; y <= (box.Bottom - 1) / height; y++)
                    marks[c].AsSpan(y * stride + box.X / width, (box.Right - 1) / width - box.X / width + 1).Fill(true);
        }
        return marks;
    }

    /// <summary>The file's tables, each with more symbols where painted blocks need them.
    /// The step from one block's DC to the next is not known before the scan has been read, so all sizes of it count as needed.</summary>
    private static JpegHuffman?[] Tables(JpegHeader header, JpegBlocks blocks, bool[][] marks)
    {
        var needed = new bool[JpegHeader.Tables][];
        Span<short> coefficients = stackalloc short[64];
        var across = Units(header).Across;
        for (var c = 0; c < marks.Length; c++)
        {
            var component = header.Components[c];
            var stride = across * component.Horizontal;
            for (var at = marks[c].AsSpan().IndexOf(true); at >= 0; at = Next(marks[c], at + 1))
            {
                (needed[component.Dc] ??= new bool[256]).AsSpan(0, MostDcBits + 1).Fill(true);
                blocks.Read(c, at % stride, at / stride, coefficients);
                Need(coefficients, needed[component.Ac] ??= new bool[256]);
            }
        }
        return [.. header.Huffman.Select((table, index) => table is null || needed[index] is null ? table : table.With(needed[index]))];
    }

    private static int Next(bool[] marks, int from)
    {
        var next = marks.AsSpan(from).IndexOf(true);
        return next < 0 ? next : from + next;
    }

    /// <summary>The symbols that <see cref="Put"/> makes of a block's AC coefficients.</summary>
    private static void Need(ReadOnlySpan<short> coefficients, bool[] needed)
    {
        var zeros = 0;
        foreach (int value in coefficients[1..])
        {
            if (value == 0) { zeros++; continue; }
            if (zeros > 15) needed[0xF0] = true;
            needed[(zeros & 15) << 4 | Magnitude(value).Size] = true;
            zeros = 0;
        }
        if (zeros > 0) needed[0] = true;
    }

    /// <summary>As segments of ICC.1, B.4, numbered from 1.</summary>
    private static void WriteProfile(ReadOnlySpan<byte> profile, Stream output)
    {
        const int most = 65519;
        var parts = (profile.Length + most - 1) / most;
        for (var i = 0; i < parts; i++)
        {
            var part = profile.Slice(i * most, Math.Min(most, profile.Length - i * most));
            var length = part.Length + 16;
            output.Write([0xFF, 0xE2, (byte)(length >> 8), (byte)length, .. "ICC_PROFILE\0"u8, (byte)(i + 1), (byte)parts]);
            output.Write(part);
        }
    }

    private static void WriteTables(JpegHeader header, JpegHuffman?[] tables, Stream output)
    {
        foreach (var index in Used(header))
        {
            var table = tables[index]!;
            var length = 2 + 1 + 16 + table.Symbols.Length;
            output.Write([0xFF, 0xC4, (byte)(length >> 8), (byte)length, (byte)(index / 4 << 4 | index % 4)]);
            output.Write(table.Counts);
            output.Write(table.Symbols);
        }
    }

    private static IEnumerable<int> Used(JpegHeader header) =>
        header.Components.SelectMany(static c => new[] { c.Dc, c.Ac }).Distinct().Order();
}
