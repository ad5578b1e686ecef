using System.Collections.Frozen;

namespace Redaction.Text.Names;

/// <summary>Keeps nonsense out, whatever the model says.</summary>
internal static class NameGate
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_stopWords =
        ("a an and are as at be but by can did do does for from had has have he her him his how i if in is it its me my no not of off ok on or our out she so than that the their them then "
        + "there they this to too up us was we were what when where which who why will with would yes you your hello hi hey thanks thank please sorry okay yeah dear regards best cheers "
        + "der die das und ist ich sie er wir ein eine nicht mit von zu le la les et est je il elle nous vous un une de du el los y es yo un una no si")
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Names of numbers in forms, which stand alone in capitals where names would stand.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_labels =
        "SSN NPI DEA HPI DOB MRN DOS DOD VIN IMEI IBAN BIC ITIN EIN MBI PCP ICD CPT ROS PMH CC RX DAW QTY DL ID TNIN NIN TCKN X-Ray X-ray Bar".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when a finding of one or more tokens may stand.</summary>
    public static bool Passes(ReadOnlySpan<char> text, int start, int end, EntityType type, int tokens)
    {
        var value = text[start..end];
        var letters = 0;
        foreach (var c in value)
            if (char.IsLetter(c)) letters++;
        if (letters == 0) return type == EntityTypes.Age && value.ContainsAnyInRange('0', '9');
        if (type == EntityTypes.Date) return tokens > 1 || value.ContainsAnyInRange('0', '9'); // "today" tells nothing of anybody
        if (s_labels.Contains(value)) return false;
        if (tokens > 1 || type == EntityTypes.Age || type == EntityTypes.Address) return true;
        return !s_stopWords.Contains(value) && !IsCode(text, start, end);
    }

    /// <summary>A single word that is joined to others as in a path, a member access or an assignment: <c>os.path</c>, <c>user_name</c>, <c>run()</c>.</summary>
    private static bool IsCode(ReadOnlySpan<char> text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        if (before is '_' or '\\' or '$' or '#' || after is '_' or '\\' or '(' or '=') return true;
        if (before is '.' or '/' && start > 1 && char.IsLetterOrDigit(text[start - 2])) return true;
        if (after is '.' or '/' && end + 1 < text.Length && char.IsAsciiLetterLower(text[end + 1])) return true;
        return after == ':' && end + 1 < text.Length && text[end + 1] == ':';
    }
}
