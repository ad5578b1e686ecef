using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Redaction.Documents.Dicom;

namespace Redaction.Documents.Tests.Dicom;

/// <summary>Writes DICOM files for tests, in any encoding.</summary>
internal sealed class ScanBuilder
{
    private readonly SortedDictionary<uint, (Vr Vr, object Value)> _elements = [];

    /// <summary>Whether sequences and items end with delimiters.</summary>
    public bool Undefined { get; init; }

    public ScanBuilder Add(uint tag, Vr vr, string value)
    {
        _elements[tag] = (vr, Encoding.UTF8.GetBytes(value));
        return this;
    }

    public ScanBuilder Add(uint tag, Vr vr, byte[] value)
    {
        _elements[tag] = (vr, value);
        return this;
    }

    public ScanBuilder Add(uint tag, params ushort[] numbers)
    {
        _elements[tag] = (Vr.US, numbers);
        return this;
    }

    public ScanBuilder Add(uint tag, params ScanBuilder[] items)
    {
        _elements[tag] = (Vr.SQ, items);
        return this;
    }

    /// <summary>Compressed pixels, a fragment a frame.</summary>
    public ScanBuilder AddFrames(params byte[][] frames)
    {
        _elements[0x7FE00010] = (Vr.OB, frames);
        return this;
    }

    /// <summary>The attributes of pixels.</summary>
    public ScanBuilder AddPixels(int rows, int columns, int samples, int allocated, string photometric, byte[] pixels, int frames = 1)
    {
        if (frames > 1) Add(0x00280008, Vr.IS, $"{frames}");
        return Add(0x00280002, (ushort)samples).Add(0x00280004, Vr.CS, photometric).Add(0x00280010, (ushort)rows)
            .Add(0x00280011, (ushort)columns).Add(0x00280100, (ushort)allocated).Add(0x00280101, (ushort)allocated)
            .Add(0x00280102, (ushort)(allocated - 1)).Add(0x00280103, (ushort)0).Add(0x7FE00010, allocated > 8 ? Vr.OW : Vr.OB, pixels);
    }

    /// <summary>A file with preamble and meta information.</summary>
    public byte[] File(DicomSyntax syntax)
    {
        using var file = new MemoryStream();
        file.Write(new byte[128]);
        file.Write("DICM"u8);
        var meta = new ScanBuilder().Add(0x00020002, Vr.UI, "1.2.840.10008.5.1.4.1.1.7").Add(0x00020003, Vr.UI, "1.2.826.0.1.99.7")
            .Add(0x00020010, Vr.UI, syntax.Uid).Add(0x00020016, Vr.AE, "SENDER").Dataset(DicomSyntax.ExplicitLittle);
        file.Write(new ScanBuilder().Add(0x00020000, Vr.UL, BitConverter.GetBytes(meta.Length)).Dataset(DicomSyntax.ExplicitLittle));
        file.Write(meta);
        var dataset = Dataset(syntax);
        if (!syntax.IsDeflated) file.Write(dataset);
        else
            using (var deflate = new DeflateStream(file, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(dataset);
        if (file.Length % 2 == 1) file.WriteByte(0);
        return file.ToArray();
    }

    /// <summary>The data set alone.</summary>
    public byte[] Dataset(DicomSyntax syntax)
    {
        using var output = new MemoryStream();
        foreach (var (tag, (vr, value)) in _elements) Write(tag, vr, value, syntax, output);
        return output.ToArray();
    }

    private void Write(uint tag, Vr vr, object value, DicomSyntax syntax, MemoryStream output)
    {
        var bytes = value switch
        {
            byte[] raw => raw.Length % 2 == 0 ? raw : [.. raw, VrRules.Padding(vr)],
            ushort[] numbers => [.. numbers.SelectMany(n => Word(n, syntax))],
            ScanBuilder[] items => [.. items.SelectMany(i => Item(i, syntax)), .. Undefined ? Mark(0xFFFEE0DD, 0, syntax) : []],
            byte[][] frames =>
                [.. Mark(0xFFFEE000, 0, syntax), .. frames.SelectMany(f => Fragment(f, syntax)), .. Mark(0xFFFEE0DD, 0, syntax)],
            _ => throw new InvalidOperationException(),
        };
        var isOpen = value is byte[][] || (value is ScanBuilder[] && Undefined);
        output.Write(Header(tag, vr, isOpen ? 0xFFFFFFFF : (uint)bytes.Length, syntax));
        output.Write(bytes);
    }

    private byte[] Item(ScanBuilder item, DicomSyntax syntax)
    {
        var content = item.Dataset(syntax);
        return [.. Mark(0xFFFEE000, Undefined ? 0xFFFFFFFF : (uint)content.Length, syntax), .. content,
            .. Undefined ? Mark(0xFFFEE00D, 0, syntax) : []];
    }

    private static byte[] Fragment(byte[] frame, DicomSyntax syntax)
    {
        var even = frame.Length % 2 == 0 ? frame : [.. frame, 0];
        return [.. Mark(0xFFFEE000, (uint)even.Length, syntax), .. even];
    }

    private static byte[] Mark(uint tag, uint length, DicomSyntax syntax) =>
        [.. Word(tag >> 16, syntax), .. Word(tag & 0xFFFF, syntax), .. Int(length, syntax)];

    private static byte[] Header(uint tag, Vr vr, uint length, DicomSyntax syntax)
    {
        byte[] name = [.. Word(tag >> 16, syntax), .. Word(tag & 0xFFFF, syntax)];
        if (!syntax.IsExplicit) return [.. name, .. Int(length, syntax)];
        var letters = Encoding.ASCII.GetBytes(vr.ToString());
        return VrRules.HasLongLength(vr) ? [.. name, .. letters, 0, 0, .. Int(length, syntax)]
            : [.. name, .. letters, .. Word(length, syntax)];
    }

    private static byte[] Word(uint value, DicomSyntax syntax)
    {
        var bytes = new byte[2];
        if (syntax.IsBigEndian) BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
        else BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] Int(uint value, DicomSyntax syntax)
    {
        var bytes = new byte[4];
        if (syntax.IsBigEndian) BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        else BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
