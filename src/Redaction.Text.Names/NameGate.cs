using System.Collections.Frozen;

namespace Redaction.Text.Names;

/// <summary>Keeps nonsense out, whatever the model says.</summary>
internal static class NameGate
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_stopWords =
        ("foo bar baz qux quux "
            + "a an and are as at be but by can did do does for from had has have he her him his how i if in is it its "
            + "me my no not of off ok "
            + "on or our out she so than that the their them then "
        + "there they this to too up us was we were what when where which who why will with would yes you your hello hi hey thanks thank "
            + "please sorry okay yeah dear regards best cheers new licensor licensee contributor contributors "
        + "der die das und ist ich sie er wir ein eine nicht mit von zu le la les et est je il elle nous vous un une de du el "
            + "los y es yo un una no si")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Names of numbers in forms, which stand alone in capitals where names would stand.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_labels =
        ("PAM SSN NPI DEA HPI DOB MRN DOS DOD VIN IMEI IBAN BIC ITIN EIN MBI PCP ICD CPT ROS PMH CC RX DAW QTY DL ID TNIN "
        + "NIN TCKN X-Ray X-ray Bar").Split(' ')
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words of which nothing that identifies consists: forms of address of documents, courts,
    /// parts of a longer public name.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_public =
        ("bar no number court courts district circuit superior supreme municipal county united states state southern northern eastern "
            + "western central appeals of the for in and "
        + "department dept neurology nephrology cardiology oncology orthopedics radiology emergency medicine surgery pediatrics "
            + "psychiatry internal rheumatology endocrinology "
        + "plaintiff plaintiffs defendant defendants god hon clinic report note healthcare")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when a finding of one or more tokens may stand.</summary>
    public static bool Passes(ReadOnlySpan<char> text, int start, int end, EntityType type, int tokens)
    {
        var value = text[start..end];
        var letters = 0;
        foreach (var c in value)
            if (char.IsLetter(c)) letters++;
        if (letters == 0) return type == EntityTypes.Age && value.ContainsAnyInRange('0', '9') && !IsCounted(text, end);
        // "Monday", "today" and "in two weeks" tell nothing of anybody
        if (type == EntityTypes.Date)
            return !value.ContainsAnyInRange('\u3000', '\uD7A3') && (tokens > 1 || value.ContainsAnyInRange('0', '9'))
                && CalendarWords.NameADay(value);
        if (s_labels.Contains(value) || IsPublic(value, type) || IsAbbreviation(value)) return false;
        if (IsLoneLetters(text, start, end)) return false;
        if ((type == EntityTypes.Location || type == EntityTypes.Organization) && value.Contains('_')) return false;
        if ((type == EntityTypes.Organization && IsProduct(value)) || (type == EntityTypes.Location && IsOfCompass(value))) return false;
        if (type == EntityTypes.Address && (IsCutNumber(text, end) || AddressGate.IsPrice(text, start, end)
            || AddressGate.IsNone(value))) return false;
        if (tokens > 1 && type == EntityTypes.Person && IsArticleAndSmall(value)) return false;
        if (type != EntityTypes.Address && type != EntityTypes.Age && (HoldsOption(value) || EndsInAdjective(value))) return false;
        if (tokens > 1 || type == EntityTypes.Age || type == EntityTypes.Address) return true;
        if (type == EntityTypes.Person && (IsJoinedWords(value) || IsOfDate(text, value, end))) return false;
        if (type == EntityTypes.Person && NameIntroductions.IsTitle(value) && IsBeforeName(text, end)) return false;
        return !s_stopWords.Contains(value) && !IsCode(text, start, end);
    }

    /// <summary>So many of something, which is no age: <c>90 days</c>; <c>90 days old</c> is one.</summary>
    private static bool IsCounted(ReadOnlySpan<char> text, int end)
    {
        foreach (var unit in (ReadOnlySpan<string>)[" days", " hours", " minutes", " seconds", " times", "%", " percent", " users",
            " items"])
            if (text[end..].StartsWith(unit, StringComparison.OrdinalIgnoreCase))
                return !text[(end + unit.Length)..].StartsWith(" old", StringComparison.OrdinalIgnoreCase);
        return false;
    }

    /// <summary>An option of a command or the ending of a file as a word of its own: <c>B -T</c>, <c>I .tbz</c>.</summary>
    private static bool HoldsOption(ReadOnlySpan<char> value)
    {
        for (var i = 1; i + 1 < value.Length; i++)
            if (value[i - 1] == ' ' && value[i] is '-' or '.' && char.IsAsciiLetterOrDigit(value[i + 1])) return true;
        return false;
    }

    /// <summary>A name made an adjective: <c>Quill-specific</c>.</summary>
    public static bool EndsInAdjective(ReadOnlySpan<char> value) => value[(value.LastIndexOf('-') + 1)..] is "specific" or "like" or "based"
        or "style" or "compatible" or "aware" or "related" or "independent" or "dependent" or "friendly" or "ready" or "oriented" or "free"
        or "compliant" or "only" or "side" or "wide" or "level" or "driven";

    /// <summary>A day of the week by its first letters, or such a month before a number: <c>Sat Oct 29</c>, <c>Jan. 96</c>.</summary>
    private static bool IsOfDate(ReadOnlySpan<char> text, ReadOnlySpan<char> value, int end)
    {
        if (value is "Mon" or "Tue" or "Wed" or "Thu" or "Fri" or "Sat" or "Sun") return true;
        if (value is not ("Jan" or "Feb" or "Mar" or "Apr" or "Jun" or "Jul" or "Aug" or "Sep" or "Oct" or "Nov" or "Dec")) return false;
        while (end < text.Length && text[end] is '.' or ' ') end++;
        return end < text.Length && char.IsAsciiDigit(text[end]);
    }

    /// <summary>An article and words in small letters: <c>O ferreiro bate</c>.</summary>
    private static bool IsArticleAndSmall(ReadOnlySpan<char> value)
    {
        var space = value.IndexOf(' ');
        if (space is < 1 or > 3) return false;
        if (value[..space] is not ("A" or "An" or "The" or "O" or "Os" or "As" or "El" or "La" or "Los" or "Las" or "Il" or "Lo" or "Le"
            or "Les" or "Der" or "Die" or "Das" or "De" or "Het" or "Az" or "En" or "Ett" or "Et" or "Un" or "Una" or "Une"
            or "Ein")) return false;
        for (var i = space; i < value.Length; i++)
            if (char.IsUpper(value[i])) return false;
        return true;
    }

    /// <summary>A number goes on behind its decimal sign, as a price does: <c>Cena 129,99</c>.</summary>
    private static bool IsCutNumber(ReadOnlySpan<char> text, int end) =>
        end + 2 < text.Length && char.IsAsciiDigit(text[end - 1]) && text[end] is ',' or '.' && char.IsAsciiDigit(text[end + 1])
        && char.IsAsciiDigit(text[end + 2]) && !(end + 3 < text.Length && char.IsLetterOrDigit(text[end + 3]));

    /// <summary>Single letters with points between them and none at the end: <c>B</c>, <c>A.B</c>. Initials end in a point.</summary>
    private static bool IsLoneLetters(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start == 2 && text[start + 1] == '.' && end < text.Length && char.IsLetter(text[end])) return true; // A.B
        if ((end - start) % 2 == 0 || (end < text.Length && text[end] == '.')) return false;
        for (var i = start; i < end; i++)
            if ((i - start) % 2 == 0 ? !char.IsUpper(text[i]) && !char.IsLower(text[i]) : text[i] != '.') return false;
        return true;
    }

    /// <summary>A capital after a small letter, as names in programs have it: <c>LogRecord</c>. <c>McBride</c> and its like begin with few
    /// letters.</summary>
    private static bool IsJoinedWords(ReadOnlySpan<char> word)
    {
        for (var i = 4; i < word.Length; i++)
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1])) return true;
        return word.Length > 3 && char.IsUpper(word[3]) && char.IsLower(word[2]) && !word.StartsWith("Mac", StringComparison.Ordinal)
            && !word.StartsWith("Del", StringComparison.Ordinal) && !word.StartsWith("Van", StringComparison.Ordinal);
    }

    /// <summary>A capital word follows, after a space or a point.</summary>
    private static bool IsBeforeName(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && text[end] is '.' or ' ' or '\u00A0') end++;
        return end < text.Length && char.IsUpper(text[end]);
    }

    /// <summary>A single word that is joined to others as in a path, a member access or an assignment: <c>os.path</c>,
    /// <c>user_name</c>, <c>run()</c>.</summary>
    private static bool IsCode(ReadOnlySpan<char> text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        if (before == ' ' && start > 1 && text[start - 2] == '$' && char.IsAsciiLetterLower(text[start])) return true; // a command
        if (before is '_' or '$' or '#' || after is '_' or '(' or '=') return true;
        if (after == '-' && end + 1 < text.Length && char.IsAsciiLetterLower(text[end + 1]) && char.IsAsciiLetterLower(text[start])
            && IsNumbered(text, end)) return true; // europe-west1
        if (before == '\\' && !(start > 1 && text[start - 2] is ':' or ' ') || after == '\\' && !IsEscapedQuote(text, end)) return true;
        if (before is '.' or '/' && start > 1 && char.IsLetterOrDigit(text[start - 2])) return true;
        if (after is '.' or '/' && end + 1 < text.Length && char.IsAsciiLetterLower(text[end + 1])) return true;
        return IsContraction(text, end) || after == ':' && end + 1 < text.Length && text[end + 1] == ':';
    }

    /// <summary>Words of small letters between hyphens, of which one ends in a digit.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> text, int end)
    {
        var stop = end;
        while (stop < text.Length && (char.IsAsciiLetterLower(text[stop]) || char.IsAsciiDigit(text[stop]) || text[stop] == '-')) stop++;
        return text[end..stop].ContainsAnyInRange('0', '9');
    }

    /// <summary>What ends in the kind of a program: <c>Berkeley DB</c>.</summary>
    private static bool IsProduct(ReadOnlySpan<char> value) => value.LastIndexOf(' ') is > 0 and var space
        && value[(space + 1)..] is "DB" or "API" or "SDK" or "CLI" or "GUI" or "IDE" or "SQL" or "OS";

    /// <summary>A point of the compass by itself: a row of a table, no place.</summary>
    private static bool IsOfCompass(ReadOnlySpan<char> value) => value is "North" or "South" or "East" or "West" or "Northeast"
        or "Northwest" or "Southeast" or "Southwest" or "Central" or "NORTH" or "SOUTH" or "EAST" or "WEST";

    /// <summary>Single small letters with dots: <c>e.g</c>, <c>i.e.</c></summary>
    private static bool IsAbbreviation(ReadOnlySpan<char> value)
    {
        for (var i = 0; i < value.Length; i++)
            if (!(i % 2 == 0 ? char.IsLower(value[i]) : value[i] == '.')) return false;
        return value.Length > 1;
    }

    /// <summary>Quotation marks that stand escaped, as in text that was taken out of JSON or code, are quotation marks.</summary>
    private static bool IsEscapedQuote(ReadOnlySpan<char> text, int at) => at + 1 < text.Length && text[at + 1] is '"' or '\'';

    /// <summary>True for the first part of <c>I've</c> or <c>don't</c>.</summary>
    private static bool IsContraction(ReadOnlySpan<char> text, int end) =>
        end + 2 < text.Length && text[end] is '\'' or '\u2019' && text.Slice(end + 1, 2) is "ve" or "ll" or "re" or "t " or "m " or "d ";

    /// <summary>A court, a ward or a piece of such a name: every word of it is one of theirs.
    /// Place names such as New York are not.</summary>
    private static bool IsPublic(ReadOnlySpan<char> value, EntityType type)
    {
        if (type == EntityTypes.JobTitle || type == EntityTypes.Age) return false;
        if (type == EntityTypes.Organization && IsCourt(value)) return true;
        foreach (var range in value.SplitAny(" .,\n\r"))
        {
            var word = value[range];
            if (!word.IsEmpty && !s_public.Contains(word)) return false;
        }
        return true;
    }

    /// <summary>Courts and their districts, by the words that begin their names.</summary>
    private static bool IsCourt(ReadOnlySpan<char> value)
    {
        foreach (var name in (ReadOnlySpan<string>)["Circuit Court of", "Superior Court of", "Supreme Court of", "District Court of",
            "Court of Appeals", "High Court of", "District of "])
            if (value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
