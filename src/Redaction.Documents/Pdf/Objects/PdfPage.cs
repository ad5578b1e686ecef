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
        var all = new MemoryStream();
        foreach (var part in file.List(Dictionary["Contents"]))
        {
            if (file.Resolve(part) is not PdfStream stream) continue;
            if (PdfFilters.Decode(file, stream, out var picture) is not { } data || picture is not null) return null;
            if (all.Length + data.Length > PdfFilters.Largest) throw PdfFilters.TooLarge();
            all.Write(data.Span);
            all.WriteByte((byte)'\n');
        }
        return all.GetBuffer().AsMemory(0, (int)all.Length);
    }
}
