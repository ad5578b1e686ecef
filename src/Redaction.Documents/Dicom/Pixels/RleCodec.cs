using System.Buffers.Binary;

namespace Redaction.Documents.Dicom;

/// <summary>RLE compression (PS3.5 annex G): each byte of each sample is a segment of packed runs.</summary>
internal static class RleCodec
{
    private const int HeaderLength = 64, MostGrowth = 64; // two bytes say up to 128

    /// <summary>Decodes a frame: little endian, samples next to each other; null where it is broken.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> frame, PixelModule module)
    {
        var (width, count) = (module.Allocated / 8, module.Samples * module.Allocated / 8);
        if (width == 0 || frame.Length < HeaderLength || BinaryPrimitives.ReadInt32LittleEndian(frame) != count) return null;
        if (module.Pixels * count / MostGrowth > frame.Length) return null;
        var pixels = checked((int)module.Pixels);
        var decoded = new byte[checked(pixels * count)];
        for (var segment = 0; segment < count; segment++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(frame[(4 + 4 * segment)..]);
            var end = segment + 1 < count ? BinaryPrimitives.ReadInt32LittleEndian(frame[(8 + 4 * segment)..]) : frame.Length;
            if (start < HeaderLength || end < start || end > frame.Length) return null;
            // The most significant byte of a sample comes first.
            var offset = segment / width * width + width - 1 - segment % width;
            if (!DecodeSegment(frame[start..end], decoded, offset, count, pixels)) return null;
        }
        return decoded;
    }

    /// <summary>Encodes a frame as <see cref="Decode"/> gives it.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> frame, PixelModule module)
    {
        var (width, count) = (module.Allocated / 8, module.Samples * module.Allocated / 8);
        using var encoded = new MemoryStream();
        encoded.Write(new byte[HeaderLength]);
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32LittleEndian(header, count);
        var row = new byte[module.Columns];
        for (var segment = 0; segment < count; segment++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4 + 4 * segment), (int)encoded.Length);
            var offset = segment / width * width + width - 1 - segment % width;
            for (var y = 0; y < module.Rows; y++) // runs end with their row
            {
                for (var x = 0; x < row.Length; x++) row[x] = frame[(y * row.Length + x) * count + offset];
                EncodeRow(row, encoded);
            }
            if (encoded.Length % 2 == 1) encoded.WriteByte(0);
        }
        var bytes = encoded.ToArray();
        header.CopyTo(bytes, 0);
        return bytes;
    }

    private static bool DecodeSegment(ReadOnlySpan<byte> segment, byte[] decoded, int offset, int step, int pixels)
    {
        var done = 0;
        for (var at = 0; done < pixels;)
        {
            if (at >= segment.Length) return false;
            var control = (sbyte)segment[at++];
            if (control == -128) continue;
            var length = control >= 0 ? control + 1 : 1 - control;
            if (length > pixels - done || at + (control >= 0 ? length : 1) > segment.Length) return false;
            for (var i = 0; i < length; i++, done++) decoded[done * step + offset] = segment[control >= 0 ? at + i : at];
            at += control >= 0 ? length : 1;
        }
        return true;
    }

    private static bool IsRun(ReadOnlySpan<byte> row) => row.Length > 2 && row[0] == row[1] && row[0] == row[2];

    private static void EncodeRow(ReadOnlySpan<byte> row, MemoryStream output)
    {
        for (var at = 0; at < row.Length;)
        {
            var run = 1;
            while (run < 128 && at + run < row.Length && row[at + run] == row[at]) run++;
            if (run >= 3)
            {
                output.WriteByte((byte)(1 - run));
                output.WriteByte(row[at]);
                at += run;
                continue;
            }
            var end = at;
            while (end < row.Length && end - at < 128 && !IsRun(row[end..])) end++;
            output.WriteByte((byte)(end - at - 1));
            output.Write(row[at..end]);
            at = end;
        }
    }
}
