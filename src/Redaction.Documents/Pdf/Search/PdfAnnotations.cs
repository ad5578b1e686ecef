namespace Redaction.Documents.Pdf;

/// <summary>Annotations and fields of forms (ISO 32000-2 section 12.5 and 12.7): what they say and what they show go together.</summary>
internal sealed class PdfAnnotations(PdfFile file, PdfSearch search)
{
    private const int Deepest = 32;

    public void Search(PdfPage page, int index)
    {
        var path = PdfSearch.Path(index) + ".annotation";
        foreach (var item in file.List(page.Dictionary["Annots"]))
            if (file.Resolve(item) is PdfDictionary annotation) Search(annotation, page, index, path);
    }

    private void Search(PdfDictionary annotation, PdfPage page, int index, string path)
    {
        var field = FieldOf(file, annotation);
        var (said, holds) = (new List<string>(), false);
        var node = annotation;
        for (var i = 0; i < Deepest && node is not null; i++)
        {
            foreach (var key in (ReadOnlySpan<string>)["Contents", "V", "DV"])
                foreach (var value in node.Has(key) ? file.List(node[key]) : [])
                {
                    if (file.Resolve(value) is not PdfString text || PdfTextString.Read(text.Bytes) is not { Length: > 0 } read) continue;
                    said.Add(read);
                    holds |= search.Strings.Search(read, key == "Contents" ? null : field, path) != read;
                }
            node = file.Dictionary(node["Parent"]);
        }
        var removed = 0;
        var looks = new List<int>();
        Looks(annotation["AP"], looks, 0);
        foreach (var number in looks)
        {
            if (file.Get(number) is not PdfStream stream) continue;
            removed += search.Form(number, stream, path, index, field, page.Resources);
            if (holds) search.Clear(number, stream);
        }
        if (removed > 0 && !holds)
            foreach (var text in said) search.Strings.Erase(text);
    }

    private void Looks(PdfObject value, List<int> looks, int depth)
    {
        if (depth > 3) return;
        if (file.Resolve(value) is PdfStream)
        {
            if (file.NumberOf(value) is > 0 and var number) looks.Add(number);
        }
        else if (file.Resolve(value) is PdfDictionary states)
            foreach (var (_, state) in states.Entries) Looks(state, looks, depth + 1);
    }

    /// <summary>What a field is called: the name that is shown to people, or else its own; null for what is no field.</summary>
    public static string? FieldOf(PdfFile file, PdfDictionary field)
    {
        string? name = null;
        if (file.Name(field["Subtype"]) is not (null or "Widget")) return null;
        for (var i = 0; i < Deepest && field is not null; i++)
        {
            foreach (var key in (ReadOnlySpan<string>)["TU", "T"])
                if (name is null && file.Resolve(field[key]) is PdfString text) name = PdfTextString.Read(text.Bytes);
            if (file.Dictionary(field["Parent"]) is not { } parent) break;
            field = parent;
        }
        return string.IsNullOrWhiteSpace(name) ? null : name;
    }
}
