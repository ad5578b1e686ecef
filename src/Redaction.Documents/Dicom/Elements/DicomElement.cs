namespace Redaction.Documents.Dicom;

/// <summary>A data element: where it stands in the file, and what is written in its place.</summary>
internal sealed class DicomElement(DicomTag tag, Vr vr)
{
    public DicomTag Tag { get; } = tag;

    /// <summary>Its value representation: the one that it names, else the dictionary's.</summary>
    public Vr Vr { get; set; } = vr;

    /// <summary>Where it begins.</summary>
    public int Start { get; init; }

    /// <summary>Where its value begins.</summary>
    public int ValueStart { get; init; }

    /// <summary>Bytes of the value, delimiters included.</summary>
    public int Length { get; set; }

    public int End => ValueStart + Length;

    public bool HasUndefinedLength { get; init; }

    /// <summary>The items of a sequence; null where it is none.</summary>
    public List<DicomDataset>? Items { get; set; }

    /// <summary>The fragments of compressed pixels, the table of offsets first; null where there are none.</summary>
    public List<ReadOnlyMemory<byte>>? Fragments { get; set; }

    /// <summary>What is written in place of the value; null: what stands there.</summary>
    public ReadOnlyMemory<byte>? Value { get; set; }

    /// <summary>True when it must be written anew.</summary>
    public bool IsChanged { get; set; }

    /// <summary>The value that counts: the new one, else the one in the file.</summary>
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> source) => Value is { } value ? value.Span : source.Slice(ValueStart, Length);

    /// <summary>Puts another value in place of the one there is.</summary>
    public void Replace(ReadOnlyMemory<byte> value)
    {
        (Value, Items, Fragments, IsChanged) = (value, null, null, true);
    }
}
