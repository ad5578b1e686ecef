namespace Redaction.Documents;

/// <summary>Tells words of an enumeration from what people write.</summary>
internal static class FhirCode
{
    private const int Longest = 40;

    /// <summary>True for one word in small letters in an element of which the table says nothing: R4 and R5 have more codes than it
    /// names.</summary>
    public static bool Is(FhirElement element, ReadOnlySpan<char> text)
    {
        if (element.Name == "unit") return text.Length <= Longest; // of UCUM, with signs and capitals
        if (text.Length is 0 or > Longest || !char.IsAsciiLetterLower(text[0])) return false;
        if (element.Name is "text" or "display" or "comment" or "title" or "description" or "conclusion" or "disposition" or "name"
            or "prefix" or "suffix" or "valueString") return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        return true;
    }
}
