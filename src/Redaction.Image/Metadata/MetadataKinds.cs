using System.Buffers.Binary;
using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>Names the kinds of metadata in a file by walking its segments or chunks; the values are never looked at.</summary>
internal static class MetadataKinds
{
    private const ushort GpsDirectory = 0x8825;

    public static ImmutableArray<string> Of(ImageFormat format, ReadOnlySpan<byte> file)
    {
        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        switch (format.Id)
        {
            case "jpeg": Jpeg(file, kinds); break;
            case "png": Png(file, kinds); break;
            case "webp": Webp(file, kinds); break;
            case "tiff": Tiff(file, kinds); break;
            case "gif": Gif(file, kinds); break;
            case "avif" or "heic": Boxes(file, kinds); break;
        }
        if (FileStructure.HasTail(format, file)) kinds.Add("what-follows-the-picture");
        return [.. kinds];
    }

    /// <summary>Segments up to the start of scan (ITU-T T.81, annex B).</summary>
    private static void Jpeg(ReadOnlySpan<byte> file, SortedSet<string> kinds)
    {
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF) { at++; continue; }
            if (marker is 0xDA or 0xD9) return;
            int length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length) return;
            JpegSegment(marker, file.Slice(at + 4, length - 2), kinds);
            at += 2 + length;
        }
    }

    private static void JpegSegment(byte marker, ReadOnlySpan<byte> body, SortedSet<string> kinds)
    {
        if (marker == 0xFE) kinds.Add("comment");
        else if (marker == 0xE1 && body.StartsWith("Exif\0"u8)) Exif(body[Math.Min(6, body.Length)..], kinds);
        else if (marker == 0xE1 && body.StartsWith("http://ns.adobe.com/"u8)) kinds.Add("xmp");
        else if (marker == 0xE2 && body.StartsWith("ICC_PROFILE"u8)) kinds.Add("icc");
        else if (marker == 0xE2 && body.StartsWith("MPF"u8)) kinds.Add("further-images");
        else if (marker == 0xED)
            kinds.Add(body.IndexOf((ReadOnlySpan<byte>)[0x38, 0x42, 0x49, 0x4D, 0x04, 0x04]) >= 0 ? "iptc" : "photoshop");
        else if (marker is > 0xE0 and < 0xEE or 0xEF) kinds.Add("application-data");
    }

    private static void Exif(ReadOnlySpan<byte> body, SortedSet<string> kinds)
    {
        kinds.Add("exif");
        var tags = new TiffTags(body);
        if (tags.Has(GpsDirectory)) kinds.Add("gps");
        if (tags.Directories > 1) kinds.Add("thumbnail");
    }

    private static void Png(ReadOnlySpan<byte> file, SortedSet<string> kinds)
    {
        for (var at = 8L; at + 12 <= file.Length;)
        {
            var chunk = file[(int)at..];
            long length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var type = chunk.Slice(4, 4);
            var body = chunk.Slice(8, (int)Math.Min(length, chunk.Length - 8));
            if (type.SequenceEqual("eXIf"u8)) Exif(body, kinds);
            else if (type.SequenceEqual("iCCP"u8)) kinds.Add("icc");
            else if (type.SequenceEqual("tIME"u8)) kinds.Add("time");
            else if (type.SequenceEqual("iTXt"u8) && body.StartsWith("XML:com.adobe.xmp"u8)) kinds.Add("xmp");
            else if (type[1..].SequenceEqual("EXt"u8) || type[1..].SequenceEqual("TXt"u8)) kinds.Add("comment");
            at += 12 + length;
        }
    }

    private static void Webp(ReadOnlySpan<byte> file, SortedSet<string> kinds)
    {
        for (var at = 12L; at + 8 <= file.Length;)
        {
            var chunk = file[(int)at..];
            long length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            var body = chunk.Slice(8, (int)Math.Min(length, chunk.Length - 8));
            if (chunk.StartsWith("EXIF"u8)) Exif(body.StartsWith("Exif\0\0"u8) ? body[6..] : body, kinds);
            else if (chunk.StartsWith("XMP "u8)) kinds.Add("xmp");
            else if (chunk.StartsWith("ICCP"u8)) kinds.Add("icc");
            at += 8 + length + (length & 1);
        }
    }

    private static void Tiff(ReadOnlySpan<byte> file, SortedSet<string> kinds)
    {
        var tags = new TiffTags(file);
        if (tags.Has(0x8769)) kinds.Add("exif");
        if (tags.Has(GpsDirectory)) kinds.Add("gps");
        if (tags.Has(700)) kinds.Add("xmp");
        if (tags.Has(33723)) kinds.Add("iptc");
        if (tags.Has(34377)) kinds.Add("photoshop");
        if (tags.Has(34675)) kinds.Add("icc");
        // names, description, make, model, software, date, artist, host, copyright
        ReadOnlySpan<ushort> texts = [269, 270, 271, 272, 285, 305, 306, 315, 316, 33432];
        foreach (var tag in texts)
            if (tags.Has(tag)) kinds.Add("comment");
    }

    /// <summary>Items of the kinds Exif and XMP (ISO/IEC 23008-12, annex A).</summary>
    private static void Boxes(ReadOnlySpan<byte> file, SortedSet<string> kinds)
    {
        if (file.IndexOf("infe"u8) >= 0 && file.IndexOf("Exif"u8) >= 0) kinds.Add("exif");
        if (file.IndexOf("application/rdf+xml"u8) >= 0) kinds.Add("xmp");
    }

    /// <summary>Comment and application extensions; the blocks in between are found by their introducers,
    /// so a false hit only names too much.</summary>
    private static void Gif(ReadOnlySpan<byte> file, SortedSet<string> kinds)
    {
        if (file.IndexOf((ReadOnlySpan<byte>)[0x21, 0xFE]) >= 0) kinds.Add("comment");
        if (file.IndexOf("XMP DataXMP"u8) >= 0) kinds.Add("xmp");
        if (file.IndexOf("ICCRGBG1012"u8) >= 0) kinds.Add("icc");
    }
}
