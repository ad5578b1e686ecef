using System.Collections.Frozen;
using System.Globalization;

namespace Redaction.Text;

/// <summary>The account structures of the IBAN registry (ISO 13616-2, kept by SWIFT): per country a list of counts, each with
/// n for digits, a for letters, c for either; the four characters of country and check digits stand before it.</summary>
internal static class IbanStructures
{
    private const string Registry =
        "AD 8n12c|AE 19n|AL 8n16c|AT 16n|AZ 4a20c|BA 16n|BE 12n|BG 4a6n8c|BH 4a14c|BI 23n|BR 23n1a1c|BY 4c4n16c|CH 5n12c|CR 18n|" +
        "CY 8n16c|CZ 20n|DE 18n|DJ 23n|DK 14n|DO 4c20n|EE 16n|EG 25n|ES 20n|FI 14n|FK 2a12n|FO 14n|FR 10n11c2n|GB 4a14n|GE 2a16n|" +
        "GI 4a15c|GL 14n|GR 7n16c|GT 4c20c|HN 4a20n|HR 17n|HU 24n|IE 4a14n|IL 19n|IQ 4a15n|IS 22n|IT 1a10n12c|JO 4a4n18c|KW 4a22c|" +
        "KZ 3n13c|LB 4n20c|LC 4a24c|LI 5n12c|LT 16n|LU 3n13c|LV 4a13c|LY 21n|MC 10n11c2n|MD 2c18c|ME 18n|MK 3n10c2n|MN 16n|" +
        "MR 23n|MT 4a5n18c|MU 4a19n3a|NI 4a20n|NL 4a10n|NO 11n|OM 3n16c|PK 4a16c|PL 24n|PS 4a21c|PT 21n|QA 4a21c|RO 4a16c|" +
        "RS 18n|RU 14n15c|SA 2n18c|SC 4a20n3a|SD 14n|SE 20n|SI 15n|SK 20n|SM 1a10n12c|SO 19n|ST 21n|SV 4a20n|TL 19n|TN 20n|" +
        "TR 6n16c|UA 6n19c|VA 18n|VG 4a16n|XK 16n|YE 4a4n18c";

    private static readonly FrozenDictionary<int, (char Kind, int Count)[]> s_byCountry = Registry.Split('|')
        .ToFrozenDictionary(static row => Key(row[0], row[1]), static row => Parse(row.AsSpan(3)));

    public static (char Kind, int Count)[]? Of(char first, char second) => s_byCountry.GetValueOrDefault(Key(first, second));

    /// <summary>Length of the whole number.</summary>
    public static int LengthOf((char Kind, int Count)[] structure)
    {
        var length = 4;
        foreach (var (_, count) in structure) length += count;
        return length;
    }

    public static bool Fits(ReadOnlySpan<char> account, (char Kind, int Count)[] structure)
    {
        foreach (var (kind, count) in structure)
        {
            var part = account[..count];
            if (kind == 'n' && part.ContainsAnyExceptInRange('0', '9')) return false;
            if (kind == 'a' && part.ContainsAnyExceptInRange('A', 'Z')) return false;
            account = account[count..];
        }
        return account.IsEmpty;
    }

    private static int Key(char first, char second) => (first | 0x20) << 8 | (second | 0x20);

    private static (char Kind, int Count)[] Parse(ReadOnlySpan<char> structure)
    {
        var parts = new List<(char, int)>();
        var start = 0;
        for (var i = 0; i < structure.Length; i++)
        {
            if (!char.IsAsciiLetter(structure[i])) continue;
            parts.Add((structure[i], int.Parse(structure[start..i], NumberStyles.None, CultureInfo.InvariantCulture)));
            start = i + 1;
        }
        return [.. parts];
    }
}
