using System.Collections.Frozen;

namespace Redaction.Text.Names;

/// <summary>What the model takes for an address and is none: the page of a book, so much of something, the years of a work.</summary>
internal static class AddressGate
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_parts = Set(
        "page pages chapter figure table seite kapitel abbildung tabelle página capítulo figura tabla pagina capitolo tabella "
            + "hoofdstuk figuur "
        + "tabel strana kapitola obrázek tabulka strona rozdział rysunek tabela oldal fejezet ábra táblázat sivu luku kuva taulukko "
        + "sida sidan "
        + "side kapittel figur sayfa bölüm şekil tablo pagină capitol tabel str stránka poglavlje slika größe grösse size taille talla "
        + "amount total sum price betrag summe preis montant somme prix importe precio total importo prezzo bedrag prijs beløp sum "
        + "pris belopp "
        + "summa hinta kwota suma cena částka celkem összeg ár tutar fiyat sumă preț iznos znesek");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_units = Set(
        "ml cl dl l g kg mg mm cm m km kb mb gb tb hz khz mhz ghz fps rpm px ms kw kwh v w pcs szt ks db stk st łyżki łyżka łyżeczki "
            + "szklanki "
        + "esslöffel teelöffel el tl tbsp tsp cup cups cups dag ks kusů kusy zł kč ft lei tl kr usd eur gbp forint fillér złotych "
        + "korun kroner kronor euros lira leva dinara");

    /// <summary>True for such words.</summary>
    public static bool IsNone(ReadOnlySpan<char> value)
    {
        if (AreYears(value)) return true;
        var isFirst = true;
        var isNumber = false;
        foreach (var range in value.SplitAny(' ', ',', '.', '\u00A0'))
        {
            var word = value[range];
            if (word.IsEmpty) continue;
            if ((isFirst || isNumber) && s_parts.Contains(word)) return true;
            if (isNumber && s_units.Contains(word) && !char.IsUpper(word[0])) return true;
            isFirst = false;
            isNumber = !word.ContainsAnyExceptInRange('0', '9');
        }
        return false;
    }

    /// <summary>Two years and whose work of that time it is: <c>2006-2008, R Quill</c>.</summary>
    private static bool AreYears(ReadOnlySpan<char> value) => value.Length > 10 && value[4] is '-' or '–' && value[9] is ',' or ' '
        && value[..2] is "19" or "20" && value[5..7] is "19" or "20"
        && !value[2..4].ContainsAnyExceptInRange('0', '9') && !value[7..9].ContainsAnyExceptInRange('0', '9');

    /// <summary>True for a number with two decimals before a currency: <c>Cena 129,99 zł</c>.</summary>
    public static bool IsPrice(ReadOnlySpan<char> text, int start, int end)
    {
        if (end - start < 4 || text[end - 3] is not (',' or '.') || text[(end - 2)..end].ContainsAnyExceptInRange('0', '9')
            || !char.IsAsciiDigit(text[end - 4])) return false;
        var next = text[end..].TrimStart(' ');
        if (next.IsEmpty) return false;
        if (next[0] is '€' or '$' or '£' or '₺' or '₴' or '₽') return true;
        var length = 0;
        while (length < next.Length && char.IsLetter(next[length])) length++;
        return s_units.Contains(next[..length]);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
