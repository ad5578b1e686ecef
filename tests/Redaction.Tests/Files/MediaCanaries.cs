using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Redaction.Tests;

/// <summary>Forty values, and pictures and sound with them in every place that the formats have for text.</summary>
internal static class MediaCanaries
{
    /// <summary>The values.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Enumerable.Range(0, 40).Select(static i =>
            string.Create(CultureInfo.InvariantCulture, $"plover{i:00}.quillan@x{i:00}-post.example"))];

    /// <summary>All of them in one text, which a single field can hold.</summary>
    public static string Together { get; } = string.Join(' ', All);

    /// <summary>How many of them stand in a file, in 8 or 16 bits a character.</summary>
    public static int In(byte[] file)
    {
        string[] texts = [Encoding.Latin1.GetString(file), Encoding.Unicode.GetString(file), Encoding.BigEndianUnicode.GetString(file),
            Encoding.Unicode.GetString(file.AsSpan(1)), Encoding.BigEndianUnicode.GetString(file.AsSpan(1))];
        return All.Count(value => Array.Exists(texts, t => t.Contains(value, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>JPEG: Exif, XMP, IPTC, comments, application data, and what follows the picture.</summary>
    public static byte[] Jpeg(byte[] plain)
    {
        byte[] iptc = [0x1C, 2, 120, .. Big16(Together.Length), .. Bytes(Together)];
        return
        [
            .. plain[..2],
            .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif()]),
            .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Bytes(Xmp)]),
            .. Segment(0xED, [.. "Photoshop 3.0\08BIM\x04\x04\0\0"u8, .. Big32(iptc.Length), .. iptc]),
            .. Segment(0xE7, Bytes("own " + Together)), .. Segment(0xFE, Bytes(Together)),
            .. plain[2..], .. Bytes("tail " + Together),
        ];
    }

    /// <summary>PNG: all kinds of text chunks, XMP, Exif, a chunk of nobody's, and what follows the picture.</summary>
    public static byte[] Png(byte[] plain)
    {
        const int afterHeader = 33;
        byte[] packed = Packed(Bytes(Together));
        return
        [
            .. plain[..afterHeader], .. Chunk("tEXt", [.. "Author\0"u8, .. Bytes(Together)]),
            .. Chunk("zTXt", [.. "Comment\0\0"u8, .. packed]),
            .. Chunk("iTXt", [.. "Title\0\0\0en\0T\0"u8, .. Bytes(Together)]),
            .. Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Bytes(Xmp)]), .. Chunk("eXIf", Exif()),
            .. Chunk("owNe", Bytes(Together)),
            .. plain[afterHeader..], .. Bytes("tail " + Together),
        ];
    }

    /// <summary>GIF: a comment, an application extension, and what follows the picture.</summary>
    public static byte[] Gif(byte[] plain)
    {
        var blocks = Bytes(Together).Chunk(255).SelectMany(static b => (byte[])[(byte)b.Length, .. b]).Append((byte)0).ToArray();
        return
        [
            .. plain[..^1], 0x21, 0xFE, .. blocks, 0x21, 0xFF, 11, .. "OWNAPPLI1.0"u8, .. blocks, 0x3B, .. Bytes("tail " + Together),
        ];
    }

    /// <summary>WebP: Exif, XMP and a chunk of nobody's, and what follows the picture.</summary>
    public static byte[] Webp(byte[] plain, int width, int height)
    {
        byte[] extended = [0x0C, 0, 0, 0, .. Little24(width - 1), .. Little24(height - 1)];
        var picture = plain[12..];
        if (plain.AsSpan(12).StartsWith("VP8X"u8)) picture = plain[30..];
        byte[] body = [.. "WEBP"u8, .. Riff("VP8X", extended), .. picture, .. Riff("EXIF", Exif()), .. Riff("XMP ", Bytes(Xmp)),
            .. Riff("OWNC", Bytes(Together))];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body, .. Bytes("tail " + Together)];
    }

    /// <summary>WAV: LIST INFO, bext, iXML, ID3 and cue labels before and behind the sound, and what follows the file.</summary>
    public static byte[] Wav(byte[] plain)
    {
        byte[] info = [.. "INFO"u8, .. Riff("INAM", Bytes(Together)), .. Riff("ICMT", Bytes(Together))];
        byte[] labels = [.. "adtl"u8, .. Riff("labl", [1, 0, 0, 0, .. Bytes(Together)])];
        byte[] extra =
        [
            .. Riff("LIST", info), .. Riff("bext", [.. Bytes(Together.PadRight(602 + Together.Length))]),
            .. Riff("iXML", Bytes($"<a>{Together}</a>")), .. Riff("LIST", labels),
        ];
        byte[] body = [.. plain[8..36], .. extra, .. plain[36..], .. Riff("id3 ", Id3()), .. Riff("LIST", info)];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(body.Length), .. body, .. Bytes("tail " + Together)];
    }

    private static string Xmp => $"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><dc>{Together}</dc></x:xmpmeta>";

    private static byte[] Id3()
    {
        byte[] frame = [.. "COMM"u8, .. Big32(Together.Length + 5), 0, 0, 0, .. "eng\0"u8, .. Bytes(Together)];
        return [.. "ID3"u8, 3, 0, 0, 0, 0, (byte)(frame.Length >> 7), (byte)(frame.Length & 0x7F), .. frame];
    }

    /// <summary>One directory with a description (270) and an artist (315) that are the same text.</summary>
    private static byte[] Exif()
    {
        byte[] text = [.. Bytes(Together), 0];
        const int at = 8 + 2 + 2 * 12 + 4;
        byte[] Entry(ushort tag) =>
            [.. BitConverter.GetBytes(tag), 2, 0, .. BitConverter.GetBytes(text.Length), .. BitConverter.GetBytes(at)];
        return [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, .. Entry(270), .. Entry(315), 0, 0, 0, 0, .. text];
    }

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, .. Big16(body.Length + 2), .. body];

    private static byte[] Riff(string name, byte[] body) =>
        [.. Bytes(name), .. BitConverter.GetBytes(body.Length), .. body, .. new byte[body.Length & 1]];

    private static byte[] Chunk(string name, byte[] body)
    {
        using var file = new MemoryStream();
        TestFiles.Chunk(file, name, body);
        return file.ToArray();
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Little24(int number) => [(byte)number, (byte)(number >> 8), (byte)(number >> 16)];

    private static byte[] Big16(int number) => [(byte)(number >> 8), (byte)number];

    private static byte[] Big32(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
