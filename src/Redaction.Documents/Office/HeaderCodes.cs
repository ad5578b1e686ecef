namespace Redaction.Documents.Office;

/// <summary>Tells the texts of a header or footer of a sheet from the codes between them (ISO/IEC 29500-1 section 18.3.1.46):
/// <c>&amp;LNorth&amp;RPage &amp;P</c>.</summary>
internal static class HeaderCodes
{
    private const int LongestColour = 6;

    /// <summary>True for an element that holds such a text.</summary>
    public static bool Has(string element) =>
        element is "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter" or "firstHeader" or "firstFooter";

    /// <summary>The texts, names of fonts too.</summary>
    public static List<TextSpan> Texts(ReadOnlySpan<char> header)
    {
        var texts = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < header.Length;)
        {
            if (header[i] != '&' || i + 1 == header.Length) { i++; continue; }
            if (header[i + 1] == '&') { i += 2; continue; } // the sign itself
            Add(texts, start, i);
            i = start = EndOfCode(header, i + 1, texts);
        }
        Add(texts, start, header.Length);
        return texts;
    }

    private static int EndOfCode(ReadOnlySpan<char> header, int at, List<TextSpan> texts)
    {
        var end = at + 1;
        if (header[at] == '"')
        {
            var length = header[end..].IndexOf('"');
            var close = length < 0 ? header.Length : end + length;
            Add(texts, end, close);
            return Math.Min(close + 1, header.Length);
        }
        if (char.IsAsciiDigit(header[at]))
            while (end < header.Length && char.IsAsciiDigit(header[end])) end++;
        else if (header[at] == 'K')
            while (end < header.Length && end - at <= LongestColour && IsOfColour(header[end])) end++;
        return end;
    }

    private static bool IsOfColour(char c) => char.IsAsciiHexDigit(c) || c is '+' or '-';

    private static void Add(List<TextSpan> texts, int start, int end)
    {
        if (end > start) texts.Add(TextSpan.FromBounds(start, end));
    }
}
