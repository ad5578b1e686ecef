namespace Redaction.Documents.Pdf;

/// <summary>A page.</summary>
/// <param name="Number">Number of its object; 0 where it stands in its parent.</param>
/// <param name="Dictionary">The page.</param>
/// <param name="Resources">Its own, or those of its parents.</param>
internal sealed record PdfPage(int Number, PdfDictionary Dictionary, PdfDictionary Resources)
{
    /// <summary>All its content streams as one; null where a filter is not known.</summary>
    public ReadOnlyMemory<byte>? Content(PdfFile file)
    {
        var parts = file.List(Dictionary["Contents"]);
        if (parts.Count == 1) return Part(file, parts[0], out var only) ? only : null;
        var read = new List<ReadOnlyMemory<byte>>(); // kept apart until all are known to be few enough
        var (number, data, length) = (0, ReadOnlyMemory<byte>.Empty, 0L);
        foreach (var part in parts)
        {
            if (part is PdfReference again && again.Number == number) file.Spend(data.Length);
            else if (!Part(file, part, out data)) return null;
            number = part is PdfReference reference ? reference.Number : 0;
            read.Add(data);
            if ((length += data.Length + 1) > PdfFilters.Largest) throw PdfFilters.TooLarge();
        }
        var all = new MemoryStream((int)length);
        foreach (var part in read)
        {
            all.Write(part.Span);
            all.WriteByte((byte)'\n');
        }
        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }

    /// <summary>One of them, nothing where it is no stream; false where a filter is not known.</summary>
    private static bool Part(PdfFile file, PdfObject part, out ReadOnlyMemory<byte> data)
    {
        data = default;
        if (file.Resolve(part) is not PdfStream stream) return true;
        var read = PdfFilters.Decode(file, stream, out var picture);
        data = read ?? default;
        return read is not null && picture is null;
    }
}
