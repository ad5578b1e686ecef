using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Words of the headings and sentences that stand over an address and name nobody.</summary>
internal static class BlockWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_headings = (
        "address addresses addressed ship shipping billing bill deliver delivery home contact location visit mail mailing postal to from "
        + "attn attention residence details information find us our my his her your their the is at are "
        + "was lives live moved dear hello hi regards sincerely thanks thank best phone fax email tel office offices date subject re "
            + "note notes summary invoice order customer patient report section chapter table figure "
        + "adresse anschrift lieferadresse rechnungsadresse adresa dirección direccion domicilio indirizzo endereço adres").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for such a word.</summary>
    public static bool IsHeading(ReadOnlySpan<char> word) => s_headings.Contains(word);
}
