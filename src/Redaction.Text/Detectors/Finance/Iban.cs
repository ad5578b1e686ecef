namespace Redaction.Text;

/// <summary>International bank account numbers (ISO 13616): length and structure of the country's registry entry and the MOD 97-10 check,
/// written together or in groups.</summary>
internal static class Iban
{
    private const int Longest = 34, Fewest = 15;

    /// <summary>After these, a number with the shape of an IBAN and a wrong or missing digit is a mistyped one.</summary>
    private static readonly ContextWords s_context = new("iban", "bank account", "bank code", "account number", "bank details",
        "bankverbindung", "kontonummer", "konto", "compte", "cuenta", "rekening", "conto", "conta");


    public static ITextDetector Detector { get; } = new AnchoredBy("iban", EntityTypes.Iban, AnchorKinds.Word, 2, Probe)
    {
        IsSelfEvident = true,
        WordForm = static (length, digits) => length >= 4 && digits == 0b1100,
    };

    private static void Probe(TextSource source, in TextAnchor anchor, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        var start = anchor.Span.Start;
        if (anchor.Span.Length < 4 || !char.IsAsciiLetter(text[start]) || !char.IsAsciiLetter(text[start + 1])
            || !char.IsAsciiDigit(text[start + 2]) || !char.IsAsciiDigit(text[start + 3])) return;
        if (start > 0 && Neighbourhood.IsWord(text[start - 1])) return;
        var structure = IbanStructures.Of(text[start], text[start + 1]);
        if (structure is null) return;
        Span<char> compact = stackalloc char[Longest];
        var length = IbanStructures.LengthOf(structure);
        var end = Collect(text, start, compact[..length]);
        var isComplete = end > 0 && !(end < text.Length && Neighbourhood.IsWord(text[end]))
            && IbanStructures.Fits(compact[4..length], structure);
        if (!isComplete || !Mod97.IsValidIban(compact[..length]))
        {
            var mistyped = TextSpan.FromBounds(start, isComplete ? end : Groups(text, start));
            if (mistyped.Length >= Fewest && s_context.AreNear(source, mistyped))
                findings.Add(new(EntityTypes.Iban, mistyped, 0.6f, "iban"));
            return;
        }
        var lower = text[start..end].ContainsAnyInRange('a', 'z');
        if (lower && text[start..end].ContainsAnyInRange('A', 'Z')) return;
        findings.Add(new(EntityTypes.Iban, TextSpan.FromBounds(start, end), lower ? 0.9f : 0.98f, "iban"));
    }

    /// <summary>End of the groups of capitals and digits, four characters each but the last,
    /// that begin at <paramref name="start"/>.</summary>
    private static int Groups(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        for (var at = start; at < text.Length && end - start < Longest + 8;)
        {
            var stop = at;
            while (stop < text.Length && (char.IsAsciiLetterUpper(text[stop]) || char.IsAsciiDigit(text[stop]))) stop++;
            if (stop == at || (stop < text.Length && Neighbourhood.IsWord(text[stop]))
                || !(text[at..stop].ContainsAnyInRange('0', '9') || at == start + 5)) break;
            end = stop;
            if (stop - at != 4 || stop >= text.Length || text[stop] is not (' ' or '-' or '\u00A0')) break;
            at = stop + 1;
        }
        return end;
    }

    /// <summary>Copies the number without its single separators, and returns where it ends;
    /// -1 when the text ends or breaks off before.</summary>
    private static int Collect(ReadOnlySpan<char> text, int start, Span<char> compact)
    {
        var count = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i])) compact[count++] = char.ToUpperInvariant(text[i]);
            else if (text[i] is not (' ' or '-' or '\u00A0' or '\u202F' or '.') || !char.IsAsciiLetterOrDigit(text[i - 1])) return -1;
            if (count == compact.Length) return i + 1;
        }
        return -1;
    }
}
