using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Redaction.Text;

/// <summary>Interchanges of EDI: ASC X12 (<c>ISA*…</c>), whose header says what parts elements and segments, and UN/EDIFACT (ISO 9735,
/// <c>UNB+…</c>). Segment, place and qualifier say what stands there.</summary>
internal static class EdiSegments
{
    private const int MostSegments = 1_000_000, LengthOfIsa = 106, MostElements = 48;

    /// <summary>How a piece of a long interchange looks that has no header of its own.</summary>
    private static readonly SearchValues<string>
        s_within = SearchValues.Create(["~NM1*", "~\nNM1*", "~\r\nNM1*"], StringComparison.Ordinal),
        s_withinEdifact = SearchValues.Create(["'NAD+", "'\nNAD+", "'\r\nNAD+"], StringComparison.Ordinal);

    /// <summary>For each segment the elements with what they hold; a number with a point is a component.</summary>
    private static readonly FrozenDictionary<string, (string Place, FieldMeaning Meaning)[]> s_x12 = Table(
        "NM1 3 person 4 person 5 person 9 insurance-id|N1 2 person 4 account-number|N2 1 person 2 person|N3 1 address 2 address"
        + "|N4 1 address 3 address|DMG 2 date|PER 2 person|REF 2 account-number|CLM 1 account-number|SBR 3 insurance-id|PAT 6 date"
        + "|TRN 2 account-number|CLP 1 account-number 7 account-number|INS 12 date|BHT 3 account-number|NX1 1 address|DTP 3 date");

    private static readonly FrozenDictionary<string, (string Place, FieldMeaning Meaning)[]> s_edifact = Table(
        "NAD 2.1 account-number 3 address 3.1 person 3.2 address 4 person 5 address 6 address 8 address|CTA 2.2 person|COM 1.1 phone"
        + "|PNA 2.1 national-id 5.2 person 6.2 person 7.2 person 8.2 person|ADR 2 address 3 address 4 address"
        + "|FII 2.1 account-number 2.2 person|RFF 1.2 account-number|GIR 2.1 account-number|TDT 8.4 person|ATT 2 person");

    /// <summary>Adds what the segments hold.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        var x12 = text.IndexOf("ISA", StringComparison.Ordinal);
        if (x12 >= 0 && x12 + LengthOfIsa <= text.Length && text[..x12].IsWhiteSpace() && IsX12(text.Slice(x12, LengthOfIsa)))
        {
            X12(text, x12, (text[x12 + 3], text[x12 + 105], text[x12 + 104]), places);
            return;
        }
        var start = text.TrimStart();
        var from = text.Length - start.Length;
        if (start.StartsWith("UNA") && start.Length > 9) Edifact(text, from + 9, (start[3], start[4], start[6], start[8]), places);
        else if (start.StartsWith("UNB+")) Edifact(text, from, (':', '+', '?', '\''), places);
        else if (text.ContainsAny(s_within)) X12(text, text.IndexOf('~') + 1, ('*', '~', ':'), places);
        else if (text.ContainsAny(s_withinEdifact)) Edifact(text, text.IndexOf('\'') + 1, (':', '+', '?', '\''), places);
    }

    /// <summary>Sixteen elements of a set width, and the sign that ends a segment.</summary>
    private static bool IsX12(ReadOnlySpan<char> head) =>
        !char.IsLetterOrDigit(head[3]) && head.Count(head[3]) == 16 && head[103] == head[3] && !char.IsLetterOrDigit(head[105]);

    private static void X12(
        ReadOnlySpan<char> text, int at, (char Element, char End, char Component) signs, List<NamedPlace> places)
    {
        var (element, end, component) = signs;
        for (var count = 0; at < text.Length && count < MostSegments; count++)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            var stop = text[at..].IndexOf(end) is >= 0 and var length ? at + length : text.Length;
            var name = NameOf(text[at..stop], element);
            if (name is "ISA" or "GS" or "ST" or "SE" or "GE" or "IEA" or "HL" or "LX")
                places.Add(new(at, stop, new(default, FieldKind.Technical)));
            else if (name is "PER") Contacts(text, at, stop, element, places);
            if (s_x12.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var fields))
                Segment(text, at, stop, (component, element, '\0'), fields, places);
            at = stop + 1;
        }
    }

    private static void Edifact(
        ReadOnlySpan<char> text, int at, (char Component, char Element, char Release, char End) signs, List<NamedPlace> places)
    {
        for (var count = 0; at < text.Length && count < MostSegments; count++)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            var stop = Next(text, at, text.Length, signs.End, signs.Release);
            var name = NameOf(text[at..stop], signs.Element);
            if (name is "UNB" or "UNH" or "UNT" or "UNZ" or "UNG" or "UNE" or "UNS" or "BGM")
                places.Add(new(at, stop, new(default, FieldKind.Technical)));
            if (s_edifact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var fields))
                Segment(text, at, stop, (signs.Component, signs.Element, signs.Release), fields, places);
            at = stop + 1;
        }
    }

    private static void Segment(ReadOnlySpan<char> text, int at, int stop, (char Component, char Element, char Release) signs,
        (string Place, FieldMeaning Meaning)[] fields, List<NamedPlace> places)
    {
        var start = Next(text, at, stop, signs.Element, signs.Release) + 1;
        for (var element = 1; element < MostElements && start < stop; element++)
        {
            var end = Next(text, start, stop, signs.Element, signs.Release);
            foreach (var (place, meaning) in fields)
            {
                if (place.AsSpan().SequenceEqual(element.ToString(CultureInfo.InvariantCulture))) Add(text, start, end, meaning, places);
                else if (place.Length > 2 && place[0] - '0' == element && place[1] == '.')
                    Component(text, start, end, signs, place[2] - '0', meaning, places);
            }
            start = end + 1;
        }
    }

    private static void Component(ReadOnlySpan<char> text, int start, int end, (char Component, char Element, char Release) signs,
        int number, FieldMeaning meaning, List<NamedPlace> places)
    {
        for (var i = 1; start < end; i++)
        {
            var stop = Next(text, start, end, signs.Component, signs.Release);
            if (i == number) Add(text, start, stop, meaning, places);
            start = stop + 1;
        }
    }

    /// <summary>Pairs of a qualifier and a number or address behind the name of a contact.</summary>
    private static void Contacts(ReadOnlySpan<char> text, int at, int stop, char element, List<NamedPlace> places)
    {
        Span<Range> parts = stackalloc Range[12];
        var segment = text[at..stop];
        var count = segment.Split(parts, element);
        for (var i = 3; i + 1 < count; i += 2)
        {
            if (segment[parts[i]] is not ("TE" or "HP" or "WP" or "CP" or "FX" or "BN")) continue;
            var (offset, length) = parts[i + 1].GetOffsetAndLength(segment.Length);
            Add(text, at + offset, at + offset + length, new(EntityTypes.Phone, FieldKind.Code), places);
        }
    }

    private static void Add(ReadOnlySpan<char> text, int start, int end, FieldMeaning meaning, List<NamedPlace> places)
    {
        if (end <= start) return;
        if (meaning.Type == EntityTypes.Phone && text[start..end].Contains('@')) return;
        if (meaning.Type == EntityTypes.Address && text[start..end].IndexOfAnyInRange('A', 'z') < 0)
            meaning = new(new EntityType("postal-code"), FieldKind.Code);
        places.Add(new(start, end, meaning));
    }

    private static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> segment, char element) =>
        segment.IndexOf(element) is >= 0 and var end ? segment[..end] : segment;

    /// <summary>The next sign that nothing releases.</summary>
    private static int Next(ReadOnlySpan<char> text, int from, int end, char sign, char release)
    {
        for (var i = from; i < end; i++)
        {
            if (release != '\0' && text[i] == release) i++;
            else if (text[i] == sign) return i;
        }
        return end;
    }

    private static FrozenDictionary<string, (string Place, FieldMeaning Meaning)[]> Table(string rows) =>
        rows.Split('|').Select(static r => r.Split(' ')).ToFrozenDictionary(static r => r[0],
            static r => r.Skip(1).Chunk(2).Select(static p => (p[0], MeaningOf(p[1]))).ToArray());

    private static FieldMeaning MeaningOf(string entity) => new(new EntityType(entity),
        entity is "person" or "address" ? FieldKind.Whole : FieldKind.Code);
}
