using System.Globalization;

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
            if (end - name < ShortestName || end + 1 >= text.Length) continue;
            if (text[end] == ':') Counted(text, name, end, places);
            if (text[end] != '>' || !char.IsLetterOrDigit(text[end + 1])) continue;
            var rest = text[(end + 1)..Math.Min(text.Length, end + 1 + Longest)];
            var length = rest.IndexOfAny('<', '\r', '\n');
            if (length < 0 && end + 1 + rest.Length < text.Length) continue;
            if (length < 0) length = rest.Length;
            if (FieldVocabulary.OfName(text[name..end], out var start) is { Type.Name: not null } meaning && start == 0)
                places.Add(new(end + 1, end + 1 + length, meaning));
        }
    }

    /// <summary>A value whose length stands in its mark, as ADIF has the log of a radio amateur: <c>&lt;NAME:3&gt;Odd</c>.</summary>
    private static void Counted(ReadOnlySpan<char> text, int name, int colon, List<NamedPlace> places)
    {
        var mark = text[colon..Math.Min(text.Length, colon + LongestName)].IndexOf('>');
        if (mark < 2) return;
        var written = text.Slice(colon + 1, mark - 1);
        if (written.IndexOf(':') is > 0 and var type) written = written[..type];
        if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return;
        var start = colon + mark + 1;
        if (length < 1 || length > text.Length - start) return;
        places.Add(new(name, start, new(default, FieldKind.Technical)));
        if (OfLog(text[name..colon]) is { } meaning) places.Add(new(start, start + length, meaning));
    }

    private static FieldMeaning? OfLog(ReadOnlySpan<char> name)
    {
        if (name.StartsWith("MY_")) name = name[3..];
        if (name is "CALL" or "OPERATOR" or "STATION_CALLSIGN" or "OWNER_CALLSIGN") return new(UserName.Type, FieldKind.Word);
        if (name is "NAME") return new(EntityTypes.Person, FieldKind.Whole);
        if (name is "QTH") return new(EntityTypes.Location, FieldKind.Whole);
        if (name is "LAT" or "LON") return new(EntityTypes.Gps, FieldKind.Code);
        return FieldVocabulary.OfName(name, out var start) is { Type.Name: not null } meaning && start == 0 ? meaning : null;
    }
}
