using System.Buffers;

namespace Redaction.Text;

/// <summary>Texts of a token a line with its tags, as CoNLL-2002, CoNLL-2003 and BRAT's exports have them: the tag of a name
/// (<c>B-PER</c>) says what the token is.</summary>
internal static class TaggedTokens
{
    private const int LongestLine = 400;
    private static readonly SearchValues<string> s_tags = SearchValues.Create(
        ["B-PER", "I-PER", "E-PER", "S-PER", "U-PER", "L-PER", "B-LOC", "I-LOC", "E-LOC", "S-LOC", "B-GPE", "I-GPE", "B-ORG", "I-ORG",
            "E-ORG", "S-ORG", "B-per", "I-per", "B-geo", "I-geo", "B-org", "I-org"], StringComparison.Ordinal);

    /// <summary>Adds the tokens of names.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_tags);
            if (step < 0) return;
            var tag = position + step;
            position = tag + 5;
            var line = text[..tag].LastIndexOf('\n') + 1;
            if (tag - line is 0 or > LongestLine || text[tag - 1] is not (' ' or '\t')) continue;
            var end = tag;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            if (end < text.Length && text[end] is not ('\n' or '\r')) continue; // the tag ends its line
            Add(text, line, tag, places);
        }
    }

    /// <summary>The first column is the token, behind its number where the line begins with one.</summary>
    private static void Add(ReadOnlySpan<char> text, int line, int tag, List<NamedPlace> places)
    {
        var start = line;
        var end = End(text, start, tag);
        if (!text[start..end].ContainsAnyExceptInRange('0', '9') && end < tag)
        {
            start = end + 1;
            end = End(text, start, tag);
        }
        if (end <= start || end >= tag) return;
        var type = text[tag + 2] switch
        {
            'P' or 'p' => EntityTypes.Person,
            'O' or 'o' => EntityTypes.Organization,
            _ => EntityTypes.Location,
        };
        places.Add(new(start, end, new(type, FieldKind.Whole)));
    }

    private static int End(ReadOnlySpan<char> text, int start, int limit)
    {
        while (start < limit && text[start] is not (' ' or '\t')) start++;
        return start;
    }
}
