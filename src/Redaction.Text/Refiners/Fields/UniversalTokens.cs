using System.Buffers;

namespace Redaction.Text;

/// <summary>Texts of a token a line in CoNLL-U, the format of Universal Dependencies: ten columns between tabs, the fourth of which says
/// what is a proper noun. Its form and lemma are names, of a place or organisation where <c>NameType</c> says so.</summary>
internal static class UniversalTokens
{
    private const int Columns = 10, LongestLine = 2000;
    private const string Proper = "\tPROPN\t", NameType = "NameType=";
    private static readonly SearchValues<char> s_numbers = SearchValues.Create("0123456789.-");

    /// <summary>Adds form and lemma of proper nouns.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf(Proper, StringComparison.Ordinal);
            if (step < 0) return;
            var mark = position + step;
            position = mark + Proper.Length - 1;
            var first = Math.Max(0, mark - LongestLine);
            var start = first + text[first..mark].LastIndexOf('\n') + 1;
            var rest = text[mark..Math.Min(text.Length, mark + LongestLine)];
            var end = mark + (rest.IndexOf('\n') is >= 0 and var length ? length : rest.Length);
            if (end - start <= LongestLine) Line(text, start, text[start..end].TrimEnd('\r'), places);
        }
    }

    private static void Line(ReadOnlySpan<char> text, int at, ReadOnlySpan<char> line, List<NamedPlace> places)
    {
        Span<Range> cells = stackalloc Range[Columns + 1];
        if (line.Split(cells, '\t') != Columns || line[cells[3]] is not "PROPN" || line[cells[0]].ContainsAnyExcept(s_numbers)) return;
        if (TypeOf(line[cells[5]]) is not { } type) return;
        for (var i = 1; i < 3; i++)
        {
            var (offset, length) = cells[i].GetOffsetAndLength(line.Length);
            if (text.Slice(at + offset, length) is not "_") places.Add(new(at + offset, at + offset + length, new(type, FieldKind.Whole)));
        }
    }

    private static EntityType? TypeOf(ReadOnlySpan<char> features)
    {
        var at = features.IndexOf(NameType, StringComparison.Ordinal);
        return at < 0 ? EntityTypes.Person : features[(at + NameType.Length)..] switch
        {
            ['G', 'e', ..] => EntityTypes.Location,
            ['C', 'o', ..] => EntityTypes.Organization,
            ['P', 'r', 'o', ..] or ['O', 't', ..] or ['N', 'a', ..] => null, // a product, something else, a nation
            _ => EntityTypes.Person,
        };
    }
}
