using System.Buffers.Binary;
using System.IO.Compression;

namespace Redaction.Documents.Dicom;

/// <summary>Writes a file: what was not changed as it stands, the rest in the encoding of its data set.</summary>
internal sealed class DicomWriter(DicomFile file)
{
    private const uint Undefined = 0xFFFFFFFF;
    private const uint GroupLengthTag = 0x00020000;

    /// <summary>Writes the file.</summary>
    public void Write(Stream output)
    {
        if (file.IsDirectory) DirectoryOffsets.Mend(file, this);
        WriteHead(output);
        if (!file.Syntax.IsDeflated)
        {
            Write(file.Dataset.Elements, file.Source, file.Dataset.Syntax, output);
            return;
        }
        using var deflated = new MemoryStream();
        using (var deflate = new DeflateStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            Write(file.Dataset.Elements, file.Source, file.Dataset.Syntax, deflate);
        if (deflated.Length % 2 == 1) deflated.WriteByte(0); // PS3.5 annex A.5
        deflated.WriteTo(output);
    }

    /// <summary>Where the data set begins in the output, unless it is deflated.</summary>
    public long BodyStart => file.HeadLength + (file.Meta is { } meta ? SizeOfMeta(meta.Elements) : 0);

    /// <summary>Bytes of an element as it is written.</summary>
    public static long Size(DicomElement element, DicomSyntax syntax)
    {
        if (!element.IsChanged) return element.End - element.Start;
        return HeaderSize(element, syntax) + ValueSize(element);
    }

    /// <summary>Bytes of an item as it is written.</summary>
    public static long Size(DicomDataset item)
    {
        if (!item.IsChanged) return item.End - item.Start;
        return 8 + item.Elements.Sum(e => Size(e, item.Syntax)) + (item.HasUndefinedLength ? 8 : 0);
    }

    /// <summary>Bytes of an element before its value.</summary>
    public static int HeaderSize(DicomElement element, DicomSyntax syntax) => syntax.IsExplicit && IsLong(element) ? 12 : 8;

    private static bool IsLong(DicomElement element) => VrRules.HasLongLength(element.Vr) || element.Value is { Length: > ushort.MaxValue };

    private static long ValueSize(DicomElement element)
    {
        if (element.Value is { } value) return value.Length;
        if (element.Items is { } items) return items.Sum(Size) + (element.HasUndefinedLength ? 8 : 0);
        return element.Fragments is { } fragments ? fragments.Sum(static f => 8L + f.Length) + 8 : element.Length;
    }

    private static long SizeOfMeta(IEnumerable<DicomElement> elements) => elements.Sum(static e => Size(e, DicomSyntax.ExplicitLittle));

    private void WriteHead(Stream output)
    {
        if (file.HeadLength >= 4)
        {
            output.Write(new byte[file.HeadLength - 4]); // a preamble may hold another file's header
            output.Write("DICM"u8);
        }
        if (file.Meta is not { } meta) return;
        if (meta.IsChanged && meta.Find(GroupLengthTag) is { } length)
        {
            var rest = meta.Elements.Where(static e => e.Tag.Number != GroupLengthTag);
            var bytes = new byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)SizeOfMeta(rest));
            length.Replace(bytes);
        }
        Write(meta.Elements, file.Bytes, DicomSyntax.ExplicitLittle, output);
    }

    private void Write(List<DicomElement> elements, byte[] source, DicomSyntax syntax, Stream output)
    {
        foreach (var element in elements)
        {
            if (element.IsChanged) WriteChanged(element, source, syntax, output);
            else output.Write(source, element.Start, element.End - element.Start);
        }
    }

    private void WriteChanged(DicomElement element, byte[] source, DicomSyntax syntax, Stream output)
    {
        var isOpen = element.Value is null && (element.Fragments is not null || element.HasUndefinedLength);
        WriteHeader(element, isOpen ? Undefined : (uint)ValueSize(element), syntax, output);
        if (element.Value is { } value)
        {
            output.Write(value.Span);
            return;
        }
        var marks = element.Items is { Count: > 0 } all ? all[0].Syntax : syntax; // a sequence of unknown representation is little endian
        foreach (var item in element.Items ?? []) WriteItem(item, source, output);
        foreach (var fragment in element.Fragments ?? [])
        {
            WriteMark(DicomTag.Item, (uint)fragment.Length, syntax, output);
            output.Write(fragment.Span);
        }
        if (isOpen) WriteMark(DicomTag.SequenceEnd, 0, marks, output);
        else if (element.Items is null && element.Fragments is null) output.Write(source, element.ValueStart, element.Length);
    }

    private void WriteItem(DicomDataset item, byte[] source, Stream output)
    {
        if (!item.IsChanged)
        {
            output.Write(source, item.Start, item.End - item.Start);
            return;
        }
        var length = item.HasUndefinedLength ? Undefined : (uint)(Size(item) - 8);
        WriteMark(DicomTag.Item, length, item.Syntax, output);
        Write(item.Elements, source, item.Syntax, output);
        if (item.HasUndefinedLength) WriteMark(DicomTag.ItemEnd, 0, item.Syntax, output);
    }

    private static void WriteHeader(DicomElement element, uint length, DicomSyntax syntax, Stream output)
    {
        Span<byte> header = stackalloc byte[12];
        var size = HeaderSize(element, syntax);
        WriteTag(element.Tag, syntax, header);
        if (!syntax.IsExplicit)
        {
            WriteInt(length, syntax, header[4..]);
        }
        else
        {
            // A value that is too long for its representation is written as unknown (PS3.5 section 6.2.2).
            var isUnknown = size == 12 && !VrRules.HasLongLength(element.Vr);
            // What was of unknown representation holds items without representations, and is told by it.
            isUnknown |= element is { Vr: Vr.SQ, Items: [{ Syntax.IsExplicit: false }, ..] };
            var letters = (isUnknown ? Vr.UN : element.Vr).ToString();
            (header[4], header[5]) = ((byte)letters[0], (byte)letters[1]);
            if (size == 12) WriteInt(length, syntax, header[8..]);
            else if (syntax.IsBigEndian) BinaryPrimitives.WriteUInt16BigEndian(header[6..], (ushort)length);
            else BinaryPrimitives.WriteUInt16LittleEndian(header[6..], (ushort)length);
        }
        output.Write(header[..size]);
    }

    private static void WriteMark(DicomTag tag, uint length, DicomSyntax syntax, Stream output)
    {
        Span<byte> mark = stackalloc byte[8];
        WriteTag(tag, syntax, mark);
        WriteInt(length, syntax, mark[4..]);
        output.Write(mark);
    }

    private static void WriteTag(DicomTag tag, DicomSyntax syntax, Span<byte> to)
    {
        if (syntax.IsBigEndian)
        {
            BinaryPrimitives.WriteUInt16BigEndian(to, tag.Group);
            BinaryPrimitives.WriteUInt16BigEndian(to[2..], tag.Element);
            return;
        }
        BinaryPrimitives.WriteUInt16LittleEndian(to, tag.Group);
        BinaryPrimitives.WriteUInt16LittleEndian(to[2..], tag.Element);
    }

    private static void WriteInt(uint value, DicomSyntax syntax, Span<byte> to)
    {
        if (syntax.IsBigEndian) BinaryPrimitives.WriteUInt32BigEndian(to, value);
        else BinaryPrimitives.WriteUInt32LittleEndian(to, value);
    }
}
