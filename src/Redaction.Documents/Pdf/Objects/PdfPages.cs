namespace Redaction.Documents.Pdf;

/// <summary>The pages of a file in order (ISO 32000-2 section 7.7.3).</summary>
internal static class PdfPages
{
    private const int Deepest = 256;

    public static List<PdfPage> Of(PdfFile file)
    {
        var pages = new List<PdfPage>();
        if (file.Dictionary(file.Trailer["Root"]) is { } root) Add(file, root["Pages"], new(), [], pages, 0);
        return pages;
    }

    private static void Add(
        PdfFile file, PdfObject node, PdfDictionary inherited, HashSet<int> seen, List<PdfPage> pages, int depth)
    {
        if (depth > Deepest) throw new RedactionException(ErrorCodes.TooLarge, "pdf", "The tree of pages is too deep.");
        var number = node is PdfReference reference ? reference.Number : 0;
        if (number > 0 && !seen.Add(number)) return; // a page once, a tree no circle
        if (file.Resolve(node) is not PdfDictionary dictionary) return;
        var resources = dictionary.Has("Resources") ? file.Dictionary(dictionary["Resources"]) ?? inherited : inherited;
        if (!dictionary.Has("Kids") || file.Name(dictionary["Type"]) == "Page")
        {
            pages.Add(new(number, dictionary, resources));
            return;
        }
        foreach (var kid in file.List(dictionary["Kids"])) Add(file, kid, resources, seen, pages, depth + 1);
    }
}
