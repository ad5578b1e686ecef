namespace Redaction.Documents.Pdf;

/// <summary>What the tree of the logical structure says in other words (ISO 32000-2 section 14.9): it goes with what is shown.</summary>
internal sealed class PdfStructure(PdfFile file, PdfStrings strings, PdfRemovals removals)
{
    private const int Deepest = 200, Most = 2_000_000;
    private readonly List<(List<string> Texts, List<(int Page, int Mark)> Marks)> _elements = [];
    private readonly Dictionary<(int Page, int Mark), List<(int Stream, int Start, int End)>> _shown = [];
    private readonly HashSet<int> _seen = [];
    private int _count;

    /// <summary>The texts that an element or property list says.</summary>
    public static List<string> Texts(PdfFile file, PdfDictionary dictionary)
    {
        var texts = new List<string>();
        foreach (var key in (ReadOnlySpan<string>)["ActualText", "Alt", "E"])
            if (file.Resolve(dictionary[key]) is PdfString text && PdfTextString.Read(text.Bytes) is { Length: > 0 } read)
                texts.Add(read);
        return texts;
    }

    /// <summary>Goes through the tree.</summary>
    public void Read()
    {
        if (file.Dictionary(file.Trailer["Root"]) is { } root && file.Dictionary(root["StructTreeRoot"]) is { } tree)
            Walk(tree["K"], 0, [], 0);
    }

    private void Walk(PdfObject node, int page, List<List<(int Page, int Mark)>> open, int depth)
    {
        if (depth > Deepest || ++_count > Most) return; // deeper or longer than any document: its strings are searched all the same
        if (node is PdfReference reference && !_seen.Add(reference.Number)) return;
        switch (file.Resolve(node))
        {
            case PdfArray array:
                foreach (var item in array.Items) Walk(item, page, open, depth + 1);
                break;
            case PdfNumber number:
                foreach (var marks in open) marks.Add((page, (int)number.Integer));
                break;
            case PdfDictionary element:
                if (file.NumberOf(element["Pg"]) is > 0 and var own) page = own;
                if (element.Has("MCID"))
                    foreach (var marks in open) marks.Add((page, file.Number(element["MCID"], -1)));
                var texts = Texts(file, element);
                List<(int, int)>? mine = texts.Count > 0 ? [] : null;
                if (mine is not null)
                {
                    _elements.Add((texts, mine));
                    open = [.. open, mine];
                }
                Walk(element["K"], page, open, depth + 1);
                break;
        }
    }

    /// <summary>Notes where the marks of a page are shown.</summary>
    public void Add(int page, int stream, IEnumerable<MarkedText> marks)
    {
        if (_elements.Count == 0) return;
        foreach (var mark in marks)
        {
            if (file.Number(mark.Properties?["MCID"], -1) is not (>= 0 and var id)) continue;
            if (!_shown.TryGetValue((page, id), out var places)) _shown[(page, id)] = places = [];
            places.Add((mark.Stream == 0 ? stream : mark.Stream, mark.Start, mark.End));
        }
    }

    /// <summary>Takes the glyphs away of which an element says a value, and empties what elements say of glyphs that go.</summary>
    public void Finish()
    {
        foreach (var (texts, marks) in _elements)
        {
            var holds = false;
            foreach (var text in texts) holds |= strings.Search(text, null, "structure") != text;
            foreach (var mark in marks)
                foreach (var (stream, start, end) in _shown.TryGetValue(mark, out var places) ? places : [])
                    for (var i = start; i < end; i++)
                    {
                        if (holds) removals.Add(stream, i);
                        else if (removals.Has(stream, i))
                            foreach (var text in texts) strings.Erase(text);
                    }
        }
    }
}
