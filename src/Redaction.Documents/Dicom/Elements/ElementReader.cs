using System.Buffers.Binary;

namespace Redaction.Documents.Dicom;

/// <summary>Reads data elements (PS3.5 section 7) and notes where they stand; what breaks the rules is refused with its place.</summary>
internal sealed class ElementReader(byte[] bytes)
{
    private const int Deepest = 48, MostElements = 2_000_000;
    private const uint Undefined = 0xFFFFFFFF;
    private int _elements;

    /// <summary>Reads a data set up to the end.</summary>
    public DicomDataset ReadAll(int start, DicomSyntax syntax) => ReadDataset(start, start, bytes.Length, syntax, 0, isUndefined: false);

    /// <summary>Reads elements as long as they are of a group.</summary>
    public DicomDataset ReadGroup(int start, ushort group, DicomSyntax syntax)
    {
        var dataset = new DicomDataset(syntax) { Start = start };
        var at = start;
        while (bytes.Length - at >= 8 && TagAt(at, syntax).Group == group)
        {
            var element = ReadElement(at, bytes.Length, syntax, 0);
            dataset.Elements.Add(element);
            at = element.End;
        }
        dataset.End = at;
        return dataset;
    }

    private DicomDataset ReadDataset(int start, int at, int end, DicomSyntax syntax, int depth, bool isUndefined)
    {
        if (depth > Deepest) throw Fault(ErrorCodes.TooLarge, at, "sequences are nested too deeply");
        var dataset = new DicomDataset(syntax) { Start = start, HasUndefinedLength = isUndefined };
        while (true)
        {
            if (at == end)
            {
                if (isUndefined) throw Fault(ErrorCodes.Truncated, at, "an item has no end");
                break;
            }
            if (end - at < 8 || (depth == 0 && TagAt(at, syntax).Number == 0))
            {
                if (depth > 0 || bytes.AsSpan(at, end - at).ContainsAnyExcept((byte)0))
                    throw Fault(ErrorCodes.Truncated, at, "an element is cut off");
                at = end; // zeros behind the last element
                break;
            }
            if (TagAt(at, syntax) == DicomTag.ItemEnd && isUndefined)
            {
                at += 8;
                break;
            }
            var element = ReadElement(at, end, syntax, depth);
            dataset.Elements.Add(element);
            at = element.End;
        }
        dataset.End = at;
        return dataset;
    }

    private DicomElement ReadElement(int at, int end, DicomSyntax syntax, int depth)
    {
        if (++_elements > MostElements) throw Fault(ErrorCodes.TooLarge, at, "there are too many elements");
        var tag = TagAt(at, syntax);
        if (tag.Group == DicomTag.Item.Group) throw Fault(ErrorCodes.Malformed, at, "a delimiter stands where an element should");
        var (vr, start, length) = syntax.IsExplicit ? Explicit(tag, at, end, syntax)
            : (DicomDictionary.VrOf(tag) ?? Vr.UN, at + 8, Int(at + 4, syntax));
        var isUnknown = syntax.IsExplicit && vr == Vr.UN;
        if (isUnknown && !tag.IsPrivate) vr = DicomDictionary.VrOf(tag) ?? Vr.UN;
        if (length == Undefined) return ReadUndefined(tag, vr, at, start, end, isUnknown, syntax, depth);
        if (length > end - start) throw Fault(ErrorCodes.Truncated, at, $"the value of {tag} ends too early");
        var element = new DicomElement(tag, vr) { Start = at, ValueStart = start, Length = (int)length };
        if (vr == Vr.SQ && !isUnknown) ReadItems(element, start, element.End, syntax, depth, isUndefined: false);
        else if (vr is Vr.SQ or Vr.UN && length >= 8) TryItems(element, depth);
        return element;
    }

    private DicomElement ReadUndefined(
        DicomTag tag, Vr vr, int at, int start, int end, bool isUnknown, DicomSyntax syntax, int depth)
    {
        var isPixels = tag == DicomTag.PixelData || vr is Vr.OB or Vr.OW;
        if (!isPixels && vr is not (Vr.SQ or Vr.UN)) throw Fault(ErrorCodes.Malformed, at, $"{tag} has no length");
        var element = new DicomElement(tag, isPixels ? vr : Vr.SQ) { Start = at, ValueStart = start, HasUndefinedLength = true };
        if (isPixels) ReadFragments(element, end, syntax);
        else ReadItems(element, start, end, isUnknown ? DicomSyntax.ImplicitLittle : syntax, depth, isUndefined: true);
        return element;
    }

    private (Vr Vr, int Start, uint Length) Explicit(DicomTag tag, int at, int end, DicomSyntax syntax)
    {
        if (VrRules.Of(bytes[at + 4], bytes[at + 5]) is { } vr)
        {
            if (!VrRules.HasLongLength(vr)) return (vr, at + 8, Short(at + 6, syntax));
            return end - at >= 12 ? (vr, at + 12, Int(at + 8, syntax)) : throw Fault(ErrorCodes.Truncated, at, "an element is cut off");
        }
        // No letters that the standard knows: the length that leads to an element is the right one.
        var known = DicomDictionary.VrOf(tag) ?? Vr.UN;
        if (Leads(at + 8, Short(at + 6, syntax), end, tag, syntax)) return (known, at + 8, Short(at + 6, syntax));
        if (end - at >= 12 && Leads(at + 12, Int(at + 8, syntax), end, tag, syntax)) return (known, at + 12, Int(at + 8, syntax));
        if (Leads(at + 8, Int(at + 4, syntax), end, tag, syntax)) return (known, at + 8, Int(at + 4, syntax));
        throw Fault(ErrorCodes.Malformed, at, $"{tag} has no value representation that the standard knows");
    }

    private bool Leads(int start, uint length, int end, DicomTag tag, DicomSyntax syntax)
    {
        if (length > end - start) return false;
        var next = start + (int)length;
        if (next == end) return true;
        if (end - next < 8) return false;
        var after = TagAt(next, syntax);
        return after.Group == DicomTag.Item.Group || (after > tag && VrRules.Of(bytes[next + 4], bytes[next + 5]) is not null);
    }

    /// <summary>A value of unknown representation may be a sequence; one that only looks like it stays as it is.</summary>
    private void TryItems(DicomElement element, int depth)
    {
        if (TagAt(element.ValueStart, DicomSyntax.ImplicitLittle) != DicomTag.Item)
        {
            if (element.Vr == Vr.SQ) element.Vr = Vr.UN;
            return;
        }
        var first = element.ValueStart + 8;
        var isExplicit = element.Length >= 16 && VrRules.Of(bytes[first + 4], bytes[first + 5]) is not null;
        var elements = _elements;
        try
        {
            ReadItems(element, element.ValueStart, element.End,
                isExplicit ? DicomSyntax.ExplicitLittle : DicomSyntax.ImplicitLittle, depth, isUndefined: false);
            element.Vr = Vr.SQ;
        }
        catch (RedactionException e) when (e.Code is ErrorCodes.Malformed or ErrorCodes.Truncated)
        {
            (element.Items, element.Vr, _elements) = (null, Vr.UN, elements);
        }
    }

    private void ReadItems(DicomElement element, int at, int end, DicomSyntax syntax, int depth, bool isUndefined)
    {
        var items = new List<DicomDataset>();
        while (isUndefined || at < end)
        {
            if (end - at < 8) throw Fault(ErrorCodes.Truncated, at, $"the sequence {element.Tag} has no end");
            var (tag, length) = (TagAt(at, syntax), Int(at + 4, syntax));
            if (tag == DicomTag.SequenceEnd && isUndefined)
            {
                at += 8;
                break;
            }
            if (tag != DicomTag.Item)
                throw Fault(ErrorCodes.Malformed, at, $"the sequence {element.Tag} holds something else than items");
            if (length != Undefined && length > end - at - 8)
                throw Fault(ErrorCodes.Truncated, at, $"an item of {element.Tag} ends too early");
            var last = length == Undefined ? end : at + 8 + (int)length;
            var item = ReadDataset(at, at + 8, last, syntax, depth + 1, length == Undefined);
            items.Add(item);
            at = item.End;
        }
        element.Items = items;
        if (isUndefined) element.Length = at - element.ValueStart;
    }

    private void ReadFragments(DicomElement element, int end, DicomSyntax syntax)
    {
        var fragments = new List<ReadOnlyMemory<byte>>();
        for (var at = element.ValueStart; ;)
        {
            if (end - at < 8) throw Fault(ErrorCodes.Truncated, at, $"the value of {element.Tag} has no end");
            var (tag, length) = (TagAt(at, syntax), Int(at + 4, syntax));
            at += 8;
            if (tag == DicomTag.SequenceEnd)
            {
                element.Fragments = fragments;
                element.Length = at - element.ValueStart;
                return;
            }
            if (tag != DicomTag.Item) throw Fault(ErrorCodes.Malformed, at - 8, $"{element.Tag} holds something else than fragments");
            if (length > end - at) throw Fault(ErrorCodes.Truncated, at, $"a fragment of {element.Tag} ends too early");
            if (++_elements > MostElements) throw Fault(ErrorCodes.TooLarge, at, "there are too many fragments");
            fragments.Add(bytes.AsMemory(at, (int)length));
            at += (int)length;
        }
    }

    private DicomTag TagAt(int at, DicomSyntax syntax) => new(Short(at, syntax), Short(at + 2, syntax));

    private ushort Short(int at, DicomSyntax syntax) => syntax.IsBigEndian
        ? BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at)) : BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private uint Int(int at, DicomSyntax syntax) => syntax.IsBigEndian
        ? BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)) : BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static RedactionException Fault(string code, int at, string what) => DicomFault.Of(code, $"At byte {at}: {what}.");
}
