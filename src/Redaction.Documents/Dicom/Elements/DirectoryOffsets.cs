using System.Buffers.Binary;

namespace Redaction.Documents.Dicom;

/// <summary>Keeps the records of a directory (PS3.3 annex F) linked: they point at each other by their place in the file.</summary>
internal static class DirectoryOffsets
{
    private static readonly uint[] s_links = [0x00041200, 0x00041202, 0x00041400, 0x00041420];

    /// <summary>Points all links at where the records will stand.</summary>
    /// <exception cref="RedactionException">A link points nowhere.</exception>
    public static void Mend(DicomFile file, DicomWriter writer)
    {
        var places = Places(file, writer);
        Mend(file.Dataset, file, places);
        foreach (var record in file.Dataset.Find(0x00041220)?.Items ?? []) Mend(record, file, places);
    }

    private static Dictionary<uint, uint> Places(DicomFile file, DicomWriter writer)
    {
        var places = new Dictionary<uint, uint> { [0] = 0 };
        var at = writer.BodyStart;
        foreach (var element in file.Dataset.Elements)
        {
            if (element is { Tag.Number: 0x00041220, Items: { } records })
            {
                var header = element.IsChanged ? DicomWriter.HeaderSize(element, file.Dataset.Syntax) : element.ValueStart - element.Start;
                var record = at + header;
                foreach (var item in records)
                {
                    places[(uint)item.Start] = (uint)record;
                    record += DicomWriter.Size(item);
                }
            }
            at += DicomWriter.Size(element, file.Dataset.Syntax);
        }
        return places;
    }

    /// <summary>The numbers keep their size, so that nothing moves; they are changed where they stand.</summary>
    private static void Mend(DicomDataset dataset, DicomFile file, Dictionary<uint, uint> places)
    {
        foreach (var tag in s_links)
        {
            if (dataset.Find(tag) is not { Length: 4, Value: null } link) continue;
            var bytes = file.Source.AsSpan(link.ValueStart, 4);
            var isBig = dataset.Syntax.IsBigEndian;
            var old = isBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            if (!places.TryGetValue(old, out var now)) now = 0; // a link to nowhere is none
            if (isBig) BinaryPrimitives.WriteUInt32BigEndian(bytes, now);
            else BinaryPrimitives.WriteUInt32LittleEndian(bytes, now);
        }
    }
}
