namespace Redaction.Text;

/// <summary>Reads records whose lines begin with a tag: the tags are structure, each value stands for itself.</summary>
internal static class LineRecords
{
    private const int Looked = 4, LongestTag = 15, MarkOfReference = 4, LengthOfFix = 35;
    private static readonly FieldMeaning s_person = new(EntityTypes.Person, FieldKind.Whole);
    private static readonly FieldMeaning s_name = new(EntityTypes.Person, FieldKind.Likely);
    private static readonly FieldMeaning s_address = new(EntityTypes.Address, FieldKind.Whole);
    private static readonly FieldMeaning s_gps = new(EntityTypes.Gps, FieldKind.Code);

    /// <summary>Which format a text is, by its first lines; those of a long text may begin in the middle of a line.</summary>
    public static LineForm Of(ReadOnlySpan<char> text)
    {
        var head = text.TrimStart("\uFEFF\r\n");
        if (head.IsEmpty) return LineForm.None;
        if (head.StartsWith("!Type:") || head.StartsWith("!Account") || head.StartsWith("!Option:") || head.StartsWith("!Clear:"))
            return LineForm.Qif;
        if (head.StartsWith(":20:")) return LineForm.Statement;
        if (head[0] == 'A' && head.Contains("\nHF", StringComparison.Ordinal) && head.IndexOf('\n') < LengthOfFix) return LineForm.Flight;
        if (head.StartsWith("[Event \"")) return LineForm.Game;
        if (head.StartsWith("0 HEAD") || AreAll(text, LineForm.Gedcom)) return LineForm.Gedcom;
        return AreAll(text, LineForm.Reference) ? LineForm.Reference : LineForm.None;
    }

    /// <summary>Adds the values in their order.</summary>
    public static void Read(ReadOnlySpan<char> text, LineForm form, List<LineValue> values)
    {
        for (var line = 0; line < text.Length;)
        {
            var end = text[line..].IndexOf('\n') is >= 0 and var length ? line + length : text.Length;
            var written = text[line..end].TrimEnd('\r');
            var start = ValueOf(written, form, out var tag);
            if (form == LineForm.Statement && tag is "86") Parts(written, start, line, values);
            else if (form == LineForm.Flight && written.Length >= LengthOfFix && written[0] == 'B') Fix(line, values);
            else
            {
                var last = written.Length;
                if (form == LineForm.Game && start > 0) last = Math.Max(start, written.LastIndexOf('"'));
                if (last > start) values.Add(new(line + start, line + last, MeaningOf(form, tag, written[start..last])));
            }
            line = end + 1;
        }
    }

    /// <summary>Adds the values whose tags say what they are.</summary>
    public static void Find(ReadOnlySpan<char> text, List<NamedPlace> places)
    {
        if (Of(text) is not (not LineForm.None and var form)) return;
        var values = new List<LineValue>();
        Read(text, form, values);
        foreach (var value in values)
            if (value.Meaning is { } meaning) places.Add(new(value.Start, value.End, meaning));
    }

    /// <summary>Where the value of a line begins; 0 for a line without a tag.</summary>
    private static int ValueOf(ReadOnlySpan<char> line, LineForm form, out ReadOnlySpan<char> tag)
    {
        tag = default;
        var start = form switch
        {
            LineForm.Qif => line.Length > 0 && char.IsAsciiLetterUpper(line[0]) ? 1 : 0,
            LineForm.Statement => line is [':', ..] && line[1..].IndexOf(':') is >= 2 and <= 3 and var colon ? colon + 2 : 0,
            LineForm.Reference => line.Length > MarkOfReference && char.IsAsciiLetterUpper(line[0])
                && line[MarkOfReference..].StartsWith("- ") ? MarkOfReference + 2 : line.IndexOf("  - ") is 2 ? 6 : 0,
            LineForm.Flight => line is ['H', ..] && line.IndexOf(':') is > 4 and var mark ? mark + 1 : 0,
            LineForm.Game => line is ['[', .., ']'] && line.IndexOf(" \"") is > 1 and var quote ? quote + 2 : 0,
            _ => OfGedcom(line),
        };
        if (start == 0) return 0;
        tag = line[..start].Trim(" :-[\"\r");
        if (form == LineForm.Gedcom) tag = tag[(tag.LastIndexOf(' ') + 1)..];
        return start;
    }

    private static int OfGedcom(ReadOnlySpan<char> line)
    {
        var at = line.IndexOfAnyExceptInRange('0', '9');
        if (at is < 1 or > 2 || line[at] != ' ') return 0;
        at++;
        if (at < line.Length && line[at] == '@' && line[(at + 1)..].IndexOf("@ ") is > 0 and var mark) at += mark + 3;
        var length = 0;
        while (at + length < line.Length && (char.IsAsciiLetterUpper(line[at + length]) || line[at + length] == '_'
            || (length > 0 && char.IsAsciiDigit(line[at + length])))) length++;
        if (length is < 3 or > LongestTag) return 0;
        return at + length == line.Length ? line.Length : line[at + length] == ' ' ? at + length + 1 : 0;
    }

    private static bool AreAll(ReadOnlySpan<char> text, LineForm form)
    {
        var seen = 0;
        var isFirst = true;
        foreach (var line in text.EnumerateLines())
        {
            var isCut = isFirst;
            isFirst = false;
            if (line.IsEmpty && seen == 0) continue;
            if (ValueOf(line, form, out _) == 0)
            {
                if (!isCut) return false;
            }
            else if (++seen == Looked) return true;
        }
        return false;
    }

    /// <summary>What stands behind <c>?20</c>, <c>?32</c> of a line for the owner of the account.</summary>
    private static void Parts(ReadOnlySpan<char> line, int start, int at, List<LineValue> values)
    {
        var tag = default(ReadOnlySpan<char>);
        while (start < line.Length)
        {
            var stop = start;
            while (stop < line.Length && !(line[stop] == '?' && stop + 2 < line.Length && char.IsAsciiDigit(line[stop + 1])
                && char.IsAsciiDigit(line[stop + 2]))) stop++;
            if (stop > start) values.Add(new(at + start, at + stop, tag is "32" or "33" ? s_person : null));
            if (stop == line.Length) return;
            tag = line.Slice(stop + 1, 2);
            start = stop + 3;
        }
    }

    /// <summary>Degrees and minutes of a fix (<c>B0914025542282N01311460E…</c>).</summary>
    private static void Fix(int at, List<LineValue> values)
    {
        values.Add(new(at + 7, at + 14, s_gps));
        values.Add(new(at + 15, at + 23, s_gps));
    }

    private static FieldMeaning? MeaningOf(LineForm form, ReadOnlySpan<char> tag, ReadOnlySpan<char> value) => form switch
    {
        LineForm.Qif => tag switch
        {
            "P" => NameWords.NameThing(value) ? null : s_name,
            "A" => s_address,
            _ => null,
        },
        LineForm.Gedcom => tag switch
        {
            "NAME" or "GIVN" or "SURN" or "NICK" or "_MARNM" or "ROMN" or "FONE" => s_person,
            "ADDR" or "ADR1" or "ADR2" or "ADR3" or "CITY" => s_address,
            "PLAC" => new(EntityTypes.Location, FieldKind.Whole),
            "PHON" or "FAX" => new(EntityTypes.Phone, FieldKind.Code),
            "IDNO" or "SSN" => new(new EntityType("national-id"), FieldKind.Code),
            _ => null,
        },
        LineForm.Reference => tag switch
        {
            "AU" or "FAU" or "A1" or "A2" or "A3" or "A4" or "ED" or "FED" or "FIR" or "IR" => s_person,
            "AD" => s_address,
            "TY" or "PY" or "Y1" or "SP" or "EP" or "VL" or "IS" or "SN" or "LA" or "DO" or "VI" or "DP"
                => new(default, FieldKind.Technical),
            _ => null,
        },
        LineForm.Flight => tag.StartsWith("HFPLT") || tag.StartsWith("HFCM2") || tag.StartsWith("HOPLT") || tag.StartsWith("HPPLT")
            ? s_person : null,
        LineForm.Game => tag is "White" or "Black" or "Annotator" ? s_person : null,
        _ => null,
    };
}
