namespace Redaction.Text;

/// <summary>Hardware addresses (IEEE EUI-48 and EUI-64): pairs joined by colons or hyphens, groups of four joined by dots, and twelve
/// digits together where words near by say so. All zeros and all ones name no device.</summary>
internal static class Mac
{
    private static readonly ContextWords s_context = new(
        "mac", "hardware address", "physical address", "ethernet", "bssid", "eui", "hwaddr", "ether", "bluetooth", "wifi", "lladdr");

    public static ITextDetector Detector { get; } = new AnchoredBy("mac", EntityTypes.Mac, AnchorKinds.Word, 1, Probe);

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var word = anchor.Span;
        if (word.Length == 12) Together(source, word, findings);
        if (word.Length is not (2 or 4) || !IsHex(text.Slice(word.Start, word.Length))) return;
        var (start, before) = (word.Start, 0);
        var separator = SeparatorBeside(text, word);
        if (separator == '\0') return;
        while (before < 8 && IsGroup(text, start - 1 - word.Length, word.Length) && text[start - 1] == separator)
        {
            start -= word.Length + 1;
            before++;
            if (text.Slice(start, word.Length).ContainsAnyInRange('0', '9')) return; // an earlier anchor has reported it
        }
        var (end, groups) = (word.End, before + 1);
        while (groups <= 8 && end < text.Length && text[end] == separator && IsGroup(text, end + 1, word.Length))
        {
            end += word.Length + 1;
            groups++;
        }
        var span = TextSpan.FromBounds(start, end);
        if ((word.Length == 2 ? groups is 6 or 8 : groups is 3) && IsFree(text, span, separator) && NamesDevice(text[start..end]))
            findings.Add(new(EntityTypes.Mac, span, s_context.AreNear(source, span) ? 0.98f : word.Length == 2 ? 0.9f : 0.75f, "mac"));
    }

    private static void Together(TextSource source, TextSpan word, FindingSink<TextSpan> findings)
    {
        var value = source.Text.Slice(word.Start, word.Length);
        if (IsHex(value) && NamesDevice(value) && Neighbourhood.IsFree(source.Text, word, Boundary.Isolated) && s_context.AreNear(source, word))
            findings.Add(new(EntityTypes.Mac, word, 0.75f, "mac"));
    }

    private static char SeparatorBeside(ReadOnlySpan<char> text, TextSpan word)
    {
        if (word.Start > 0 && IsSeparator(text[word.Start - 1], word.Length) && IsGroup(text, word.Start - 1 - word.Length, word.Length)) return text[word.Start - 1];
        return word.End < text.Length && IsSeparator(text[word.End], word.Length) ? text[word.End] : '\0';
    }

    private static bool IsSeparator(char c, int group) => group == 2 ? c is ':' or '-' : c is '.';

    private static bool IsGroup(ReadOnlySpan<char> text, int start, int length) =>
        start >= 0 && start + length <= text.Length && IsHex(text.Slice(start, length));

    private static bool IsFree(ReadOnlySpan<char> text, TextSpan span, char separator) =>
        Neighbourhood.IsFree(text, span, Boundary.Word)
        && !(span.Start > 1 && text[span.Start - 1] == separator && Neighbourhood.IsWord(text[span.Start - 2]))
        && !(span.End + 1 < text.Length && text[span.End] == separator && Neighbourhood.IsWord(text[span.End + 1]));

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }

    private static bool NamesDevice(ReadOnlySpan<char> value) => value.ContainsAnyExcept("0:-.") && value.ContainsAnyExcept("fF:-.");
}
