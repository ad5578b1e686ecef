namespace Redaction.Text;

/// <summary>Values of elements that nothing closes, as OFX 1 and other SGML write them: <c>&lt;ACCTID&gt;0004417723019</c> up to the next
/// mark or the end of the line.</summary>
internal static class SgmlValues
{
    private const int ShortestName = 3, LongestName = 32, Longest = 120;

    /// <summary>Adds the values whose elements have known names in capitals.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOf('<');
            if (step < 0) return;
            var name = position + step + 1;
            var end = name;
            while (end < text.Length && end - name < LongestName && (char.IsAsciiLetterUpper(text[end]) || text[end] is '.' or '_')) end++;
            position = end;
            if (end - name < ShortestName || end + 1 >= text.Length || text[end] != '>' || !char.IsLetterOrDigit(text[end + 1])) continue;
            var rest = text[(end + 1)..Math.Min(text.Length, end + 1 + Longest)];
            var length = rest.IndexOfAny('<', '\r', '\n');
            if (length < 0 && end + 1 + rest.Length < text.Length) continue;
            if (length < 0) length = rest.Length;
            if (FieldVocabulary.OfName(text[name..end], out var start) is { Type.Name: not null } meaning && start == 0)
                places.Add(new(end + 1, end + 1 + length, meaning));
        }
    }
}
