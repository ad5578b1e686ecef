namespace Redaction.Text;

/// <summary>Addresses whose words are no street words, known by what stands around them: a label, a verb, a flat or a box number.</summary>
internal static class AddressFrames
{
    private const int MostWords = 8;
    private static readonly WordSet s_labels = new(
        "address addr adresse anschrift wohnhaft dirección direccion domicilio indirizzo residenza endereço endereco morada adres "
        + "address domicile gateadresse adress location");
    private static readonly WordSet s_verbs = new(
        "lives live living lived resides reside residing resident located based moved moving address office meet return sent delivered "
        + "deliver ship shipped send mail mailed stay stays staying headquarters wohnt wohne wohnhaft habite vive abita "
            + "mora reside arrived taxi");
    private static readonly WordSet s_boxes = new("box postfach postbus postale correos apartado postal pocztowa postboks bag aa ae ap");
    private static readonly ContextWords s_context = new("address", "addr", "lives at", "live at", "residing", "resides", "located at",
        "deliver to", "ship to", "delivery", "mailing", "home", "adresse", "anschrift", "dirección", "indirizzo", "endereço", "morada",
        "adres", "street", "wohnhaft", "domicilio", "bor i", "bor på", "boende", "bosatt", "bopæl", "flyttet til", "flyttat till", "asun",
        "asuu", "bydlím", "bydlí", "bývam", "mieszkam", "mieszka", "lakom", "lakik", "wohnt", "wohne", "habite", "woon", "woont",
        "locuiesc", "živim", "elan", "gyvenu", "dzīvoju", "moro na", "vivo en", "abito in");

    /// <summary>True for the last word before a box number.</summary>
    public static bool IsBoxWord(ReadOnlySpan<char> word) => s_boxes.Contains(word);

    /// <summary>True where words near by name an address.</summary>
    public static bool IsNamed(TextSource source, TextSpan span) => s_context.AreNear(source, span);

    /// <summary><c>P.O. Box 12</c>, <c>Postfach 1234</c>, <c>PSC 8139, Box 3699</c>.</summary>
    public static AddressStreet Box(ReadOnlySpan<char> text, int digit)
    {
        if (digit < 3 || text[digit - 1] is not (' ' or '#')) return default;
        var end = AddressText.Digits(text, digit);
        var before = text[Math.Max(0, digit - 24)..(digit - 1)].TrimEnd(" #:");
        var offset = Math.Max(0, digit - 24);
        foreach (var name in (ReadOnlySpan<string>)["p.o. box", "po box", "p. o. box", "p.o box", "p o box", "post office box", "postfach",
            "postbus", "boîte postale", "apartado de correos", "apartado", "caixa postal", "casella postale", "skrytka pocztowa",
            "postboks", "private bag"])
            if (before.EndsWith(name, StringComparison.OrdinalIgnoreCase) && IsFree(before, before.Length - name.Length))
                return new(offset + before.Length - name.Length, AfterBox(text, end), 0.8f);
        if (before.Length > 5 && before[^3] == ' ' && before[^2..] is "AA" or "AE" or "AP" or "aa" or "ae" or "ap" && end - digit >= 5)
            foreach (var name in (ReadOnlySpan<string>)["apo", "fpo", "dpo"])
                if (before[..^3].EndsWith(name, StringComparison.OrdinalIgnoreCase))
                    return new(ShipBefore(text, offset + before.Length - 6), end, 0.85f);
        if (!before.EndsWith(" box", StringComparison.OrdinalIgnoreCase)) return default;
        foreach (var name in (ReadOnlySpan<string>)["psc", "unit", "cmr"])
            if (before.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
                && before[(at + name.Length)..^4].Trim(", ").IndexOfAnyExceptInRange('0', '9') < 0)
                return new(offset + at, end, 0.8f);
        return default;
    }

    /// <summary>A flat that stands alone, or on a line of its own, and the part with a number before it.</summary>
    public static AddressStreet Unit(ReadOnlySpan<char> text, int digit)
    {
        var end = digit - 1;
        if (end < 2 || text[end] is not (' ' or '#')) return default;
        while (end > 0 && text[end - 1] is ' ' or '#' or ':') end--;
        var start = AddressText.WordStart(text, end);
        if (start == end || !IsClearUnit(text[start..]) || !AddressWords.Units.Contains(AddressText.Bare(text[start..end]))) return default;
        var unitEnd = AddressTail.UnitEnd(text, start);
        if (unitEnd <= digit) return default;
        var line = LineBefore(text, start);
        if (line >= 0) return new(line, unitEnd, 0.6f);
        var alone = start == 0 || text[start - 1] == '\n'
            || (start > 1 && text[start - 1] is ' ' or '>' && text[start - 2] is '\n' or '>' or '?');
        if (!alone && IsProgram(text, start, unitEnd)) return new(start, unitEnd, 0.2f);
        return new(start, unitEnd, text[start] is 'A' or 'a' || alone ? 0.6f : 0.2f);
    }

    /// <summary>The packaging program of that name with a version: "since apt 1.6", "in apt 2".</summary>
    private static bool IsProgram(ReadOnlySpan<char> text, int start, int end)
    {
        if (!text[start..].StartsWith("apt ", StringComparison.Ordinal)) return false;
        if (end + 1 < text.Length && (text[end] == '\\' || (text[end] == '.' && char.IsAsciiDigit(text[end + 1])))) return true;
        var word = start < 2 ? default : text[AddressText.WordStart(text, start - 1)..(start - 1)];
        return word is "since" or "until" or "version" or "from" or "with" or "by" or "via" or "run" or "using" or "and" or "of";
    }

    /// <summary>Start of the line before a line with a flat, where it has a number and few words; -1 otherwise.</summary>
    private static int LineBefore(ReadOnlySpan<char> text, int unit)
    {
        const int Longest = 60;
        var end = unit;
        while (end > 0 && unit - end < 8 && text[end - 1] is not '\n' && text[end - 1] is ' ' or '>' or '?' or '\t') end--;
        if (end == 0 || text[end - 1] != '\n') return -1;
        end--;
        var start = end;
        while (start > 0 && end - start < Longest && text[start - 1] != '\n') start--;
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        var line = text[start..end];
        return end - start < Longest && line.ContainsAnyInRange('0', '9') && line.Count(' ') < 7 && !line.ContainsAny('.', ':', '@') ? start
            : -1;
    }

    private static bool EndsCorner(ReadOnlySpan<char> text) => text.EndsWith("corner of", StringComparison.OrdinalIgnoreCase);

    /// <summary>A part with a number after a label or verb (<c>lives at Paso Rivero 7301</c>),
    /// or before a flat (<c>Drangahrauni 3 Apt. 460</c>).</summary>
    public static AddressStreet Around(ReadOnlySpan<char> text, int digit)
    {
        var start = PartStart(text, digit, out var led);
        if (start < 0) return default;
        var end = PartEnd(text, start, out var hasName);
        if (end <= digit || !hasName) return default;
        if (led) return new(start, end, 0.65f);
        var next = AddressText.SkipBreak(text, end, out _);
        if (next > end && next < text.Length && char.IsAsciiLetter(text[next]) && AddressTail.UnitEnd(text, next) > next
            && IsClearUnit(text[next..])) return new(start, end, 0.6f);
        return default;
    }

    /// <summary>Takes in the flat before the house number: <c>Flat 2, 14 High Street</c>.</summary>
    public static int WithUnitBefore(ReadOnlySpan<char> text, int start)
    {
        var i = start;
        while (i > 0 && start - i < 2 && text[i - 1] is ' ' or ',') i--;
        if (i == start || i == 0) return start;
        var value = AddressText.WordStart(text, i);
        if (value == i || value < 2 || text[value - 1] != ' ' || i - value > 4) return start;
        var word = AddressText.WordStart(text, value - 1);
        return word < value - 1 && AddressWords.Units.Contains(AddressText.Bare(text[word..(value - 1)]))
            && AddressTail.UnitEnd(text, word) == i ? word : start;
    }

    /// <summary>Start of the part on this line that holds the number: goes back over capital words, links and numbers.
    /// -1 where it starts with something else.</summary>
    private static int PartStart(ReadOnlySpan<char> text, int digit, out bool led)
    {
        var start = digit;
        led = false;
        for (var count = 0; count <= MostWords; count++)
        {
            if (IsLed(text, start) || FollowsUnit(text, start)) { led = true; return start; }
            if (start < 2 || text[start - 1] != ' ')
                return start == digit && count == 0 && start > 0 && text[start - 1] != '\n' && text[start - 1] != '>' ? -1 : start;
            var before = AddressText.WordStart(text, start - 1);
            if (before == start - 1) return start;
            var word = text[before..(start - 1)];
            if (!AddressText.IsName(word) && !char.IsAsciiDigit(word[0]) && !AddressWords.Links.Contains(word)) return start;
            if (s_verbs.Contains(word)) return start;
            start = before;
        }
        return start;
    }

    /// <summary>True after a flat on the same line: <c>Apt. 8 40 Oakhill 3</c>.</summary>
    private static bool FollowsUnit(ReadOnlySpan<char> text, int start)
    {
        if (start < 6 || text[start - 1] != ' ' || !char.IsAsciiDigit(text[start - 2])) return false;
        var value = AddressText.WordStart(text, start - 1);
        if (value < 4 || text[value - 1] != ' ') return false;
        var unit = AddressText.WordStart(text, value - 1);
        return unit < value - 1 && IsClearUnit(text[unit..]) && AddressWords.Units.Contains(AddressText.Bare(text[unit..(value - 1)]));
    }

    private static int PartEnd(ReadOnlySpan<char> text, int start, out bool hasName)
    {
        int at = start, end = start;
        hasName = false;
        for (var count = 0; count < MostWords && at < text.Length; count++)
        {
            var stop = AddressText.WordEnd(text, at);
            if (stop == at) break;
            var word = text[at..stop];
            if (char.IsAsciiDigit(word[0]))
            {
                if (word.Length > 8) break;
            }
            else if (AddressWords.Units.Contains(AddressText.Bare(word)) && count > 1) break;
            else if (char.IsLetter(word[0]) && !char.IsLower(word[0])) hasName |= word.Length > 2;
            else if (!AddressWords.Links.Contains(word) && !AddressWords.After.Contains(AddressText.Bare(word))) break;
            if (!AddressWords.Links.Contains(word) || char.IsUpper(word[0])) end = stop;
            if (stop >= text.Length || text[stop] != ' ') break;
            at = stop + 1;
        }
        return end;
    }

    /// <summary>True when a label with a colon, or a verb and a preposition, ends just before <paramref name="at"/>.</summary>
    private static bool IsLed(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end > 0 && at - end < 12 && text[end - 1] is ' ' or '\n' or '\r' or '\t' or '>' or '"') end--;
        if (end == at || end < 4) return false;
        var colon = text[end - 1] == ':';
        if (colon) end--;
        if (colon && end > 0 && text[end - 1] == '"') end--;
        var word = AddressText.WordStart(text, end);
        if (colon) return s_labels.Contains(text[word..end]);
        if (text[word..end] is not ("at" or "to" or "in" or "at:" or "is" or "en" or "with")) return EndsCorner(text[..end]);
        for (int count = 0, stop = word - 1; count < 3 && stop > 0; count++)
        {
            var start = AddressText.WordStart(text, stop);
            if (start >= stop) return false;
            var isVerb = s_verbs.Contains(text[start..stop]);
            if (text[word..end] is "is" or "with" ? s_labels.Contains(text[start..stop]) : isVerb) return true;
            stop = start - 1;
        }
        return false;
    }

    private static bool IsClearUnit(ReadOnlySpan<char> text) =>
        text.StartsWith("apt", StringComparison.OrdinalIgnoreCase) || text.StartsWith("suite", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("ste", StringComparison.OrdinalIgnoreCase) || text.StartsWith("unit", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes in the line with the name of a ship or a unit.</summary>
    private static int ShipBefore(ReadOnlySpan<char> text, int start)
    {
        if (start < 2 || text[start - 1] is not ('\n' or ' ')) return start;
        var i = start - 1;
        while (i > 0 && start - i < 40 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is ' ' or '-')) i--;
        foreach (var ship in (ReadOnlySpan<string>)["usns ", "uss ", "uscgc ", "usnv "])
            if (text[i..start].IndexOf(ship, StringComparison.OrdinalIgnoreCase) is >= 0 and var at) return i + at;
        return start;
    }

    private static int AfterBox(ReadOnlySpan<char> text, int end) =>
        end + 2 < text.Length && text[end] == ' ' && char.IsAsciiDigit(text[end + 1])
            && AddressText.Digits(text, end + 1) - end is <= 4 and var more ? end + more : end;

    private static bool IsFree(ReadOnlySpan<char> text, int start) => start == 0 || !char.IsLetterOrDigit(text[start - 1]);
}
