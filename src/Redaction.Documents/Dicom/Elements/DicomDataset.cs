namespace Redaction.Documents.Dicom;

/// <summary>A data set: of a file, or an item of a sequence.</summary>
internal sealed class DicomDataset(DicomSyntax syntax)
{
    /// <summary>How its elements are encoded; that of a sequence of unknown representation differs from the file's.</summary>
    public DicomSyntax Syntax { get; } = syntax;

    /// <summary>The elements, sorted by tag as the standard asks, or as they stood.</summary>
    public List<DicomElement> Elements { get; } = [];

    /// <summary>Where its item begins in the file; of a file's own data set, the first element.</summary>
    public int Start { get; init; }

    /// <summary>Behind the last byte, a delimiter included.</summary>
    public int End { get; set; }

    public bool HasUndefinedLength { get; init; }

    /// <summary>True when it must be written anew.</summary>
    public bool IsChanged { get; set; }

    public DicomElement? Find(uint tag)
    {
        foreach (var element in Elements)
            if (element.Tag.Number == tag) return element;
        return null;
    }

    /// <summary>Adds an element, or puts another value in its place.</summary>
    public void Set(uint number, Vr vr, byte[] value)
    {
        var tag = new DicomTag(number);
        IsChanged = true;
        if (Find(number) is { } found)
        {
            found.Replace(value);
            found.Vr = vr;
            return;
        }
        Insert(new(tag, vr) { Value = value, IsChanged = true });
    }

    /// <summary>Adds a sequence of new items, in place of the one there is.</summary>
    public void Set(uint number, List<DicomDataset> items)
    {
        IsChanged = true;
        Elements.RemoveAll(e => e.Tag.Number == number);
        Insert(new(new(number), Vr.SQ) { Items = items, IsChanged = true });
    }

    private void Insert(DicomElement element)
    {
        var at = Elements.FindIndex(e => e.Tag > element.Tag);
        Elements.Insert(at < 0 ? Elements.Count : at, element);
    }
}
