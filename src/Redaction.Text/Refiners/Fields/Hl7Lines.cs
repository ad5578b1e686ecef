using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Segments of HL7 v2 in a text that is no message as a whole: a log, a ticket, a field. The segment and the place of a field in
/// it say what stands there (HL7 v2.5, chapters 3, 4 and 6).</summary>
internal static class Hl7Lines
{
    private const int MostFields = 60;
    private static readonly SearchValues<string> s_search =
        SearchValues.Create(["PID|", "NK1|", "GT1|", "IN1|", "PV1|", "MRG|", "PD1|"], StringComparison.Ordinal);

    /// <summary>Segment, a colon, and for each field its number and what it is.</summary>
    private static readonly FrozenDictionary<string, FrozenDictionary<int, FieldMeaning>> s_fields = new Dictionary<string, string>
    {
        ["PID"] = "2 medical-record 3 medical-record 4 medical-record 5 person 6 person 7 date 9 person 11 address 13 phone 14 phone "
            + "18 account-number 19 national-id 20 driving-licence 21 medical-record 23 location",
        ["NK1"] = "2 person 4 address 5 phone 6 phone 16 date 30 person 31 phone 32 address 37 national-id",
        ["GT1"] = "2 account-number 3 person 4 person 5 address 6 phone 7 phone 8 date 12 national-id 16 person 17 address 18 phone",
        ["IN1"] = "16 person 18 date 19 address 36 insurance-id 49 insurance-id",
        ["PV1"] = "7 person 8 person 9 person 17 person 19 medical-record 52 person",
        ["MRG"] = "1 medical-record 2 medical-record 4 medical-record 7 person",
        ["PD1"] = "4 person",
    }.ToFrozenDictionary(static s => s.Key, static s => Fields(s.Value));

    /// <summary>Adds the fields of all segments that begin a line.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            position = at + 4;
            if (at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
            var rest = text[at..];
            var end = at + (rest.IndexOfAny('\r', '\n') is >= 0 and var length ? length : rest.Length);
            if (text[at..end].Count('|') < 3) continue;
            Segment(text, at, end, s_fields[text.Slice(at, 3).ToString()], places);
            position = end;
        }
    }

    private static void Segment(ReadOnlySpan<char> text, int at, int end, FrozenDictionary<int, FieldMeaning> fields,
        List<NamedPlace> places)
    {
        var start = at + 4;
        for (var field = 1; field < MostFields && start < end; field++)
        {
            var stop = text[start..end].IndexOf('|') is >= 0 and var length ? start + length : end;
            if (stop > start && fields.TryGetValue(field, out var meaning)) places.Add(Place(text, start, stop, meaning));
            start = stop + 1;
        }
    }

    /// <summary>Of an identifier only the first component; names, addresses and telephone numbers as a whole.</summary>
    private static NamedPlace Place(ReadOnlySpan<char> text, int start, int stop, FieldMeaning meaning)
    {
        var isWhole = meaning.Type == EntityTypes.Person || meaning.Type == EntityTypes.Address || meaning.Type == EntityTypes.Location;
        var components = text[start..stop].IndexOf('^');
        if (meaning.Type == EntityTypes.Phone) isWhole = components >= 0;
        else if (!isWhole && components > 0) stop = start + components;
        return new(start, stop, isWhole ? meaning : meaning with { Kind = FieldKind.Code });
    }

    private static FrozenDictionary<int, FieldMeaning> Fields(string words) =>
        words.Split(' ').Chunk(2).ToFrozenDictionary(static f => int.Parse(f[0], System.Globalization.CultureInfo.InvariantCulture),
            static f => new FieldMeaning(new EntityType(f[1]), FieldKind.Whole));
}
