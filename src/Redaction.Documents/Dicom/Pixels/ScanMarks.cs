using System.Collections.Frozen;

namespace Redaction.Documents.Dicom;

/// <summary>Tells writing that apparatuses put beside a picture and that names nobody: sides, positions, units, settings.</summary>
internal static class ScanMarks
{
    private const int Longest = 48, MostDigits = 4, MostDigitsAlone = 4, MostDigitsInAll = 16, FewestParts = 3;
    private const string Signs = " .,:;/-+=()[]<>%°×*#'\"_~|²³";
    private static readonly FrozenSet<string> s_words =
        DicomTables.Lines("marks").SelectMany(static line => line.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when all words of a text are words of marks and its numbers are short and no date: <c>W 400 L 40</c>.</summary>
    public static bool IsMark(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length is 0 or > Longest || LooksLikeDate(text)) return false;
        var (words, digits) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            var end = i;
            if (char.IsAsciiDigit(text[i]))
            {
                while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
                if (end - i > MostDigits) return false;
                digits += end - i;
            }
            else if (char.IsLetter(text[i]))
            {
                while (end < text.Length && char.IsLetter(text[end])) end++;
                if (!s_lookup.Contains(text[i..end]) || text[i..end] is "Dr") return false; // DR is a dynamic range
                words++;
            }
            else if (!Signs.Contains(text[end++])) return false;
            i = end;
        }
        return words > 0 ? digits <= MostDigitsInAll : digits is > 0 and <= MostDigitsAlone && !text.ContainsAny('/', '-', ':');
    }

    /// <summary>True when three numbers are joined by one and the same sign.</summary>
    private static bool LooksLikeDate(ReadOnlySpan<char> text)
    {
        var (parts, joint) = (0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var start = i;
            while (i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])) i++;
            var before = start > 1 && char.IsAsciiDigit(text[start - 2]) ? text[start - 1] : '\0';
            parts = before is '.' or '/' or '-' or ':' && (before == joint || parts == 1) ? parts + 1 : 1;
            joint = before;
            if (parts >= FewestParts) return true;
        }
        return false;
    }
}
