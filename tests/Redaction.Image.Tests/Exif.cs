using System.Buffers.Binary;
using System.Text;

namespace Redaction.Image.Tests;

/// <summary>Writes metadata into JPEG files by hand, so that no library decides what is there.</summary>
internal static class Exif
{
    public const string Canary = "CANARY-4711";

    /// <summary>A JPEG with EXIF (camera, orientation, GPS position), XMP, IPTC and a comment before its first own segment.</summary>
    public static byte[] Into(byte[] jpeg, ushort orientation = 1)
    {
        byte[] xmp = [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(
            $"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description "
            + $"xmlns:dc=\"http://purl.org/dc/elements/1.1/\" dc:creator=\"{Canary}\"/></rdf:RDF></x:xmpmeta>")];
        byte[] caption = [0x1C, 2, 120, 0, (byte)Canary.Length, .. Encoding.ASCII.GetBytes(Canary)];
        byte[] iptc = [.. "Photoshop 3.0\0"u8, .. "8BIM"u8, 4, 4, 0, 0, 0, 0, 0, (byte)caption.Length, .. caption,
            .. caption.Length % 2 == 1 ? new byte[1] : []];
        return [0xFF, 0xD8, .. Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]), .. Segment(0xE1, xmp), .. Segment(0xED, iptc),
            .. Segment(0xFE, Encoding.ASCII.GetBytes(Canary)), .. jpeg.AsSpan(2)];
    }

    /// <summary>A TIFF structure: IFD0 with make, orientation and a pointer to a GPS directory with a latitude.</summary>
    public static byte[] Tiff(ushort orientation)
    {
        const int ifd = 8, gps = ifd + 2 + 3 * 12 + 4, text = gps + 2 + 2 * 12 + 4, degrees = text + 12;
        var data = new byte[degrees + 24];
        "MM\0*"u8.CopyTo(data);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(4), ifd);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(ifd), 3);
        Entry(data, ifd + 2, 0x010F, 2, 12, text);
        Entry(data, ifd + 14, 0x0112, 3, 1, (uint)orientation << 16);
        Entry(data, ifd + 26, 0x8825, 4, 1, gps);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(gps), 2);
        Entry(data, gps + 2, 1, 2, 2, 'N' << 24);
        Entry(data, gps + 14, 2, 5, 3, degrees);
        Encoding.ASCII.GetBytes(Canary).CopyTo(data, text);
        uint[] latitude = [12, 1, 34, 1, 56, 1];
        for (var i = 0; i < latitude.Length; i++) BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(degrees + i * 4), latitude[i]);
        return data;
    }

    private static void Entry(byte[] data, int at, ushort tag, ushort type, uint count, uint value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(at), tag);
        BinaryPrimitives.WriteUInt16BigEndian(data.AsSpan(at + 2), type);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(at + 4), count);
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(at + 8), value);
    }

    private static byte[] Segment(byte marker, byte[] body) =>
        [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];
}
