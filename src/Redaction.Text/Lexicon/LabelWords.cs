using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Words that a name of a value makes up with others: <c>Handynr</c>, <c>Passnummer</c>, <c>lønnskonto</c>,
/// <c>Diensttelefon</c>.</summary>
internal static class LabelWords
{
    private const int ShortestStem = 3, ShortestHead = 5, LongestHead = 14;
    private static readonly string[] s_numbers = ["nummer", "number", "numero", "nomer", "num", "nro", "nr", "no"];

    /// <summary>Heads of compounds that name the same whatever stands before them. Those of "mobil" are left out: automobile.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_heads = new[]
    {
        "kennwort", "konto", "kontonr", "kontonummer", "kontonumero", "losenord", "mobilnr", "mobilnummer", "mobiltelefon", "passord",
        "passwort", "telefon", "telefonnr", "telefonnummer", "telefoon", "telefoonnummer", "wachtwoord", "adgangskode", "puhelin",
        "puhelinnumero", "salasana",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A folded word without the word for number at its end; empty when it has none.</summary>
    public static ReadOnlySpan<char> WithoutNumber(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word[^1] is not ('r' or 'o' or 'm')) return default;
        foreach (var number in s_numbers)
            if (word.Length >= ShortestStem + number.Length && word.EndsWith(number, StringComparison.Ordinal))
                return word[..^number.Length];
        return default;
    }

    /// <summary>The head of a folded compound; empty when it has none of those that are known.</summary>
    public static ReadOnlySpan<char> HeadOf(ReadOnlySpan<char> word)
    {
        for (var length = Math.Min(LongestHead, word.Length - ShortestStem); length >= ShortestHead; length--)
            if (s_heads.Contains(word[^length..])) return word[^length..];
        return default;
    }
}
